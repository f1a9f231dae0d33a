import { z } from 'zod';
import { FilledLine, Line } from '../input';

/** What the estate is made of (domain.md 3, P0 «by subsystem»). */
export const subsystems = ['frontEnd', 'network', 'machineRoom', 'cloudStorage', 'monitoringCentre', 'security', 'application'] as const;
export const Subsystem = z.enum(subsystems);
export type Subsystem = z.infer<typeof Subsystem>;

export const importances = ['normal', 'important', 'key'] as const;
export const Importance = z.enum(importances);
export type Importance = z.infer<typeof Importance>;

const NetworkAddress = Line(45).refine((text) => z.ipv4().safeParse(text).success || z.ipv6().safeParse(text).success, 'address');

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
});
export type DeviceFacts = z.infer<typeof DeviceFacts>;
