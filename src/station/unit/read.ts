import { eq } from 'drizzle-orm';
import { defaultPasswordRules } from '../../shared/accounts/password-rules';
import type { UnitSettings } from '../../shared/unit/events';
import type { Db } from '../database/open';
import { type FoundedStation, foundedStations, unitSettings } from './projection';

/** Minutes until an idle screen locks, until the unit decides otherwise. */
const defaultIdleMinutes = 10;

export function readSettings(db: Db): UnitSettings {
  const row = db.select({ doc: unitSettings.doc }).from(unitSettings).where(eq(unitSettings.id, 'unit')).get();
  return { unit: '', passwordRules: defaultPasswordRules, idleMinutes: defaultIdleMinutes, ...row?.doc };
}

/** What a station said of itself when it was founded; undefined before. */
export function foundedStation(db: Db, station: string): FoundedStation | undefined {
  return db.select({ doc: foundedStations.doc }).from(foundedStations).where(eq(foundedStations.id, station)).get()?.doc;
}

export function letterOf(db: Db, station: string): string {
  return foundedStation(db, station)?.letter ?? '?';
}
