import type { InputOf } from '../../src/shared/contract';
import { contracts } from '../../src/shared/contracts';
import type { Role } from '../../src/shared/roles';
import { founded, memoryStation, must } from './memory-station';

const { accounts, people, planRuns } = contracts;

/** People of the register by the words of their post: what plans are filled from. All invented. */
const register: readonly [name: string, post: string, group: string][] = [
  ['严总', '应急领导小组组长', '应急领导小组'],
  ['金主任', '应急办公室主任', '应急办公室'],
  ['魏组长', '第一组组长', '第一组'],
  ['陶组长', '第二组组长', '第二组'],
  ['姜组长', '预备组组长', '预备组'],
  ['戚组长', '指挥中心组组长', '指挥中心组'],
  ['谢组长', '甲组组长', '甲组'],
  ['邹组长', '乙组组长', '乙组'],
  ...Array.from({ length: 14 }, (_, i): [string, string, string] => [`工程师${i + 1}`, '维修工程师', i % 2 === 0 ? '第一组' : '第二组']),
  ['库管员甲', '备件保管员', '指挥中心组'],
];

/** A desk with a register to fill plans from, and people of each role who can sign. */
export async function planDesk(seed: string, start?: number, letter = 'A', folder = ':memory:') {
  const test = await founded(memoryStation(`plan runs ${seed}`, folder, start), letter);
  const { station, sys, sec } = test;
  const ids = new Map<string, string>();
  for (const [i, [name, post, group]] of register.entries()) {
    const phone = `1900000${String(1000 + i)}`;
    ids.set(name, must(await station.call(people.register, { name, post, group, phone }, sys)).id);
  }
  const account = async (login: string, name: string, roles: Role[]) => {
    const personId = ids.get(name);
    const input = { login, name, roles, password: 'Zhiban-2026', ...(personId === undefined ? {} : { personId }) };
    const id = must(await station.call(accounts.create, input, sec)).id;
    const first = must(await station.call(accounts.signIn, { login, password: 'Zhiban-2026' })).token;
    must(await station.call(accounts.changeOwnPassword, { current: 'Zhiban-2026', next: 'Zhiban-2027' }, first));
    return id;
  };
  const of = {
    duty: await account('duty', '值班员乙', ['dutyOfficer']),
    group: await account('group', '魏组长', ['groupLeader']),
    office: await account('office', '金主任', ['office']),
    leading: await account('leading', '严总', ['leadingGroup']),
    shift: await account('shift', '带班领导丙', ['shiftLeader']),
  };
  type Who = keyof typeof of;
  // Days pass: every call opens a session of its own.
  const say = (who: Who, verb: keyof typeof planRuns, input: object) =>
    station.answer(`planRuns.${verb}`, input, station.sessionFor(of[who]));
  const activate = async (input: InputOf<typeof planRuns.activate>, who: Who = 'group') =>
    must(await station.call(planRuns.activate, input, station.sessionFor(of[who])));
  const one = async (id: string, who: Who = 'duty') => must(await station.call(planRuns.one, { id }, station.sessionFor(of[who])));
  const signer = (login: Who) => ({ login, password: 'Zhiban-2027' });
  return { ...test, of, say, activate, one, signer };
}
