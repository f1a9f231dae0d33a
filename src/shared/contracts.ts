import { accounts } from './accounts/contract';
import { attachments } from './attachments/contract';
import type { Procedure } from './contract';
import { devices } from './devices/contract';
import { drafts } from './drafts/contract';
import { dutyLog } from './duty-log/contract';
import { faults } from './faults/contract';
import { journal } from './journal/contract';
import { matters } from './matters/contract';
import { people } from './people/contract';
import { reports } from './reports/contract';
import { unit } from './unit/contract';

/** Every slice a station answers for. A new slice adds its line here. */
export const contracts = { accounts, attachments, devices, drafts, dutyLog, faults, journal, matters, people, reports, unit };

/** All procedures by full name, `slice.verb`. */
export const procedures: ReadonlyMap<string, Procedure> = new Map(
  Object.values(contracts)
    .flatMap((facts) => Object.values(facts) as Procedure[])
    .map((facts) => [facts.name, facts]),
);
