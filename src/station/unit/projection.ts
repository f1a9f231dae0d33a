import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { settingsChanged, stationFounded, type UnitSettings } from '../../shared/unit/events';
import { documentStore, on, projection } from '../journal/projection';

export interface FoundedStation {
  unit: string;
  letter: string;
  zone: string;
  publicKey: string;
}

export const foundedStations = sqliteTable('founded_stations', {
  stream: integer('stream').primaryKey(),
  id: text('id').notNull(),
  doc: text('doc', { mode: 'json' }).$type<FoundedStation>().notNull(),
  letter: text('letter').notNull(),
});

export const stationProjection = projection<FoundedStation>({
  slice: 'unit',
  kind: 'station',
  version: 1,
  initial: () => ({ unit: '', letter: '', zone: 'Asia/Shanghai', publicKey: '' }),
  // The first founding stands: a chain cannot be founded twice.
  folds: [on(stationFounded, (station: FoundedStation, founded) => (station.letter === '' ? founded : station))],
  tables: [foundedStations],
  open: (raw) => documentStore<FoundedStation>(raw, foundedStations, ({ letter }) => ({ letter })),
});

export const unitSettings = sqliteTable('unit_settings', {
  stream: integer('stream').primaryKey(),
  id: text('id').notNull(),
  doc: text('doc', { mode: 'json' }).$type<Partial<UnitSettings>>().notNull(),
});

export const settingsProjection = projection<Partial<UnitSettings>>({
  slice: 'unit',
  kind: 'settings',
  version: 1,
  initial: () => ({}),
  folds: [on(settingsChanged, (settings: Partial<UnitSettings>, changed) => ({ ...settings, ...changed }))],
  tables: [unitSettings],
  open: (raw) => documentStore<Partial<UnitSettings>>(raw, unitSettings, () => ({})),
});
