import { expect, test } from 'vitest';
import { administratorFaults, emptyFirstRun, type FirstRunDraft, stationFaults, stepIsDone } from './first-run';

const person = (name: string, login: string, password: string) => ({ name, login, password, again: password });
const whole: FirstRunDraft = {
  unit: '江城市公安局指挥中心',
  letter: 'A',
  zone: 'Asia/Shanghai',
  sysAdmin: person('陈建国', 'chenjg', 'Night-0-Watch'),
  secAdmin: person('林晓燕', 'linxy', 'Night-1-Watch'),
  auditAdmin: person('周文博', 'zhouwb', 'Night-2-Watch'),
};

test('three people, three logins, three passwords', () => {
  expect(stepIsDone(whole, 'review')).toBe(true);
  expect(stepIsDone(emptyFirstRun, 'review')).toBe(false);
  const again = { ...whole, auditAdmin: { ...whole.sysAdmin, login: 'CHENJG' } };
  expect(administratorFaults(again, 'auditAdmin')).toMatchObject({
    name: { role: 'sysAdmin' },
    login: { role: 'sysAdmin' },
    password: { role: 'sysAdmin' },
  });
});

test('rules are checked field by field', () => {
  expect(stationFaults({ ...whole, unit: ' ', letter: 'ä', zone: 'Mars' })).toMatchObject({ unit: {}, letter: {}, zone: {} });
  const weak = { ...whole, secAdmin: { name: '', login: 'x', password: 'linxy123', again: 'other' } };
  expect(Object.keys(administratorFaults(weak, 'secAdmin')).sort()).toEqual(['again', 'login', 'name', 'password']);
  expect(administratorFaults({ ...whole, secAdmin: person('林', 'linxy', 'Linxy-2026') }, 'secAdmin').password?.word).toBe(
    'accounts:refusals.passwordHasLogin',
  );
});
