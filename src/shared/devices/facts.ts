import { z } from 'zod';
import { FilledLine, Line } from '../input';
import { isAddress } from './addresses';

/** What the estate is made of (domain.md 3, P0 «by subsystem»). */
export const subsystems = ['frontEnd', 'network', 'machineRoom', 'cloudStorage', 'monitoringCentre', 'security', 'application'] as const;
export const Subsystem = z.enum(subsystems);
export type Subsystem = z.infer<typeof Subsystem>;

export const importances = ['normal', 'important', 'key'] as const;
export const Importance = z.enum(importances);
export type Importance = z.infer<typeof Importance>;

const NetworkAddress = Line(45).refine(isAddress, 'address');
const Port = z.int('port').min(1, 'port').max(65_535, 'port');

/**
 * What the register says of one device. The code is text, never a number: it has up to 20 digits, and a spreadsheet that
 * takes it for a number ruins it. The upstream device is named, not linked: lists name it before they hold it.
 */
export const DeviceFacts = z.strictObject({
  code: FilledLine(40),
  name: FilledLine(120),
  type: FilledLine(30),
  subsystem: Subsystem,
  area: Line(60),
  place: Line(120),
  upstream: Line(120),
  importance: Importance,
  ip: NetworkAddress.optional(),
  port: Port.optional(),
  /** Maker and model, as the plate says. */
  maker: FilledLine(60).optional(),
  model: FilledLine(60).optional(),
  /** The day it was taken into service. */
  inServiceSince: z.iso.date('date').optional(),
});
export type DeviceFacts = z.infer<typeof DeviceFacts>;

export const deviceFields = Object.keys(DeviceFacts.shape) as DeviceField[];
export type DeviceField = keyof DeviceFacts;

/** What a device need not have; a change takes it away with `null`. */
export const optionalFields = ['ip', 'port', 'maker', 'model', 'inServiceSince'] as const satisfies readonly DeviceField[];
