import { z } from 'zod';
import { PasswordRules } from '../accounts/password-rules';
import { event } from '../event';

/** First entry of every station's chain: who it is and the key that signs its heads. */
export const stationFounded = event(
  'station.founded@1',
  z.object({ unit: z.string(), letter: z.string(), zone: z.string(), publicKey: z.string() }),
);
/** Settings the whole unit shares. One event holds only what changed. */
export const UnitSettings = z.object({
  unit: z.string(),
  passwordRules: PasswordRules,
  /** Minutes without a key or pointer until the screen locks. */
  idleMinutes: z.number().int(),
});
export type UnitSettings = z.infer<typeof UnitSettings>;
export const settingsChanged = event('settings.changed@1', UnitSettings.partial());
