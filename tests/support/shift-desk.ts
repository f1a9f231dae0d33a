import { contracts } from '../../src/shared/contracts';
import type { PersonReference } from '../../src/shared/references';
import type { Role } from '../../src/shared/roles';
import { shiftRostered } from '../../src/shared/roster/events';
import { slotsOf, twoShifts } from '../../src/shared/roster/pattern';
import { instantIn } from '../../src/shared/time';
import { shiftIdOf } from '../../src/station/roster';
import { founded, memoryStation, must } from './memory-station';

export const zone = 'Asia/Shanghai';
/** A moment by the station's wall clock, `at('2026-11-22', '20:05')`. */
export const at = (date: string, time: string): number => instantIn(zone, date, time) as number;
const { accounts, people, attendance, dutyRecord } = contracts;

export type ShiftDesk = Awaited<ReturnType<typeof shiftDesk>>;

/** A founded station with people who have accounts, and what tests of shifts say most. */
export async function shiftDesk(seed: string, start: number, letter = 'A', folder = ':memory:') {
  const desk = await founded(memoryStation(seed, folder, start), letter);
  const { station, sec, clock } = desk;
  /** Of the officer who sits at the desk; tests run over days. */
  const session = () => station.sessionFor(desk.officer);
  /** Somebody of the register with an account of their own. */
  const member = async (login: string, name: string, roles: Role[] = ['dutyOfficer']) => {
    const { id } = must(await station.call(people.register, { name }, session()));
    const account = must(await station.call(accounts.create, { login, name, personId: id, roles, password: 'Linshi-2026' }, sec)).id;
    const first = must(await station.call(accounts.signIn, { login, password: 'Linshi-2026' })).token;
    must(await station.call(accounts.changeOwnPassword, { current: 'Linshi-2026', next: 'Linshi-2027' }, first));
    return {
      id,
      name,
      account,
      login,
      session: () => station.sessionFor(account),
      person: { id, name },
      signer: { login, password: 'Linshi-2027' },
    };
  };
  /** Puts people on a shift of the usual pattern, `2026-11-22/night`. */
  const roster = (key: string, officers: PersonReference[], leader: PersonReference | null = null) => {
    const slot = slotsOf(twoShifts, zone, key.slice(0, 10)).find((one) => one.key === key);
    if (!slot) throw new Error(`no shift ${key}`);
    const { date, shift, name, start: from, end } = slot;
    station.journal.transact(() =>
      station.journal.append(desk.officer, [
        shiftRostered(shiftIdOf(key), {
          author: '值班员甲',
          date,
          shift,
          name,
          start: from,
          end,
          leader,
          officers,
          open: 0,
          reason: '',
          replaces: [],
        }),
      ]),
    );
  };
  const checkIn = (who: { signer: { login: string; password: string } }, more: { shift?: string; reason?: string } = {}) =>
    station.call(attendance.checkIn, { signer: who.signer, ...more }, session());
  const shift = async (key?: string) => must(await station.call(attendance.shift, key === undefined ? {} : { key }, session()));
  const stateOf = async (name: string, key?: string) => (await shift(key)).people.find(({ person }) => person.name === name)?.state;
  const sign = (who: { signer: { login: string; password: string } }, key: string, more: Record<string, unknown> = {}) =>
    station.call(dutyRecord.sign, { shift: key, summary: '当班情况正常', signer: who.signer, ...more }, session());
  const goTo = (moment: number) => {
    clock.time = moment;
  };
  return { ...desk, session, member, roster, checkIn, shift, stateOf, sign, goTo };
}
