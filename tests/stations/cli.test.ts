// The command line, as real processes of the built program.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commonRefusals } from '../../src/shared/answer';
import { procedures } from '../../src/shared/contracts';
import { EntryShape } from '../../src/station/journal/entry';
import { foundingFlags, freshFolder, init, passwords, run, Serving } from '../support/processes';

// Each test starts several processes, one after the other.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = freshFolder();
const data = join(folder.path, 'data');
const asSec = { data, env: { STATION_PASSWORD: passwords.secAdmin } };
const asAudit = { data, env: { STATION_PASSWORD: passwords.auditAdmin } };
const asSys = { data, env: { STATION_PASSWORD: passwords.sysAdmin } };

beforeAll(() => init(data));
afterAll(() => folder.remove());

function oneLine(text: string): void {
  expect(text.endsWith('\n')).toBe(true);
  expect(text.trimEnd().split('\n')).toHaveLength(1);
  expect(text).not.toMatch(/\n\s+at /);
}

describe('usage', () => {
  test('--help comes in English and in Chinese, without any command', async () => {
    const english = await run(['--help'], { env: { LANG: 'en_GB.UTF-8' } });
    expect(english).toMatchObject({ code: 0, stderr: '' });
    for (const command of ['init', 'serve', 'call', 'list', 'verify', 'rebuild', 'export', '--data']) {
      expect(english.stdout).toContain(command);
    }
    const chinese = await run(['call', '--help'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(chinese.stdout).toContain('值班站命令行');
  });

  test('--version says one', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test.concurrent.for([
    ['no command', []],
    ['an unknown command', ['frobnicate']],
    ['a name every object has', ['constructor']],
    ['an unknown option', ['list', '--frobnicate']],
    ['an option without its value', ['verify', '--data']],
    ['a word too many', ['verify', 'now']],
    ['call without a name', ['call']],
    ['input that is not JSON', ['call', 'unit.status', '{']],
    ['an officer without a password', ['call', 'accounts.list', '--as', 'sec']],
    ['init without a letter', ['init', '--unit', '某单位']],
    ['init without passwords', ['init', ...foundingFlags]],
    ['an administrator without a name', ['init', ...foundingFlags, '--sys-admin', 'sys']],
    ['a password as an option', ['call', 'accounts.list', '--as', 'sec', '--password', 'x']],
  ] as [string, string[]][])('%s: code 2, one line', async ([, args]) => {
    const { code, stdout, stderr } = await run(args, { data });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    oneLine(stderr);
  });

  test('errors speak Chinese where the person does', async () => {
    const { stderr } = await run(['frobnicate'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(stderr).toContain('没有命令 frobnicate');
  });
});

describe('list', () => {
  test('is one object of every procedure, and needs no folder', async () => {
    const { code, stdout, stderr } = await run(['list'], { data: '/proc/none' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    oneLine(stdout);
    const listed = JSON.parse(stdout) as Record<string, { kind: string; roles: unknown; refusals: string[]; input: object }>;
    expect(Object.keys(listed).toSorted()).toEqual([...procedures.keys()].toSorted());
    for (const [name, facts] of Object.entries(listed)) {
      const procedure = procedures.get(name);
      expect(facts.kind).toBe(procedure?.kind);
      expect(facts.roles).toEqual(procedure?.roles);
      expect(facts.refusals).toEqual(expect.arrayContaining([...commonRefusals]));
      // One object, or one of several that a word tells apart.
      const { anyOf, oneOf } = facts.input as { anyOf?: object[]; oneOf?: object[] };
      for (const input of anyOf ?? oneOf ?? [facts.input]) expect(input).toMatchObject({ type: 'object' });
    }
    expect(listed['accounts.signIn']).toMatchObject({
      kind: 'command',
      roles: 'anyone',
      refusals: expect.arrayContaining(['wrongPassword', 'accountLocked', 'invalidInput']),
      input: { properties: { login: { type: 'string', maxLength: 64 } }, required: ['login', 'password'] },
    });
  });
});

describe('init', () => {
  test('takes passwords from a file and from stdin, and says what it founded', async () => {
    const other = freshFolder();
    const secrets = join(other.path, 'passwords.json');
    writeFileSync(secrets, JSON.stringify(passwords), { mode: 0o600 });
    const fromFile = await run(['init', ...foundingFlags, '--passwords', secrets], { data: join(other.path, 'one') });
    expect(fromFile).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(fromFile.stdout)).toMatchObject({ letter: 'A', data: join(other.path, 'one') });
    const fromStdin = await run(['init', ...foundingFlags, '--zone', 'Asia/Urumqi', '--passwords', '-'], {
      data: join(other.path, 'two'),
      input: JSON.stringify(passwords),
    });
    expect(fromStdin).toMatchObject({ code: 0 });
    const status = await run(['call', 'unit.status'], { data: join(other.path, 'two') });
    expect(JSON.parse(status.stdout)).toMatchObject({ founded: true, letter: 'A', zone: 'Asia/Urumqi' });
    other.remove();
  });

  test('a second time is refused, and changes nothing', async () => {
    const { code, stdout, stderr } = await run(['init', ...foundingFlags], { data, env: { STATION_PASSWORDS: JSON.stringify(passwords) } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(JSON.parse(stderr)).toEqual({ code: 'alreadyFounded' });
  });

  test('weak passwords are refused without being repeated', async () => {
    const other = freshFolder();
    const { code, stderr } = await run(['init', ...foundingFlags], {
      data: join(other.path, 'data'),
      env: { STATION_PASSWORDS: JSON.stringify({ ...passwords, secAdmin: 'geheim' }) },
    });
    expect(code).toBe(1);
    oneLine(stderr);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'passwordTooShort', params: { role: 'secAdmin' } });
    expect(stderr).not.toContain('geheim');
    other.remove();
  });
});

describe('call', () => {
  test('what anyone may ask needs no officer', async () => {
    const { code, stdout, stderr } = await run(['call', 'unit.status'], { data });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    oneLine(stdout);
    expect(JSON.parse(stdout)).toMatchObject({ founded: true, letter: 'A', unit: '某市公安局指挥中心' });
  });

  test('the password comes from the environment or stdin, the input from the line or stdin', async () => {
    const fromEnvironment = await run(['call', 'accounts.list', '--as', 'sec'], asSec);
    expect(fromEnvironment).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(fromEnvironment.stdout)).toHaveLength(3);
    const fromStdin = await run(['call', 'accounts.list', '--as', 'sec', '--password-stdin'], { data, input: `${passwords.secAdmin}\n` });
    expect(fromStdin.code).toBe(0);
    const input = { login: 'zhang', name: '张值班', roles: ['dutyOfficer'], password: 'Zhiban-2026' };
    const created = await run(['call', 'accounts.create', '-', '--as', 'sec'], { ...asSec, input: JSON.stringify(input) });
    expect(created).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(created.stdout)).toMatchObject({ id: expect.any(String) });
    const mustChange = await run(['call', 'unit.settings', '--as', 'zhang'], { data, env: { STATION_PASSWORD: 'Zhiban-2026' } });
    expect(mustChange.code).toBe(0);
    const both = await run(['call', 'accounts.create', '-', '--as', 'sec', '--password-stdin'], { data, input: 'x' });
    expect(both.code).toBe(2);
  });

  test.for([
    ['a wrong password', ['call', 'accounts.list', '--as', 'audit'], 'no-such-password', { code: 'wrongPassword' }],
    ['nobody signed in', ['call', 'accounts.list'], '', { code: 'notSignedIn' }],
    [
      'the wrong role',
      ['call', 'journal.rebuild', '--as', 'sec'],
      passwords.secAdmin,
      { code: 'notAllowed', params: { name: 'journal.rebuild' } },
    ],
    ['an unknown procedure', ['call', '__proto__'], '', { code: 'unknownProcedure', params: { name: '__proto__' } }],
    ['a wrong input', ['call', 'accounts.signIn', '[1]'], '', { code: 'invalidInput' }],
  ] as [string, string[], string, object][])('%s: code 1, the refusal as JSON', async ([, args, password, refusal]) => {
    const { code, stdout, stderr } = await run(args, { data, env: { STATION_PASSWORD: password } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    oneLine(stderr);
    expect(JSON.parse(stderr)).toMatchObject(refusal);
  });

  test('the session is on the record, opened and closed, and nothing of it stays behind', async () => {
    await run(['call', 'unit.settings', '--as', 'sys'], asSys);
    const { stdout } = await run(['call', 'journal.entries', '{"limit":4}', '--as', 'audit'], asAudit);
    const names = (JSON.parse(stdout) as { rows: { name: string; actorName: string }[] }).rows.map(({ name }) => name);
    expect(names).toEqual(['account.signedIn@1', 'account.signedOut@1', 'account.signedIn@1', expect.any(String)]);
    const database = new Database(join(data, 'station.db'), { readonly: true });
    expect(database.prepare('SELECT count(*) AS open FROM sessions').get()).toEqual({ open: 0 });
    database.close();
  });

  test('a mistyped folder makes no station', async () => {
    for (const args of [['call', 'accounts.list', '--as', 'sec'], ['verify'], ['rebuild'], ['export']]) {
      const { code, stdout, stderr } = await run(args, { data: join(folder.path, 'typo'), env: { STATION_PASSWORD: 'x' } });
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      oneLine(stderr);
    }
    expect(readdirSync(folder.path)).toEqual(['data']);
  });

  test('many at once: each waits for the folder, and all are done', async () => {
    const calls = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        run(['call', 'drafts.save', JSON.stringify({ key: `k${i}`, content: 'x' }), '--as', 'sys'], asSys),
      ),
    );
    expect(calls.map(({ code, stderr }) => ({ code, stderr }))).toEqual(calls.map(() => ({ code: 0, stderr: '' })));
  });
});

describe('verify, rebuild, export', () => {
  test('a sound journal verifies, is rebuilt and verifies again', async () => {
    const first = await run(['verify'], { data });
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toMatchObject({ sound: true, stations: 1 });
    const rebuilt = await run(['rebuild'], { data });
    expect(rebuilt).toMatchObject({ code: 0, stderr: '' });
    expect((JSON.parse(rebuilt.stdout) as { streams: number }).streams).toBeGreaterThan(4);
    expect(await run(['verify'], { data })).toMatchObject({ code: 0 });
  });

  test('export is every entry, one a line, to stdout or to a file', async () => {
    const { entries } = JSON.parse((await run(['verify'], { data })).stdout) as { entries: number };
    const { code, stdout, stderr } = await run(['export'], { data });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(entries);
    const first = EntryShape.parse(JSON.parse(lines[0] as string));
    expect(first).toMatchObject({ seq: 1, name: 'station.founded@1' });
    const out = join(folder.path, 'all.ndjson');
    const toFile = await run(['export', '--out', out], { data });
    expect(JSON.parse(toFile.stdout)).toEqual({ entries, file: out });
    expect(readFileSync(out, 'utf8')).toBe(stdout);
    const nowhere = await run(['export', '--out', join(folder.path, 'no', 'such', 'folder')], { data });
    expect(nowhere).toMatchObject({ code: 1, stdout: '' });
    oneLine(nowhere.stderr);
  });

  test.for([
    [
      'a changed payload',
      `UPDATE entries SET payload = replace(payload, '系统管理员', '系统管理人') WHERE payload LIKE '%系统管理员%'`,
      3,
      'hashMismatch',
    ],
    ['an entry taken out', 'DELETE FROM entries WHERE key = (SELECT key FROM entries ORDER BY key LIMIT 1 OFFSET 1)', 3, 'sequenceGap'],
    [
      'a forged signature',
      'UPDATE entries SET signature = zeroblob(64) WHERE key = (SELECT key FROM entries WHERE signature IS NOT NULL ORDER BY key LIMIT 1)',
      5,
      'badSignature',
    ],
  ] as [string, string, number, string][])('%s is named: letter, number, id, reason', async ([, sql, seq, reason]) => {
    const other = freshFolder();
    await init(other.path);
    const database = new Database(join(other.path, 'station.db'));
    database.exec(sql);
    database.close();
    const { code, stdout, stderr } = await run(['verify'], { data: other.path });
    expect(code).toBe(1);
    oneLine(stderr);
    const { broken } = JSON.parse(stdout) as { broken: { letter: string; seq: number; id: string; reason: string } };
    expect(broken).toMatchObject({ letter: 'A', seq, reason });
    expect(stderr).toContain(`entry ${seq} of station A (${broken.id}): ${reason}`);
    other.remove();
  });
});

describe('serve', () => {
  test('says one line, answers calls through its socket, and ends cleanly', async () => {
    const serving = await Serving.start({ data });
    oneLine(serving.line);
    expect(JSON.parse(serving.line)).toMatchObject({ serving: data });
    const called = await run(['call', 'accounts.list', '--as', 'sec'], asSec);
    expect(called).toMatchObject({ code: 0, stderr: '' });
    const refused = await run(['call', 'accounts.list', '--as', 'sec'], { data, env: { STATION_PASSWORD: 'wrong' } });
    expect(refused.code).toBe(1);
    expect(await run(['verify'], { data })).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['export'], { data })).toMatchObject({ code: 0, stderr: '' });
    const rebuild = await run(['rebuild'], { data });
    expect(rebuild).toMatchObject({ code: 3, stdout: '' });
    oneLine(rebuild.stderr);
    expect(await serving.stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(data).toSorted()).toEqual(expect.not.arrayContaining(['station.db-wal', 'station.sock']));
  });

  test('SIGINT ends it too; killed, the next one starts where it was', async () => {
    expect(await (await Serving.start({ data })).stop('SIGINT')).toMatchObject({ code: 0 });
    const killed = await Serving.start({ data });
    await run(['call', 'drafts.save', '{"key":"night","content":"草稿"}', '--as', 'sys'], asSys);
    await killed.stop('SIGKILL');
    const kept = await run(['call', 'drafts.load', '{"key":"night"}', '--as', 'sys'], asSys);
    expect(JSON.parse(kept.stdout)).toMatchObject({ content: '草稿' });
  });
});
