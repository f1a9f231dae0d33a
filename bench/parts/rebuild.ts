import { foundStation, load } from '../bench-station';
import { Corpus } from '../corpus';
import type { Part } from '../part';
import { atLeastTimesFloor } from '../row';
import { plainFloor, plainRate, processorNote, processorSince, type Rate } from './bulk';

/** Every projection and the search index made anew from the entries alone. */
export const rebuild: Part = {
  name: 'rebuild',
  async run({ quick, folder, say }) {
    const count = quick ? 20_000 : 200_000;
    const rounds = quick ? 2 : 3;
    const founded = await foundStation(folder('rebuild'));
    load(founded, new Corpus(1), 1, count);
    const { journal } = founded.station;
    const spent: Rate[] = [];
    const plain: Rate[] = [];
    for (let round = 0; round < rounds; round++) {
      plain.push(plainRate(folder('rebuild-floor'), Math.min(count, 100_000), round + 1));
      const before = process.cpuUsage();
      const start = performance.now();
      journal.rebuild();
      spent.push({ rate: journal.length / ((performance.now() - start) / 1000), processor: processorSince(before) / journal.length });
      say(`  … round ${round + 1} of ${rounds}`);
    }
    founded.station.close();
    return [
      {
        what: 'rebuild of all projections',
        unit: '/s',
        runs: spent.map(({ rate }) => rate),
        floor: { what: plainFloor, runs: plain.map(({ rate }) => rate) },
        goal: atLeastTimesFloor(0.5),
        note: `${rounds} times ${journal.length.toLocaleString('en')} entries, dropping the old tables included; ${processorNote(spent, plain)}`,
      },
    ];
  },
};
