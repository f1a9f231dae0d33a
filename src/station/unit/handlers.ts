import { accountCreated } from '../../shared/accounts/events';
import { defaultPasswordRules, passwordFault } from '../../shared/accounts/password-rules';
import type { Role } from '../../shared/roles';
import type { unit as contract } from '../../shared/unit/contract';
import { settingsChanged, stationFounded } from '../../shared/unit/events';
import { hashPassword } from '../accounts';
import { append, type HandlersOf, prepared, refuse } from '../handler';
import { foundedStation, readSettings } from './read';

export interface UnitOptions {
  passwordCost: number;
  version: string;
  movedAside: string | undefined;
}

/** The unit and this station in it: first run, settings, status. */
export function unitHandlers({ passwordCost, version, movedAside }: UnitOptions): HandlersOf<typeof contract> {
  return {
    status: (_, { db, journal, now }) => {
      const founded = foundedStation(db, journal.station);
      return {
        founded: founded !== undefined,
        station: journal.station,
        ...(founded ? { letter: founded.letter, unit: readSettings(db).unit || founded.unit } : {}),
        zone: founded?.zone ?? 'Asia/Shanghai',
        version,
        entries: journal.length,
        ...(movedAside === undefined ? {} : { movedAside }),
        now,
      };
    },
    found: prepared(
      ({ sysAdmin, secAdmin, auditAdmin }) =>
        Promise.all([sysAdmin, secAdmin, auditAdmin].map(({ password }) => hashPassword(password, passwordCost))),
      (input, { db, journal, newId }, hashes) => {
        if (foundedStation(db, journal.station)) return refuse('alreadyFounded');
        const administrators = (['sysAdmin', 'secAdmin', 'auditAdmin'] satisfies Role[]).map((role) => ({ role, ...input[role] }));
        for (const [i, { role, login, password }] of administrators.entries()) {
          const others = administrators.slice(0, i);
          if (others.some((other) => other.login === login)) return refuse('loginTaken', { login, role });
          if (others.some((other) => other.password === password)) return refuse('passwordsAlike', { role });
          const fault = passwordFault(password, login, defaultPasswordRules);
          if (fault) return refuse(fault, { role });
        }
        const { unit, letter, zone } = input;
        return append(
          [
            stationFounded(journal.station, { unit, letter, zone, publicKey: journal.identity.publicKey.toString('base64') }),
            settingsChanged('unit', { unit }),
            ...administrators.map(({ role, login, name }, i) =>
              accountCreated(newId(), { login, name, roles: [role], password: hashes[i] as (typeof hashes)[number], temporary: false }),
            ),
          ],
          { station: journal.station },
        );
      },
    ),
    settings: (_, { db }) => readSettings(db),
    changeSettings: (changes) => append(settingsChanged('unit', changes)),
  };
}
