import { expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { hour, minute } from '../../src/shared/time';
import { administrators, founded, memoryStation, must } from '../support/memory-station';

const { accounts, unit } = contracts;

async function withOfficer(seed: number) {
  const test = await founded(memoryStation(seed));
  const signIn = (password: string, login = 'officer-a') => test.station.call(accounts.signIn, { login, password });
  return { ...test, signIn, right: 'Zhiban-2027' };
}

test('five wrong passwords lock an account for 30 minutes, right password or not', async () => {
  const { signIn, right, clock } = await withOfficer(1);
  for (let i = 0; i < 5; i++) expect(await signIn('wrong')).toMatchObject({ ok: false, refusal: { code: 'wrongPassword' } });
  expect(await signIn(right)).toMatchObject({ ok: false, refusal: { code: 'accountLocked', params: { minutes: 30 } } });
  clock.pass(30 * minute - 1);
  expect(await signIn(right)).toMatchObject({ refusal: { code: 'accountLocked', params: { minutes: 1 } } });
  clock.pass(1);
  expect(await signIn(right)).toMatchObject({ ok: true });
});

test('five tries at once count as five', async () => {
  const { signIn, right } = await withOfficer(2);
  await Promise.all(Array.from({ length: 5 }, () => signIn('wrong')));
  expect(await signIn(right)).toMatchObject({ refusal: { code: 'accountLocked' } });
});

test('four wrong ones and a right one start the count anew', async () => {
  const { signIn, right } = await withOfficer(3);
  for (let i = 0; i < 4; i++) await signIn('wrong');
  must(await signIn(right));
  for (let i = 0; i < 4; i++) await signIn('wrong');
  expect(await signIn(right)).toMatchObject({ ok: true });
});

test('an unknown login and a wrong password cannot be told apart', async () => {
  const { signIn } = await withOfficer(4);
  expect(await signIn('wrong', 'nobody')).toEqual(await signIn('wrong'));
});

test('a locked session is answered nothing but its unlocking', async () => {
  const { station, token, right } = await withOfficer(5);
  must(await station.call(accounts.lock, {}, token));
  expect(await station.call(unit.settings, {}, token)).toMatchObject({ refusal: { code: 'sessionLocked' } });
  expect(await station.call(accounts.unlock, { password: 'wrong' }, token)).toMatchObject({ refusal: { code: 'wrongPassword' } });
  must(await station.call(accounts.unlock, { password: right }, token));
  expect(await station.call(unit.settings, {}, token)).toMatchObject({ ok: true });
});

test('a session ends after 14 h, at sign-out, and when its account is disabled', async () => {
  const { station, token, clock, signIn, right, officer, sec } = await withOfficer(6);
  const second = must(await signIn(right)).token;
  must(await station.call(accounts.signOut, {}, second));
  expect(await station.call(unit.settings, {}, second)).toMatchObject({ refusal: { code: 'notSignedIn' } });
  const third = must(await signIn(right)).token;
  must(await station.call(accounts.disable, { id: officer, reason: '调离' }, sec));
  expect(await station.call(unit.settings, {}, third)).toMatchObject({ refusal: { code: 'notSignedIn' } });
  expect(await signIn(right)).toMatchObject({ refusal: { code: 'accountDisabled' } });
  must(await station.call(accounts.enable, { id: officer, reason: '返岗' }, sec));
  const fourth = must(await signIn(right)).token;
  clock.pass(14 * hour + 1);
  for (const late of [token, fourth])
    expect(await station.call(unit.settings, {}, late)).toMatchObject({ refusal: { code: 'notSignedIn' } });
});

test('domain.md 1: no person holds two of the three administrators, nor one beside a duty', async () => {
  const { station, sec, officer } = await withOfficer(7);
  const create = (roles: string[]) =>
    station.call(accounts.create, { login: 'another', name: '某人', roles: roles as never, password: 'Mouren-2026' }, sec);
  for (const roles of [
    ['sysAdmin', 'secAdmin'],
    ['auditAdmin', 'dutyOfficer'],
  ]) {
    expect(await create(roles)).toMatchObject({ refusal: { code: 'rolesNotSeparated' } });
  }
  const grant = { id: officer, roles: ['dutyOfficer', 'auditAdmin'] as never, reason: '兼任' };
  expect(await station.call(accounts.grantRoles, grant, sec)).toMatchObject({ refusal: { code: 'rolesNotSeparated' } });
});

test('an administrator cannot be changed by the security administrator alone', async () => {
  const { station, sec } = await withOfficer(8);
  const sys = must(await station.call(accounts.list, {}, sec)).find(({ login }) => login === 'sys');
  const id = sys?.id as string;
  for (const answer of [
    await station.call(accounts.resetPassword, { id, password: 'Chongzhi-2026' }, sec),
    await station.call(accounts.disable, { id, reason: '试' }, sec),
    await station.call(accounts.grantRoles, { id, roles: ['dutyOfficer'], reason: '试' }, sec),
  ]) {
    expect(answer).toMatchObject({ refusal: { code: 'administratorNotAlone' } });
  }
});

test('a password somebody else set must be changed before anything else', async () => {
  const { station, sec, officer, signIn, right } = await withOfficer(9);
  must(await station.call(accounts.resetPassword, { id: officer, password: 'Linshi-2026' }, sec));
  expect(await signIn(right)).toMatchObject({ refusal: { code: 'wrongPassword' } });
  const { token, mustChangePassword } = must(await signIn('Linshi-2026'));
  expect(mustChangePassword).toBe(true);
  expect(await station.call(contracts.drafts.load, { key: 'x' }, token)).toMatchObject({ refusal: { code: 'passwordMustChange' } });
  must(await station.call(accounts.changeOwnPassword, { current: 'Linshi-2026', next: 'Xinkouling-2' }, token));
  expect(await station.call(contracts.drafts.load, { key: 'x' }, token)).toMatchObject({ ok: true });
});

test('password rules: length, kinds, not the login, not the same again; configurable, never under 8', async () => {
  const { station, token, sys, right } = await withOfficer(10);
  const change = (next: string) => station.call(accounts.changeOwnPassword, { current: right, next }, token);
  expect(await change('Ab1-')).toMatchObject({ refusal: { code: 'passwordTooShort' } });
  expect(await change('abcdefgh1')).toMatchObject({ refusal: { code: 'passwordTooPlain' } });
  expect(await change('X1-officer-a')).toMatchObject({ refusal: { code: 'passwordHasLogin' } });
  expect(await change(right)).toMatchObject({ refusal: { code: 'passwordUnchanged' } });
  must(await station.call(unit.changeSettings, { passwordRules: { minLength: 14, minKinds: 4 } }, sys));
  expect(await change('Zhiban-2028')).toMatchObject({ refusal: { code: 'passwordTooShort' } });
  const tooWeak = await station.call(unit.changeSettings, { passwordRules: { minLength: 7, minKinds: 1 } }, sys);
  expect(tooWeak).toMatchObject({ refusal: { code: 'invalidInput', issues: [{ path: 'passwordRules.minLength' }] } });
});

test('first run: once only, three passwords that differ, nothing half made', async () => {
  const { station } = memoryStation(11);
  const facts = { unit: '某市公安局指挥中心', letter: 'A', zone: 'Asia/Shanghai', ...administrators };
  expect(await station.call(accounts.signIn, { login: 'sys', password: 'x' })).toMatchObject({ refusal: { code: 'notFounded' } });
  const alike = { ...facts, secAdmin: { ...facts.secAdmin, password: facts.sysAdmin.password } };
  expect(await station.call(unit.found, alike)).toMatchObject({ refusal: { code: 'passwordsAlike', params: { role: 'secAdmin' } } });
  expect(must(await station.call(unit.status, {}))).toMatchObject({ founded: false, entries: 0 });
  must(await station.call(unit.found, facts));
  expect(await station.call(unit.found, facts)).toMatchObject({ refusal: { code: 'alreadyFounded' } });
});

test('a call sent again under its id is answered alike and done once', async () => {
  const { station, sec } = await withOfficer(12);
  const call = '0198f000-0000-7000-8000-000000000001';
  const input = { login: 'twice', name: '只建一次', roles: ['engineer'], password: 'Zhijian-2026' };
  const first = await station.answer('accounts.create', input, sec, call);
  expect(await station.answer('accounts.create', input, sec, call)).toEqual(first);
  expect(must(await station.call(accounts.list, {}, sec)).filter(({ login }) => login === 'twice')).toHaveLength(1);
});

test('no token of a session lies in the database, not even as an answer to be repeated', async () => {
  const { station, right } = await withOfficer(9);
  const answer = await station.answer('accounts.signIn', { login: 'officer-a', password: right }, undefined, 'call-of-the-shell');
  const { token } = must(answer as { ok: true; value: { token: string } });
  expect(station.journal.raw.serialize().includes(token)).toBe(false);
});

test('a wrong password whose call is sent again counts once', async () => {
  const { station, signIn, right } = await withOfficer(14);
  const token = must(await signIn(right)).token;
  for (let i = 0; i < 5; i++) await station.answer('accounts.unlock', { password: 'wrong' }, token, 'one-and-the-same-call');
  expect(await signIn(right)).toMatchObject({ ok: true });
});

test('the trail names the person who signed in, not the station', async () => {
  const { station, audit, officer, signIn, right } = await withOfficer(15);
  must(await signIn(right));
  const { rows } = must(await station.call(contracts.journal.entries, { limit: 1 }, audit));
  expect(rows[0]).toMatchObject({ name: 'account.signedIn@1', actor: officer });
});

test('answers are forgotten an hour later, in a quiet moment', async () => {
  const { station, sys, clock } = await withOfficer(16);
  await station.answer('unit.changeSettings', { idleMinutes: 15 }, sys, 'a-call');
  const kept = () => station.journal.raw.prepare('SELECT count(*) FROM answered').pluck().get();
  station.tidy();
  expect(kept()).toBe(1);
  clock.pass(hour + 1);
  station.tidy();
  expect(kept()).toBe(0);
});
