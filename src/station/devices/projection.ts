import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { deviceChanged, deviceRegistered, deviceRetired } from '../../shared/devices/events';
import type { DeviceFacts } from '../../shared/devices/facts';
import type { Instant } from '../../shared/time';
import { documentStore, on, projection } from '../journal/projection';
import { normalised } from '../search/normalised';
import { initialsOf } from '../search/initials';

export interface Device {
  /** Undefined while only later entries of the device have arrived. */
  facts?: DeviceFacts;
  registeredAt?: Instant;
  changedAt?: Instant;
  retiredAt?: Instant;
  retiredReason?: string;
}

const unknownDevice: DeviceFacts = {
  code: '',
  name: '',
  type: '',
  subsystem: 'frontEnd',
  area: '',
  place: '',
  upstream: '',
  importance: 'normal',
};

/** The document stands last: what is read of many rows never walks through it. */
export const deviceTable = sqliteTable(
  'devices',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    code: text('code').notNull(),
    retired: integer('retired').notNull(),
    subsystem: text('subsystem').notNull(),
    area: text('area').notNull(),
    /** Name and initials of the name, for hits that begin there. */
    begins: text('begins').notNull(),
    searched: text('searched').notNull(),
    doc: text('doc', { mode: 'json' }).$type<Device>().notNull(),
  },
  (table) => [index('devices_by_id').on(table.id), index('devices_by_code').on(table.code)],
);

export const deviceProjection = projection<Device>({
  slice: 'devices',
  kind: 'device',
  version: 1,
  initial: () => ({}),
  folds: [
    on(deviceRegistered, (device: Device, facts, { at }) =>
      device.registeredAt === undefined ? { ...device, facts, registeredAt: at } : device,
    ),
    on(deviceChanged, (device: Device, { ip, ...changes }, { at }) => {
      const { ip: former, ...facts } = device.facts ?? unknownDevice;
      const address = ip === undefined ? former : (ip ?? undefined);
      return { ...device, facts: { ...facts, ...changes, ...(address === undefined ? {} : { ip: address }) }, changedAt: at };
    }),
    // Retired at both desks: the first reason stands.
    on(deviceRetired, (device: Device, { reason }, { at }) =>
      device.retiredAt === undefined ? { ...device, retiredAt: at, retiredReason: reason } : device,
    ),
  ],
  tables: [deviceTable],
  open: (raw) =>
    documentStore<Device>(raw, deviceTable, (device) => {
      const { code, name, type, subsystem, area, place, ip } = device.facts ?? unknownDevice;
      return {
        code: normalised(code),
        retired: device.retiredAt === undefined ? 0 : 1,
        subsystem,
        area,
        begins: normalised(`${name}\n${joinedInitials(name)}`),
        searched: normalised([name, joinedInitials(name), code, type, area, place, joinedInitials(place), ip ?? ''].join('\n')),
      };
    }),
});

/** Initials across hyphens and figures too: `东城-滨河路` is found by `dcbhl`. */
function joinedInitials(text: string): string {
  return initialsOf(text).replaceAll(' ', '');
}
