import { breaksSeparation, type Role } from '../roles';

/** Which role of the duty station a post in a unit's list speaks of (domain.md 1). */
const roleOfPost: readonly (readonly [RegExp, Role])[] = [
  [/领导小组/u, 'leadingGroup'],
  [/带班|值班长|值班领导/u, 'shiftLeader'],
  [/组长/u, 'groupLeader'],
  [/应急办/u, 'office'],
  [/值班员|接警员|值守/u, 'dutyOfficer'],
  [/工程师|维修|技术员|运维/u, 'engineer'],
  [/备件|库管|保管员/u, 'storekeeper'],
  [/系统管理员/u, 'sysAdmin'],
  [/安全管理员/u, 'secAdmin'],
  [/审计管理员/u, 'auditAdmin'],
];

/** Roles a person's post suggests for an account. A suggestion only: the security administrator grants. */
export function rolesOfPost(post: string): Role[] {
  const suggested = roleOfPost.filter(([words]) => words.test(post)).map(([, role]) => role);
  return breaksSeparation(suggested) ? [] : suggested;
}

/** Place in a contact sheet: who leads stands first. */
export function rankOfPost(post: string): number {
  const at = roleOfPost.findIndex(([words]) => words.test(post));
  return at < 0 ? roleOfPost.length : at;
}

const numerals = '一二三四五六七八九十';

/** Place of a group in a contact sheet (domain.md 5): leading group, office, command centre, the numbered ones, reserve, the rest. */
export function rankOfGroup(group: string): number {
  if (group === '') return 900;
  if (group.includes('领导小组')) return 0;
  if (group.includes('办公室')) return 1;
  if (group.includes('指挥中心')) return 2;
  const numbered = /(\d{1,2}|[一二三四五六七八九十]|[A-Za-z])\s*组/u.exec(group)?.[1];
  if (numbered) return 10 + ordinal(numbered);
  return group.includes('预备') ? 200 : 300;
}

function ordinal(text: string): number {
  if (/\d/.test(text)) return Number(text);
  const numeral = numerals.indexOf(text);
  return numeral >= 0 ? numeral + 1 : text.toUpperCase().charCodeAt(0) - 64;
}
