// The real station program, killed while it folds what a first sync brought: the next one goes on where it was.
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { logEntryWritten } from '../../src/shared/duty-log/events';
import { receive } from '../../src/station/journal/receive';
import { verifyJournal } from '../../src/station/journal/verify';
import { Chance } from '../support/chance';
import { dump } from '../support/dump';
import { lacking, trust } from '../support/exchange';
import { founded, memoryStation } from '../support/memory-station';
import { freshFolder, Serving } from '../support/processes';

const entries = 3_000;
const kills = 8;

test('kill -9 while a first sync is folded: all of it is there in the end, once', { timeout: 180_000 }, async () => {
  const chance = new Chance(20_261_122);
  const east = await founded(memoryStation('receive kill east'));
  const { journal } = east.station;
  const nobody = { caller: null, persons: [], places: [], devices: [], attachments: [] };
  for (let first = 1; first <= entries; first += 500) {
    const drafts = Array.from({ length: 500 }, (_, i) => {
      const n = first + i;
      const number = `A-2026-${String(n).padStart(6, '0')}`;
      const occurredAt = Date.UTC(2026, 9, 1) + n * 1000;
      return logEntryWritten(journal.newId(), { ...nobody, number, author: '值班员甲', occurredAt, kind: 'other', text: `摄像机离线${n}` });
    });
    journal.transact(() => journal.append('station', drafts));
  }
  const { path, remove } = freshFolder();
  onTestFinished(remove);
  const west = memoryStation('receive kill west', path).station;
  trust(east.station, west);
  receive(west.journal, lacking(east.station, west));
  west.close();

  const left = () => {
    const raw = new Database(join(path, 'station.db'), { readonly: true });
    const count = raw.prepare<[], number>('SELECT count(*) FROM unfolded').pluck().get() as number;
    raw.close();
    return count;
  };
  expect(left()).toBeGreaterThan(entries);
  const leftAfter: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const serving = await Serving.start({ data: path });
    await pass(chance.between(0, 200));
    await serving.stop('SIGKILL');
    leftAfter.push(left());
  }
  // Each goes on, and none begins anew.
  expect(leftAfter).toEqual(leftAfter.toSorted((a, b) => b - a));
  const last = await Serving.start({ data: path });
  await vi.waitFor(() => expect(left()).toBe(0), { timeout: 120_000, interval: 200 });
  await last.stop('SIGKILL');

  const { station } = memoryStation('receive kill again', path);
  onTestFinished(() => station.close());
  expect(station.journal.hasUnfolded).toBe(false);
  expect(verifyJournal(station.journal, () => '')).toMatchObject({ sound: true });
  expect(dump(station)).toEqual(dump(east.station));
  // The last few wait to be indexed together, depending on where the kills fell.
  station.tidy();
  expect(station.journal.raw.prepare('SELECT count(*) FROM log_search WHERE log_search MATCH \'"=摄像 =像机"\'').pluck().get()).toBe(
    entries,
  );
});
