import { contracts } from '../../shared/contracts';
import { minute } from '../../shared/time';
import type { Desk } from './desk';
import type { Estate } from './estate';
import { freshPassword } from './passwords';
import { peopleList } from './people-list';
import { zone } from './roster';
import type { Member, Staff } from './staff';

export const unitName = '云州市公安局指挥中心';
const { accounts, devices, people, unit } = contracts;

/** Who may sign in, and with what. */
export interface Account {
  member: Member;
  password: string;
}

/** The first run, the accounts, the unit's list of people, the register of devices. Fills in their ids. */
export async function found(desk: Desk, staff: Staff, estate: Estate): Promise<Account[]> {
  const { sysAdmin, secAdmin, auditAdmin } = staff.administrators;
  const founders = [sysAdmin, secAdmin, auditAdmin].map((member) => ({ member, password: freshPassword() }));
  const [sys, sec, audit] = founders.map(({ member, password }) => ({ login: member.login ?? '', name: member.name, password })) as [
    Credentials,
    Credentials,
    Credentials,
  ];
  await desk.anyone(unit.found, { unit: unitName, letter: 'A', zone, sysAdmin: sys, secAdmin: sec, auditAdmin: audit });
  // The first run says only that it was done; the administrators' accounts are asked for by one of them who signs in.
  await desk.signIn(secAdmin, sec.password);
  for (const { id, login } of await desk.as(secAdmin, accounts.list, {})) desk.accounts.set(login, id);

  await bringInPeople(desk, staff);
  const made: Account[] = [];
  for (const member of staff.members) {
    if (member.login === undefined || founders.some((founder) => founder.member === member)) continue;
    pass(desk, 2);
    made.push({ member, password: await open(desk, secAdmin, member) });
  }
  pass(desk, 30);
  const { ids } = await desk.as(staff.office, devices.registerMany, {
    devices: estate.all.map(({ id: _, ...facts }) => facts),
  });
  for (const [i, device] of estate.all.entries()) device.id = ids[i] as string;
  await setDeputies(desk, staff);
  return [...founders, ...made];
}

interface Credentials {
  login: string;
  name: string;
  password: string;
}

function pass(desk: Desk, minutes: number): void {
  desk.clock.moveTo(desk.clock.now() + minutes * minute);
}

/** The system administrator takes the unit's own list in, as any unit does: looked at first, then all at once. */
async function bringInPeople(desk: Desk, staff: Staff): Promise<void> {
  const { sysAdmin } = staff.administrators;
  pass(desk, 12);
  const list = { name: '值班与应急人员名册.xlsx', content: await peopleList(staff, unitName, zone, desk.clock.now()) };
  const { plan } = await desk.as(sysAdmin, people.previewImport, list);
  pass(desk, 6);
  await desk.as(sysAdmin, people.import, { ...list, plan });
  const { groups } = await desk.as(sysAdmin, people.list, {});
  const byName = new Map(groups.flatMap((group) => group.people).map(({ name, id }) => [name, id]));
  for (const member of staff.members) {
    const id = byName.get(member.name);
    if (id === undefined) throw new Error(`${member.name} is not in the register`);
    member.id = id;
  }
}

/** An account with a password that somebody else set, and at once one of the officer's own: the demonstration signs in straight. */
async function open(desk: Desk, secAdmin: Member, member: Member): Promise<string> {
  const { login = '', name, roles = [], id } = member;
  const [current, next] = [freshPassword(), freshPassword()];
  const account = await desk.as(secAdmin, accounts.create, {
    login,
    name,
    roles,
    password: current,
    ...(id === undefined ? {} : { personId: id }),
  });
  desk.accounts.set(login, account.id);
  await desk.as(member, accounts.changeOwnPassword, { current, next });
  return next;
}

async function setDeputies(desk: Desk, { pairs, leaders, office }: Staff): Promise<void> {
  for (const [one, other] of [...pairs, leaders as readonly [Member, Member]]) {
    for (const [who, deputy] of [
      [one, other],
      [other, one],
    ] as const) {
      if (who.id !== undefined && deputy.id !== undefined) await desk.as(office, people.setDeputies, { id: who.id, deputies: [deputy.id] });
    }
  }
}
