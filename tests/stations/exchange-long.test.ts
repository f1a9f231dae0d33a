// A first sync: a long run of single commits travels with few signatures, and is proven all the same.
import { expect, test } from 'vitest';
import { settingsChanged } from '../../src/shared/unit/events';
import { receive } from '../../src/station/journal/receive';
import { verifyJournal } from '../../src/station/journal/verify';
import { dump } from '../support/dump';
import { exchange, lacking, trust } from '../support/exchange';
import { founded, memoryStation } from '../support/memory-station';

test('a run of 1,200 commits keeps one signature in 250, whole or cut, and what came over is handed on', async () => {
  const east = await founded(memoryStation('long east'));
  const { journal } = east.station;
  for (let i = 0; i < 1_200; i++) {
    journal.transact(() => journal.append('station', [settingsChanged('unit', { idleMinutes: 5 + (i % 50) })]));
  }
  const [west, third, cut] = ['west', 'third', 'cut'].map((name) => memoryStation(`long ${name}`).station);
  if (!west || !third || !cut) throw new Error('three stations');
  trust(east.station, west, third, cut);

  const sent = lacking(east.station, west);
  expect(sent.length).toBe(journal.length);
  expect(sent.filter(({ signature }) => signature).length).toBe(Math.floor(sent.length / 250) + 1);
  expect(receive(west.journal, sent)).toEqual({ taken: sent.length, alreadyHad: 0, rejected: [] });
  exchange(west, third);
  for (const station of [west, third]) {
    while (station.journal.foldSome());
    expect(verifyJournal(station.journal, () => '')).toMatchObject({ sound: true, entries: sent.length });
    expect(dump(station)).toEqual(dump(east.station));
  }

  // A line that breaks in the middle: what a signature attests is kept, the rest comes with the next batch.
  expect(receive(cut.journal, sent.slice(0, 700))).toMatchObject({ taken: 500, rejected: [{ seq: 501, reason: 'unsigned' }] });
  expect(receive(cut.journal, lacking(east.station, cut))).toMatchObject({ taken: sent.length - 500, rejected: [] });
  while (cut.journal.foldSome());
  expect(dump(cut)).toEqual(dump(east.station));
  // One entry changed on the way is noticed although it bears no signature.
  const bad = sent.map((entry, i) => (i === 333 ? { ...entry, at: entry.at + 1 } : entry));
  const last = memoryStation('long last').station;
  trust(east.station, last);
  expect(receive(last.journal, bad)).toMatchObject({ taken: 250, rejected: [{ seq: 334, reason: 'hashMismatch' }] });
});
