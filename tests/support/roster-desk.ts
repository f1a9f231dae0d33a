import { contracts } from '../../src/shared/contracts';
import type { InputOf } from '../../src/shared/contract';
import type { PersonReference } from '../../src/shared/references';
import { dateAfter } from '../../src/shared/roster/pattern';
import type { Role } from '../../src/shared/roles';
import { founded, memoryStation, must } from './memory-station';

export const { roster, people, accounts } = contracts;

export type RosterDesk = Awaited<ReturnType<typeof rosterDesk>>;

/** 2026-12-01 06:00 in the station's zone, before the first shift of the day. */
export const beforeFirstShift = Date.UTC(2026, 10, 30, 22);

const officers = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'].map((last) => `值班${last}`);
const leaders = ['领导赵', '领导钱', '领导孙'];

/** A founded station with eight officers in four teams and three leaders, rules in force, and what tests of the roster say most. */
export async function rosterDesk(seed: string | number, letter = 'A', folder = ':memory:', start = beforeFirstShift) {
  const desk = await founded(memoryStation(seed, folder, start), letter);
  const { station, token, clock } = desk;
  const who = new Map<string, PersonReference>();
  for (const [i, name] of [...officers, ...leaders].entries()) {
    const phone = `190${String(i + 1).padStart(8, '0')}`;
    const post = i < officers.length ? '值班员' : '带班领导';
    who.set(name, { id: must(await station.call(people.register, { name, phone, post }, token)).id, name });
  }
  const person = (name: string): PersonReference => {
    const known = who.get(name);
    if (!known) throw new Error(name);
    return known;
  };
  const team = (...names: string[]) => ({ name: `${names.join('、')}组`, members: names.map(person) });
  const teams = [team('值班甲', '值班乙'), team('值班丙', '值班丁'), team('值班戊', '值班己'), team('值班庚', '值班辛')];
  must(await station.call(roster.changeRules, { teams, leaders: leaders.map(person) }, token));
  /** A session of one of these people, by roles; their login is the one they sign with. */
  const signIn = async (name: string, roles: Role[]) => {
    const login = `p${[...who.keys()].indexOf(name)}`;
    const personId = person(name).id as string;
    const { id } = must(await station.call(accounts.create, { login, name, personId, roles, password: 'Linshi-2026' }, desk.sec));
    const first = must(await station.call(accounts.signIn, { login, password: 'Linshi-2026' })).token;
    must(await station.call(accounts.changeOwnPassword, { current: 'Linshi-2026', next: 'Linshi-2027' }, first));
    return {
      id,
      login,
      password: 'Linshi-2027',
      token: must(await station.call(accounts.signIn, { login, password: 'Linshi-2027' })).token,
    };
  };
  /** Sessions end with the day; the play goes on. */
  const fresh = () => station.sessionFor(desk.officer);
  const shift = async (key?: string) => must(await station.call(roster.shift, key === undefined ? {} : { key }, fresh()));
  const names = async (key?: string) => {
    const { shift: found } = await shift(key);
    return [found.leader?.name ?? '', ...found.officers.map(({ name }) => name).sort()].join(' ');
  };
  const month = async (wanted = '2026-12') => must(await station.call(roster.month, { month: wanted }, fresh()));
  const save = (assignments: InputOf<typeof roster.save>['assignments'], reason = '') =>
    station.call(roster.save, { assignments, reason }, fresh());
  /** The month as the teams take turns. */
  const fill = async (wanted = '2026-12') => {
    const { assignments } = must(await station.call(roster.propose, { month: wanted }, fresh()));
    return must(await save(assignments));
  };
  const one = async (id: string) => must(await station.call(roster.changes, {}, fresh())).find((change) => change.id === id);
  return { ...desk, clock, fresh, who, person, signIn, shift, names, month, save, fill, one };
}

/** `2026-12-01/night` from a day of December and a shift. */
export const key = (dayOfMonth: number, shift: 'day' | 'night') => `${dateAfter('2026-12-01', dayOfMonth - 1)}/${shift}`;
