import { contracts } from '../../src/shared/contracts';
import type { Role } from '../../src/shared/roles';
import { shiftRostered } from '../../src/shared/roster/events';
import { dateAfter, slotsOf, twoShifts } from '../../src/shared/roster/pattern';
import type { PersonReference } from '../../src/shared/references';
import { dateIn, instantIn, type Instant } from '../../src/shared/time';
import { accountByLogin } from '../../src/station/accounts';
import { shiftIdOf } from '../../src/station/roster';
import type { Station } from '../../src/station/station';
import { founded, memoryStation, must } from './memory-station';

export const zone = 'Asia/Shanghai';
const password = 'Zhiban-2027';

/** A member of the watch, with an account of their own. */
export interface Member extends PersonReference {
  id: string;
  login: string;
  account: string;
  token: string;
  signer: { login: string; password: string };
}

export async function member(
  station: Station,
  sec: string,
  registrar: string,
  name: string,
  login: string,
  roles: Role[],
): Promise<Member> {
  const { id } = must(await station.call(contracts.people.register, { name }, registrar));
  const input = { login, name, personId: id, roles, password: 'Zhiban-2026' };
  const account = must(await station.call(contracts.accounts.create, input, sec)).id;
  const token = station.sessionFor(account);
  must(await station.call(contracts.accounts.changeOwnPassword, { current: 'Zhiban-2026', next: password }, token));
  return {
    id,
    name,
    login,
    account,
    // Sessions do not outlive the days that a test lets pass.
    get token() {
      return station.sessionFor(account);
    },
    signer: { login, password },
  };
}

export const reference = ({ id, name }: PersonReference): PersonReference => ({ ...(id === undefined ? {} : { id }), name });

/** Rosters the shifts of some days from a moment on, pair by pair in turn, through the journal itself. */
export function rosterDays(
  station: Station,
  from: Instant,
  days: number,
  pairs: readonly (readonly PersonReference[])[],
  leaders: readonly PersonReference[],
): void {
  const first = dateIn(zone, from);
  station.journal.transact(() => {
    let turn = 0;
    for (let day = 0; day < days; day++) {
      const date = dateAfter(first, day);
      for (const slot of slotsOf(twoShifts, zone, date).filter(({ start }) => start >= from)) {
        const officers = (pairs[turn++ % pairs.length] ?? []).map(reference);
        const leader = leaders[day % leaders.length];
        const { shift, name, start, end } = slot;
        station.journal.append('station', [
          shiftRostered(shiftIdOf(slot.key), {
            author: '排班员',
            date,
            shift,
            name,
            start,
            end,
            leader: leader ? reference(leader) : null,
            officers,
            open: 0,
            reason: '',
            replaces: [],
          }),
        ]);
      }
    }
  });
}

export const at = (date: string, time: string): Instant => instantIn(zone, date, time) as Instant;

/** A station on a virtual clock with three pairs and two leaders, rostered from the night of 2026-11-22, when it is now 20:00, for five days. */
export async function rosteredStation(seed: string, letter = 'A', folder = ':memory:') {
  const desk = await founded(memoryStation(seed, folder, at('2026-11-20', '12:00')), letter);
  const { station, sec, token, clock } = desk;
  const officer = (name: string, login: string) => member(station, sec, token, name, login, ['dutyOfficer']);
  const leader = (name: string, login: string) => member(station, sec, token, name, login, ['shiftLeader']);
  const watch = {
    first: [await officer('陈思远', 'chen'), await officer('林晓波', 'lin')],
    second: [await officer('何建军', 'he'), await officer('罗丽娟', 'luo')],
    third: [await officer('郑海涛', 'zheng'), await officer('谢文静', 'xie')],
    leaders: [await leader('沈国华', 'shen'), await leader('唐志刚', 'tang')],
  };
  rosterDays(station, at('2026-11-22', '20:00'), 5, [watch.first, watch.second, watch.third], watch.leaders);
  clock.time = at('2026-11-22', '20:00');
  const auditAdmin = accountByLogin(station.journal.db, 'audit')?.id ?? '';
  return { ...desk, watch, audit: station.sessionFor(auditAdmin) };
}
export type RosteredStation = Awaited<ReturnType<typeof rosteredStation>>;
