import { z } from 'zod';
import { Login, Password } from '../accounts/contract';
import { PasswordRules } from '../accounts/password-rules';
import { command, query, slice } from '../contract';
import { FilledLine, ZoneName } from '../input';
import { UnitSettings } from './events';

export const StationLetter = z.string().regex(/^[A-Z]$/, 'letter');
const FirstAdministrator = z.object({ login: Login, name: FilledLine(40), password: Password });

export const StationStatus = z.object({
  founded: z.boolean(),
  station: z.string().optional(),
  letter: z.string().optional(),
  unit: z.string().optional(),
  zone: z.string(),
  version: z.string(),
  entries: z.number(),
  /** Set when this start moved a file aside that was not a sound journal. */
  movedAside: z.string().optional(),
  now: z.number(),
});
export type StationStatus = z.infer<typeof StationStatus>;

export const unit = slice('unit', {
  status: query({ input: z.object({}), output: StationStatus, roles: 'anyone', reads: ['unit'] }),
  /** First run: names the unit, the station letter and the zone, and makes the three separated administrators in one step. */
  found: command({
    input: z.object({
      unit: FilledLine(60),
      letter: StationLetter,
      zone: ZoneName,
      sysAdmin: FirstAdministrator,
      secAdmin: FirstAdministrator,
      auditAdmin: FirstAdministrator,
    }),
    output: z.object({ station: z.string() }),
    roles: 'anyone',
    refuses: ['alreadyFounded', 'loginTaken', 'passwordTooShort', 'passwordTooPlain', 'passwordHasLogin', 'passwordsAlike'],
  }),
  settings: query({ input: z.object({}), output: UnitSettings, roles: 'signedIn', reads: ['unit'] }),
  changeSettings: command({
    input: z.object({
      unit: FilledLine(60).optional(),
      passwordRules: PasswordRules.optional(),
      idleMinutes: z.number().int().min(1).max(120).optional(),
    }),
    output: z.null(),
    roles: ['sysAdmin'],
  }),
});
