import type { Role } from '../../shared/roles';
import type { Account } from './founding';

const roleWords: Partial<Record<Role, string>> = {
  sysAdmin: '系统管理员',
  secAdmin: '安全管理员',
  auditAdmin: '审计管理员',
  shiftLeader: '带班领导',
  dutyOfficer: '值班员',
  engineer: '工程师',
  office: '应急办公室',
  groupLeader: '应急小组组长',
  leadingGroup: '应急领导小组',
};

/** Login, name, role and password in columns, as a terminal shows them. */
export function accountsTable(accounts: readonly Account[]): string {
  const rows = accounts.map(({ member: { login = '', name, roles = [] }, password }) => [
    login,
    name,
    roles.map((role) => roleWords[role] ?? role).join('、'),
    password,
  ]);
  const all = [['登录名', '姓名', '角色', '口令'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

/** Columns of a terminal: a Chinese character takes two. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffff]/u.test(character) ? 2 : 1), 0);
}
