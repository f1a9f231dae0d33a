import { Login } from '../../shared/accounts/contract';
import { defaultPasswordRules, passwordFault } from '../../shared/accounts/password-rules';
import { administratorRoles } from '../../shared/roles';
import { isZone } from '../../shared/time';

export type AdministratorRole = (typeof administratorRoles)[number];

export interface AdministratorDraft {
  name: string;
  login: string;
  password: string;
  again: string;
}

/** All that the first run asks for. Kept in memory only: passwords are never written as drafts. */
export interface FirstRunDraft extends Record<AdministratorRole, AdministratorDraft> {
  unit: string;
  letter: string;
  zone: string;
}

const nobody: AdministratorDraft = { name: '', login: '', password: '', again: '' };
export const emptyFirstRun: FirstRunDraft = {
  unit: '',
  letter: 'A',
  zone: 'Asia/Shanghai',
  sysAdmin: nobody,
  secAdmin: nobody,
  auditAdmin: nobody,
};

/** Its steps, in order. */
export const firstRunSteps = ['station', 'why', ...administratorRoles, 'review'] as const;
export type FirstRunStep = (typeof firstRunSteps)[number];

/** A fault of one field: the word for it, and whose field it clashes with. */
export interface FieldFault {
  word: string;
  role?: AdministratorRole;
}

/** What is wrong with unit, letter and zone. */
export function stationFaults({ unit, letter, zone }: FirstRunDraft): Partial<Record<'unit' | 'letter' | 'zone', FieldFault>> {
  return {
    ...(unit.trim() === '' ? { unit: { word: 'common:rules.required' } } : {}),
    ...(/^[A-Z]$/.test(letter) ? {} : { letter: { word: 'common:rules.letter' } }),
    ...(isZone(zone) ? {} : { zone: { word: 'common:rules.zone' } }),
  };
}

/** What is wrong with one administrator, also beside those before: three people, three logins, three passwords (domain.md 1). */
export function administratorFaults(draft: FirstRunDraft, role: AdministratorRole): Partial<Record<keyof AdministratorDraft, FieldFault>> {
  const { name, login, password, again } = draft[role];
  const earlier = administratorRoles.slice(0, administratorRoles.indexOf(role));
  const same = (field: keyof AdministratorDraft, value: string) =>
    earlier.find((other) => value !== '' && draft[other][field].trim().toLowerCase() === value.trim().toLowerCase());
  const faults: Partial<Record<keyof AdministratorDraft, FieldFault>> = {};

  const sameName = same('name', name);
  if (name.trim() === '') faults.name = { word: 'common:rules.required' };
  else if (sameName) faults.name = { word: 'unit:firstRun.administrator.nameUsed', role: sameName };

  const sameLogin = same('login', login);
  if (login === '') faults.login = { word: 'common:rules.required' };
  else if (!Login.safeParse(login).success) faults.login = { word: 'common:rules.login' };
  else if (sameLogin) faults.login = { word: 'unit:firstRun.administrator.loginUsed', role: sameLogin };

  const weak = passwordFault(password, login, defaultPasswordRules);
  const samePassword = earlier.find((other) => password !== '' && draft[other].password === password);
  if (password === '') faults.password = { word: 'common:rules.required' };
  else if (weak) faults.password = { word: `accounts:refusals.${weak}` };
  else if (samePassword) faults.password = { word: 'unit:firstRun.administrator.passwordUsed', role: samePassword };

  if (again === '') faults.again = { word: 'common:rules.required' };
  else if (again !== password) faults.again = { word: 'accounts:rules.notSame' };
  return faults;
}

/** True when the step may be left forwards. */
export function stepIsDone(draft: FirstRunDraft, step: FirstRunStep): boolean {
  if (step === 'why') return true;
  if (step === 'station') return Object.keys(stationFaults(draft)).length === 0;
  if (step === 'review') return firstRunSteps.every((one) => one === 'review' || stepIsDone(draft, one));
  return Object.keys(administratorFaults(draft, step)).length === 0;
}
