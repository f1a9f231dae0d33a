import { z } from 'zod';
import { command, query, slice } from '../contract';
import { FilledLine, Id, Line } from '../input';
import { deskRoles, type Role } from '../roles';
import { DeviceChanges } from './events';
import { largestList, ListPreview, mostRows, Mend } from './import-preview';
import { NodeFilter, OutlineNode, WayToLook } from './outline';
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

const List = z.object({
  name: FilledLine(120),
  /** The file's bytes. Somewhat more than the largest is let in, to be refused in words. */
  content: z
    .string()
    .max(largestList * 2)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'base64'),
  /** What stands in place of cells, and what was found right as it stands. */
  mends: z.array(Mend).max(100_000).default([]),
  /** Keys of rows. */
  leaveOut: z.array(z.string().max(16)).max(mostRows).default([]),
});
/** Why a file is refused; `previewImport` and `import` alike. `noDevicesFound`: no row names at least code, name and one more column. */
const listRefusals = [
  'fileTooLarge',
  'emptyFile',
  'notATable',
  'notASpreadsheet',
  'oldSpreadsheet',
  'spreadsheetTooComplex',
  'textDamaged',
  'quoteNotClosed',
  'noDevicesFound',
] as const;

/** The register of devices (设备台账). */
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
  /** The devices in service as a tree of what holds them, parents before their children. */
  outline: query({ input: z.object({ by: WayToLook }), output: z.array(OutlineNode), roles: readers, reads: ['devices'] }),
  /** In order of code; `next` goes back in as `after`. */
  list: query({
    input: z.object({
      text: Line(80).default(''),
      ...NodeFilter.shape,
      retired: z.boolean().default(false),
      after: PageEnd.optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(DeviceCard), total: z.number(), next: PageEnd.optional() }),
    roles: readers,
    reads: ['devices'],
  }),
  /** Reads a unit's list (.xlsx, or text in UTF-8 or GB18030) and says of every row what would become of it. Writes nothing. */
  previewImport: query({ input: List, output: ListPreview, roles: keepers, reads: ['devices'], refuses: listRefusals }),
  /**
   * Reads the list again and brings in every row that is not left out, or none: each problem must be decided. Known devices are
   * changed by their code. Done twice it changes nothing.
   */
  import: command({
    input: List.extend({
      /** From the preview the person has seen. */
      plan: z.string().max(64).optional(),
      /** Of the devices that the list does not hold, those to be retired. */
      retire: z.array(Id).max(mostRows).default([]),
      reason: Line(200).default(''),
    }),
    output: z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), leftOut: z.number(), retired: z.number() }),
    roles: keepers,
    refuses: [...listRefusals, 'rowsUndecided', 'registerChanged', 'reasonNeeded'],
  }),
});
