// A first sync: what came is durable at once and folded by and by, also by a station that was killed meanwhile.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { logEntryFollowedUp, logEntryWritten } from '../../src/shared/duty-log/events';
import type { EventDraft } from '../../src/shared/event';
import { logSearch } from '../../src/station/duty-log/log-store';
import { findNewest } from '../../src/station/search/find-newest';
import { receive } from '../../src/station/journal/receive';
import { verifyJournal } from '../../src/station/journal/verify';
import type { Station } from '../../src/station/station';
import { dump } from '../support/dump';
import { exchange, lacking, trust } from '../support/exchange';
import { founded, memoryStation } from '../support/memory-station';

const entryId = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function written(n: number, text: string): EventDraft {
  const number = `A-2026-${String(n).padStart(6, '0')}`;
  const nobody = { caller: null, persons: [], places: [], devices: [], attachments: [] };
  return logEntryWritten(entryId(n), {
    ...nobody,
    number,
    author: '值班员甲',
    occurredAt: Date.UTC(2026, 9, 1) + n * 1000,
    kind: 'other',
    text,
  });
}

const followedUp = (n: number, text: string) => logEntryFollowedUp(entryId(n), { author: '值班员乙', text, attachments: [] });

/** A founded station with so many entries, half of them followed up, one commit for every ten. */
async function longLog(seed: string, entries: number) {
  const east = await founded(memoryStation(seed));
  const { journal } = east.station;
  for (let first = 1; first <= entries; first += 10) {
    const drafts = Array.from({ length: 10 }, (_, i) => [
      written(first + i, `东城区路口摄像机离线${first + i}`),
      ...(i % 2 === 0 ? [followedUp(first + i, '已派单')] : []),
    ]).flat();
    journal.transact(() => journal.append('station', drafts));
  }
  return east;
}

function foldAll(station: Station): void {
  while (station.journal.foldSome(50));
}

test('a long run is durable and proven first, then folded step by step, and found', async () => {
  const east = await longLog('receive east', 600);
  const west = memoryStation('receive west').station;
  trust(east.station, west);
  const sent = lacking(east.station, west);
  const announced: string[] = [];
  west.onChanged((slices) => announced.push(...slices));
  expect(receive(west.journal, sent)).toEqual({ taken: sent.length, alreadyHad: 0, rejected: [] });
  expect(west.journal.hasUnfolded).toBe(true);
  expect(announced).toEqual([]);
  expect(verifyJournal(west.journal, () => '')).toMatchObject({ sound: true, entries: sent.length });
  // It may be handed on before it is folded.
  const third = memoryStation('receive third').station;
  trust(east.station, west, third);
  expect(receive(third.journal, lacking(west, third))).toMatchObject({ taken: sent.length, rejected: [] });

  let steps = 0;
  while (west.journal.foldSome(50)) steps += 1;
  expect(steps).toBeGreaterThan(5);
  expect(announced).toContain('dutyLog');
  expect(dump(west)).toEqual(dump(east.station));
  const found = findNewest(west.journal.raw, logSearch, { parts: [{ text: '摄像机离线600' }], tags: [], limit: 50 });
  expect(found).toHaveLength(1);

  // A rebuild leaves nothing to be folded either.
  third.journal.rebuild();
  expect(third.journal.hasUnfolded).toBe(false);
  expect(dump(third)).toEqual(dump(east.station));
});

test('what was killed while it folded goes on where it was', async () => {
  const east = await longLog('killed east', 600);
  const place = mkdtempSync(join(tmpdir(), 'receive-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const west = memoryStation('killed west', join(place, 'west'));
  trust(east.station, west.station);
  receive(west.station.journal, lacking(east.station, west.station));
  const leftAt = (name: string) => cpSync(join(place, 'west'), join(place, name), { recursive: true });
  // What a killed process leaves: the file and its log, with nothing carried over.
  leftAt('before');
  west.station.journal.foldSome(100);
  leftAt('within');
  expect(() =>
    west.station.journal.transact(() => {
      west.station.journal.folding.foldUnfolded(100);
      throw new Error('rolled back');
    }),
  ).toThrow('rolled back');
  foldAll(west.station);
  leftAt('after');
  expect(dump(west.station)).toEqual(dump(east.station));
  west.station.close();
  for (const name of ['before', 'within', 'after']) {
    const { station } = memoryStation(`killed ${name}`, join(place, name));
    expect(station.journal.hasUnfolded).toBe(name !== 'after');
    foldAll(station);
    expect(dump(station)).toEqual(dump(east.station));
    expect(verifyJournal(station.journal, () => '')).toMatchObject({ sound: true });
    station.close();
  }
});

test('a folder made before there was anything to be folded later opens', async () => {
  const place = mkdtempSync(join(tmpdir(), 'receive-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const first = await founded(memoryStation('older', place));
  const tables = dump(first.station);
  first.station.journal.raw.exec('DROP TABLE unfolded');
  first.station.journal.raw.exec('DELETE FROM __drizzle_migrations WHERE created_at = (SELECT max(created_at) FROM __drizzle_migrations)');
  first.station.close();
  const { station } = memoryStation('older again', place);
  expect(station.journal.hasUnfolded).toBe(false);
  expect(dump(station)).toEqual(tables);
  station.close();
});

test('what both desks write while a long run waits to be folded, in any order, ends alike on both', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('fold', 'east', 'west', 'exchange'), fc.integer({ min: 1, max: 400 })), { maxLength: 25 }),
      fc.nat(),
      async (steps, seed) => {
        const east = await longLog(`meanwhile east ${seed}`, 400);
        const west = memoryStation(`meanwhile west ${seed}`).station;
        trust(east.station, west);
        receive(west.journal, lacking(east.station, west));
        for (const [step, n] of steps) {
          if (step === 'fold') west.journal.foldSome(n);
          else if (step === 'exchange') exchange(east.station, west);
          else {
            const { journal } = step === 'east' ? east.station : west;
            journal.transact(() => journal.append('station', [followedUp(n, `${step} ${n}`)]));
          }
        }
        exchange(east.station, west);
        foldAll(west);
        foldAll(east.station);
        expect(dump(west)).toEqual(dump(east.station));
        west.journal.rebuild();
        expect(dump(west)).toEqual(dump(east.station));
      },
    ),
    { seed: 20_261_122, numRuns: 12, endOnFailure: true },
  );
});

test('the first bad entry of a long run is named, whatever signatures stand around it', async () => {
  const east = await longLog('bad east', 400);
  const { journal } = east.station;
  const whole = [...journal.entriesOf(journal.station)];
  const heads = whole.flatMap(({ signature }, i) => (signature ? [i] : []));
  const taking = (entries: unknown[]) => {
    const west = memoryStation('bad west').station;
    trust(east.station, west);
    const receipt = receive(west.journal, entries);
    const proven = verifyJournal(west.journal, () => '');
    expect(proven).toMatchObject({ sound: true, entries: receipt.taken });
    return receipt;
  };
  const forged = `${'A'.repeat(86)}==`;
  const [head, later] = [heads[20] as number, heads[30] as number];
  // Attested by a sound one behind it, a forged signature proves nothing and harms nothing: it is not kept.
  expect(taking(whole.map((entry, i) => (i === head ? { ...entry, signature: forged } : entry)))).toMatchObject({ rejected: [] });
  // Where something else is wrong, what is sound up to there is kept.
  const changed = whole.map((entry, i) => (i === later + 1 ? { ...entry, at: entry.at + 1 } : entry));
  expect(taking(changed)).toEqual({
    taken: later + 1,
    alreadyHad: 0,
    rejected: [{ station: journal.station, seq: later + 2, reason: 'hashMismatch' }],
  });
  const both = changed.map((entry, i) => (i === head ? { ...entry, signature: forged } : entry));
  expect(taking(both)).toMatchObject({ taken: (heads[19] as number) + 1, rejected: [{ seq: head + 1, reason: 'badSignature' }] });
});
