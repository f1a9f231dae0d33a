import { dutyLog } from '../../src/shared/duty-log/contract';
import { logSearch } from '../../src/station/duty-log/log-store';
import type { Station } from '../../src/station/station';
import { must, openStation } from '../bench-station';
import { searchesOf } from '../corpus';
import type { Part } from '../part';
import { atMost, type Measured } from '../row';
import { percentile } from '../statistics';

/** A station tidies its index every 30 seconds while nothing else happens: this many steps are a quiet hour. */
const quietHour = 120;
const newest = 50;

/** What an officer types into the search box, one to four characters, over the largest log. */
export const search: Part = {
  name: 'search',
  async run({ quick, million, say }) {
    const { folder, officer } = await million.folder();
    const station = openStation(folder);
    const token = station.sessionFor(officer);
    const searches = searchesOf(7, quick ? 10 : 40);
    const rounds = quick ? 2 : 5;
    const size = `${million.size.toLocaleString('en')} entries`;
    const measured: Measured[] = [];
    for (const state of ['as loaded', 'after a quiet hour'] as const) {
      if (state === 'after a quiet hour') for (let step = 0; step < quietHour; step++) station.tidy();
      const result = await measure(station, token, searches, rounds);
      const kinds = Object.entries(result.byKind).map(([kind, samples]) => `${kind} ${inMs(samples, 0.5)} / ${inMs(samples, 0.99)}`);
      const note = `${size}, ${state}: ${searches.length} searches, ${rounds} rounds; p50 / p99 in ms: ${kinds.join(', ')}; worst: ${result.worst}`;
      const floor = (share: number) => ({
        what: 'bare FTS5 query, positions only',
        runs: result.bare.map((round) => percentile(round, share)),
      });
      const of = (share: number) => result.whole.map((round) => percentile(round, share));
      measured.push(
        { what: `search, ${state}, p50`, unit: 'ms', runs: of(0.5), floor: floor(0.5), goal: atMost(0.5), note },
        { what: `search, ${state}, p99`, unit: 'ms', runs: of(0.99), floor: floor(0.99), goal: atMost(2.5) },
      );
      say(`  … ${state}`);
    }
    station.close();
    return measured;
  },
};

function inMs(samples: number[], share: number): string {
  return percentile(samples, share).toFixed(2);
}

interface Result {
  whole: number[][];
  bare: number[][];
  byKind: Record<string, number[]>;
  worst: string;
}

async function measure(station: Station, token: string, searches: { kind: string; text: string }[], rounds: number): Promise<Result> {
  const result: Result = { whole: [], bare: [], byKind: {}, worst: '' };
  const statement = station.journal.raw
    .prepare<[string, number], number>(`SELECT rowid FROM ${logSearch} WHERE ${logSearch} MATCH ? ORDER BY rowid DESC LIMIT ?`)
    .pluck();
  let worst = 0;
  for (let round = 0; round <= rounds; round++) {
    const whole: number[] = [];
    const bare: number[] = [];
    for (const { kind, text } of searches) {
      const begun = performance.now();
      statement.all(bareMatch(text), newest);
      bare.push(performance.now() - begun);
      const start = performance.now();
      const answer = await station.answer(dutyLog.search.name, { text, limit: newest }, token);
      const spent = performance.now() - start;
      const { count } = must(answer) as { count?: number };
      // The first round only warms the caches: a desk searches all day.
      if (round === 0) continue;
      whole.push(spent);
      (result.byKind[kind] ??= []).push(spent);
      if (spent > worst) {
        worst = spent;
        result.worst = `${text} ${spent.toFixed(1)} ms, ${count} found`;
      }
    }
    if (round === 0) continue;
    result.whole.push(whole);
    result.bare.push(bare);
  }
  return result;
}

/** The least that finds the same text in the same table: one phrase of pairs, or one single. */
function bareMatch(text: string): string {
  const characters = [...text];
  if (characters.length === 1) return `"=${text}"`;
  return `"${characters
    .slice(0, -1)
    .map((character, i) => `=${character}${characters[i + 1]}`)
    .join(' ')}"`;
}
