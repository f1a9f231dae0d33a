import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { StationProcess } from '../../src/main/station-process';
import { contracts } from '../../src/shared/contracts';
import { seededRandom } from '../../src/station/random';
import { dump } from '../support/dump';
import { reopened } from '../support/reopened';
import { founded, memoryStation, must, resources, testPasswordCost } from '../support/memory-station';

const commands = 1_000;
const kills = 30;
/** Calls under way at once: two phones, and a second window. */
const atOnce = 6;

/** The real station program under the shell's own supervisor, killed with SIGKILL whenever the seeded dice say so. */
test(`kill -9 of the station, ${kills} times during ${commands} commands: what was answered is there, once, and nothing is half there`, {
  timeout: 180_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duty-kill-'));
  // The killed process goes by the system's clock: the session must not have ended by it.
  const first = await founded(memoryStation('kill', folder, Date.now()));
  const token = first.station.sessionFor(first.officer);
  first.station.close();

  let killed = 0;
  let deaths = 0;
  const station = new StationProcess(
    {
      node: process.execPath,
      program: resolve(import.meta.dirname, '../../out/main/station.cjs'),
      env: {
        ...(process.env as Record<string, string>),
        DUTY_DATA_DIR: folder,
        DUTY_RESOURCES: resources,
        DUTY_PASSWORD_COST: String(testPasswordCost),
        DUTY_VERSION: '0',
      },
    },
    {
      changed: () => {},
      state: (state) => {
        if (state === 'down') deaths += 1;
      },
      refused: (code, message) => {
        throw new Error(`${code}: ${message}`);
      },
    },
  );
  station.start();

  const dice = seededRandom('kill -9');
  const roll = () => Buffer.from(dice(4)).readUInt32LE() / 2 ** 32;
  const answered: { i: number; number: string }[] = [];
  let next = 0;
  const work = async () => {
    while (next < commands) {
      const i = next++;
      // Spread over the run; fired while calls are under way, at a random moment within the next millisecond or two.
      if (killed < kills && (i * kills) / commands >= killed) {
        killed += 1;
        setTimeout(() => station.pid && process.kill(station.pid, 'SIGKILL'), roll() * 3);
      }
      const input = { kind: 'call', text: `第${i}号来电，东城区学府街球机黑屏` };
      const { number } = must((await station.call('dutyLog.write', input, token)) as { ok: true; value: { number: string } });
      answered.push({ i, number });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  station.stop();

  expect(killed).toBe(kills);
  expect(deaths).toBeGreaterThanOrEqual(kills - 1);
  expect(answered).toHaveLength(commands);

  const after = await reopened(folder);
  const texts = [...after.journal.entriesOf(after.journal.station)]
    .filter(({ name }) => name === 'logEntry.written@1')
    .map(({ payload }) => JSON.parse(payload) as { text: string; number: string });
  const byNumber = new Map(texts.map((entry) => [entry.number, entry.text]));
  for (const { i, number } of answered) expect(byNumber.get(number)).toContain(`第${i}号`);
  // Exactly once: a call sent again after a crash was not done a second time.
  expect(texts).toHaveLength(commands);
  expect(byNumber.size).toBe(commands);
  const audit = after.sessionFor(auditAccount(after));
  expect(must(await after.call(contracts.journal.verify, {}, audit))).toMatchObject({ sound: true });
  const before = dump(after);
  after.journal.rebuild();
  expect(dump(after)).toEqual(before);
  after.close();
  rmSync(folder, { recursive: true });
});

function auditAccount(station: ReturnType<typeof memoryStation>['station']): string {
  return station.journal.raw.prepare("SELECT id FROM accounts WHERE login = 'audit'").pluck().get() as string;
}
