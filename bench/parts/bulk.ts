import { systemRandom } from '../../src/station/random';
import { batch, foundStation, load } from '../bench-station';
import { Corpus, payloadOf } from '../corpus';
import type { Part } from '../part';
import { plainRow, PlainTable } from '../plain-table';
import { atLeastTimesFloor } from '../row';
import { median } from '../statistics';

/** How fast a part of the work went. A busy machine slows the wall clock; the processor's own time shows what was really done. */
export interface Rate {
  /** Entries a second. */
  rate: number;
  /** Processor time of this process, µs an entry. */
  processor: number;
}

/** R: the same payloads into a plain table. */
export function plainRate(folder: string, count: number, seed: number): Rate {
  const corpus = new Corpus(seed);
  const rows = Array.from({ length: count }, (_, i) => plainRow(payloadOf(corpus.entry(i + 1, Date.now())), Date.now(), systemRandom));
  const plain = new PlainTable(folder);
  const before = process.cpuUsage();
  const rate = count / (plain.addAll(rows) / 1000);
  const processor = processorSince(before) / count;
  plain.close();
  return { rate, processor };
}

export function processorSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

export function processorNote(own: readonly Rate[], plain: readonly Rate[]): string {
  const of = (rates: readonly Rate[]) => median(rates.map(({ processor }) => processor));
  return `processor time an entry ${of(own).toFixed(1)} µs, plain ${of(plain).toFixed(1)} µs`;
}

export const plainFloor = 'R: plain inserts, batches of 500';

/** Many entries at once with projection and search index, beside plain inserts of the same bytes. */
export const bulk: Part = {
  name: 'bulk',
  async run({ quick, folder, say }) {
    const count = quick ? 20_000 : 100_000;
    const rounds = quick ? 2 : 5;
    const station: Rate[] = [];
    const plain: Rate[] = [];
    for (let round = 0; round < rounds; round++) {
      const place = folder('bulk');
      plain.push(plainRate(place, count, round + 1));
      const founded = await foundStation(place);
      const { milliseconds, processor } = load(founded, new Corpus(round + 1), 1, count);
      station.push({ rate: count / (milliseconds / 1000), processor: processor / count });
      founded.station.close();
      say(`  … round ${round + 1} of ${rounds}`);
    }
    return [
      {
        what: 'bulk append with projection and search',
        unit: '/s',
        runs: station.map(({ rate }) => rate),
        floor: { what: plainFloor, runs: plain.map(({ rate }) => rate) },
        goal: atLeastTimesFloor(0.5),
        note: `${rounds} times ${count.toLocaleString('en')} entries into an empty folder, in batches of ${batch.toLocaleString('en')}, hashed, chained and signed; ${processorNote(station, plain)}`,
      },
    ];
  },
};
