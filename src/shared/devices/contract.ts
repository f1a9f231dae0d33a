import { z } from 'zod';
import { command, query, slice } from '../contract';
import { FilledLine, Id, Line } from '../input';
import { deskRoles, type Role } from '../roles';
import { DeviceChanges } from './events';
import { DeviceFacts, deviceFields, Subsystem } from './facts';

const keepers = ['sysAdmin', 'office'] as const satisfies readonly Role[];
const readers: readonly Role[] = [...deskRoles, 'sysAdmin'];

/** Most devices taken in one step. */
export const mostDevicesAtOnce = 500;

export const NewDevice = DeviceFacts.extend({
  area: DeviceFacts.shape.area.default(''),
  place: DeviceFacts.shape.place.default(''),
  upstream: DeviceFacts.shape.upstream.default(''),
  importance: DeviceFacts.shape.importance.default('normal'),
});

/** A device as a list or a finder shows it. */
export const DeviceCard = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  type: z.string(),
  subsystem: Subsystem,
  area: z.string(),
  place: z.string(),
  upstream: z.string(),
  importance: DeviceFacts.shape.importance,
  ip: z.string().optional(),
  retired: z.boolean(),
});
export type DeviceCard = z.infer<typeof DeviceCard>;

export const DeviceRecord = DeviceCard.extend({
  port: DeviceFacts.shape.port,
  maker: z.string().optional(),
  model: z.string().optional(),
  inServiceSince: z.string().optional(),
  registeredAt: z.number(),
  changedAt: z.number().optional(),
  retiredAt: z.number().optional(),
  retiredReason: z.string().optional(),
  /** Two desks registered it apart and said this otherwise; saying the field again settles it. */
  contested: z.array(z.object({ field: z.enum(deviceFields), values: z.array(z.string()) })),
});
export type DeviceRecord = z.infer<typeof DeviceRecord>;

/** Where a page of the list ended: codes alone need not be unique when two desks registered apart. */
const PageEnd = z.object({ code: Line(200), id: Id });

/** The register of devices (设备台账), as far as reporting a fault needs it. */
export const devices = slice('devices', {
  register: command({ input: NewDevice, output: z.object({ id: Id }), roles: keepers, refuses: ['codeTaken'] }),
  /** All or none, in one transaction. `codeTaken` names the row, counted from 1. */
  registerMany: command({
    input: z.object({ devices: z.array(NewDevice).min(1, 'required').max(mostDevicesAtOnce) }),
    output: z.object({ ids: z.array(Id) }),
    roles: keepers,
    refuses: ['codeTaken'],
  }),
  change: command({
    input: z.object({ id: Id, changes: DeviceChanges }),
    output: z.null(),
    roles: keepers,
    refuses: ['codeTaken', 'deviceRetired'],
  }),
  retire: command({ input: z.object({ id: Id, reason: FilledLine(200) }), output: z.null(), roles: keepers, refuses: ['deviceRetired'] }),
  /** Best hits first: code, then beginning of name or initials, then any part of name, initials, code, type, area, place or address. */
  find: query({
    input: z.object({ text: Line(80), limit: z.number().int().min(1).max(50).default(10) }),
    output: z.array(DeviceCard),
    roles: readers,
    reads: ['devices'],
  }),
  /** All devices in service that hang from this one, directly or through others (a switch's cameras), in order of code. */
  downstream: query({ input: z.object({ id: Id }), output: z.array(DeviceCard), roles: readers, reads: ['devices'] }),
  one: query({ input: z.object({ id: Id }), output: DeviceRecord, roles: readers, reads: ['devices'] }),
  /** In order of code; `next` goes back in as `after`. */
  list: query({
    input: z.object({
      text: Line(80).default(''),
      subsystem: Subsystem.optional(),
      area: Line(60).optional(),
      retired: z.boolean().default(false),
      after: PageEnd.optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(DeviceCard), total: z.number(), next: PageEnd.optional() }),
    roles: readers,
    reads: ['devices'],
  }),
});
