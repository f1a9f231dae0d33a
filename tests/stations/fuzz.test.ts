// Junk at every door of the station: a typed refusal each time, no crash, no write.
import { connect } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commonRefusals } from '../../src/shared/answer';
import type { Access } from '../../src/shared/contract';
import { contracts, procedures } from '../../src/shared/contracts';
import { breaksSeparation, deskRoles, type Role } from '../../src/shared/roles';
import { listenLocally, socketPath } from '../../src/station/serving/local-socket';
import { minute } from '../../src/shared/time';
import { knownIds } from '../support/arbitrary';
import { Chance } from '../support/chance';
import { dump } from '../support/dump';
import { inputsFor } from '../support/junk';
import { anyCommand, anySlice } from '../support/random-commands';
import { founded, memoryStation, must } from '../support/memory-station';
import { freshFolder } from '../support/processes';

const folder = freshFolder();
// A folder and not memory: attachments are files.
const desk = await founded(memoryStation('fuzz', join(folder.path, 'data')));
const { station } = desk;
const changes = station.journal.raw.prepare<[], number>('SELECT total_changes()').pluck();
const accountIds = new Map<Role, string>();
const runs = { seed: 20_261_122, numRuns: 60, endOnFailure: true };

beforeAll(async () => {
  const accounts = must(await station.call(contracts.accounts.list, {}, desk.sec));
  for (const { id, roles } of accounts) for (const role of roles) accountIds.set(role, id);
  const { id } = must(
    await station.call(
      contracts.accounts.create,
      { login: 'everything', name: '全能值班员', roles: [...deskRoles], password: 'Linshi-2026' },
      desk.sec,
    ),
  );
  const first = station.sessionFor(id);
  must(await station.call(contracts.accounts.changeOwnPassword, { current: 'Linshi-2026', next: 'Linshi-2027' }, first));
  for (const role of deskRoles) accountIds.set(role, id);
  await fill();
});
afterAll(() => {
  station.close();
  folder.remove();
});

/** Something of everything, so that junk meets real records: their ids go into the inputs. */
async function fill(): Promise<void> {
  const tokens = { officer: desk.token, sysAdmin: desk.sys, secAdmin: desk.sec, auditAdmin: desk.audit };
  const chance = new Chance(7);
  for (let i = 0; i < 300; i++) {
    const world = { chance, station, now: desk.clock.now() };
    const { name, command } = anyCommand(world, anySlice(chance));
    await station.answer(name, command.input(world), tokens[command.as]);
    desk.clock.pass(minute);
  }
  for (const table of ['faults', 'log_entries', 'people', 'devices', 'visitors', 'duty_records', 'matters', 'reports']) {
    knownIds.push(...station.journal.raw.prepare<[], string>(`SELECT id FROM ${table} LIMIT 6`).pluck().all());
  }
}

/** A session of somebody who may call it: what is looked for lies behind that door. */
function sessionFor(roles: Access): string {
  const role = roles === 'anyone' || roles === 'signedIn' ? 'dutyOfficer' : roles[0];
  return station.sessionFor(accountIds.get(role as Role) as string);
}

describe.each([...procedures].map(([name, procedure]) => [name, procedure] as const))('%s', (name, procedure) => {
  test('answers junk with a value it can answer, or a refusal it names; what is invalid writes nothing', async () => {
    const refusals = new Set<string>([...commonRefusals, ...procedure.refuses]);
    await fc.assert(
      fc.asyncProperty(inputsFor(procedure.input), fc.nat(9), async (input, who) => {
        const token = who === 0 ? undefined : who === 1 ? '\ud800no such session' : sessionFor(procedure.roles);
        const before = changes.get();
        // What `failed` would stand for throws here: memoryStation sees to it, and outputs are checked.
        const answer = await station.answer(name, input, token);
        if (answer.ok) return;
        expect([...refusals]).toContain(answer.refusal.code);
        expect(answer.refusal.code).not.toBe('failed');
        expect(JSON.stringify(answer).length).toBeLessThan(20_000);
        if (answer.refusal.code !== 'invalidInput') return;
        expect(answer.refusal.issues?.length).toBeGreaterThan(0);
        expect(changes.get()).toBe(before);
      }),
      // Reading or folding the whole journal takes its time, and takes no input.
      name === 'journal.rebuild' || name === 'journal.verify' ? { ...runs, numRuns: 10 } : runs,
    );
  }, 60_000);
});

test('after all that the journal is sound, and its tables are what its entries say', async () => {
  expect(must(await station.call(contracts.journal.verify, {}, station.sessionFor(accountIds.get('auditAdmin') as string)))).toMatchObject({
    sound: true,
  });
  const before = dump(station);
  station.journal.rebuild();
  expect(dump(station)).toEqual(before);
  const accounts = must(await station.call(contracts.accounts.list, {}, desk.sec));
  expect(accounts.filter(({ roles }) => breaksSeparation(roles))).toEqual([]);
});

test('names of no procedure are unknown, whatever objects call them', async () => {
  const names: unknown[] = [
    '',
    'constructor',
    '__proto__',
    'toString',
    'accounts',
    'accounts.',
    '.list',
    'accounts.constructor',
    'Accounts.list',
    'x'.repeat(1e6),
    '\ud800',
    null,
    undefined,
    7,
    {},
    ['accounts.list'],
  ];
  for (const name of names) {
    const before = changes.get();
    const answer = await station.answer(name as string, {}, desk.token);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'unknownProcedure' } });
    expect(JSON.stringify(answer).length).toBeLessThan(1_000);
    expect(changes.get()).toBe(before);
  }
});

describe('the local socket', () => {
  const small = freshFolder();

  /** Sends bytes and resolves with what came back when the other side hung up, or after it had time to. */
  function send(bytes: string | Buffer): Promise<{ hungUp: boolean; said: string }> {
    return new Promise((done) => {
      let said = '';
      const socket = connect(socketPath(small.path));
      const patience = setTimeout(() => finish(false), 1_500);
      const finish = (hungUp: boolean) => {
        clearTimeout(patience);
        socket.destroy();
        done({ hungUp, said });
      };
      socket.on('error', () => finish(true));
      socket.on('close', () => finish(true));
      socket.on('data', (chunk) => {
        said += chunk.toString();
        if (said.endsWith('\n')) finish(false);
      });
      socket.write(bytes);
    });
  }

  test('hangs up on junk, without effect, and goes on answering others', async () => {
    const server = await listenLocally(station, small.path);
    const before = changes.get();
    const lines = [
      '\n',
      'GET / HTTP/1.1\r\n\r\n',
      'null\n',
      '[]\n',
      '7\n',
      '"text"\n',
      '{}\n',
      '{"id":1}\n',
      '{"id":"1","name":"unit.status"}\n',
      '{"id":1,"name":["unit.status"]}\n',
      '{"id":1,"name":"unit.status","token":7}\n',
      '{"id":1,"name":"unit.status","call":{}}\n',
      `${'['.repeat(50_000)}\n`,
    ];
    for (const line of [...lines, Buffer.from([0xff, 0xfe, 0x00, 0x0a])]) {
      expect({ line, ...(await send(line)) }).toMatchObject({ line, hungUp: true, said: '' });
    }
    expect(changes.get()).toBe(before);
    expect((await send('{"id":1,"name":"unit.status","input":{}}\n')).said).toContain('"founded":true');
    expect((await send('{"id":1,"name":"__proto__","input":{}}\n')).said).toContain('unknownProcedure');
    server.close();
    small.remove();
  });
});
