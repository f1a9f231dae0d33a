import { randomUUID } from 'node:crypto';
import { dutyLog } from '../../src/shared/duty-log/contract';
import { systemRandom } from '../../src/station/random';
import { drafts, foundStation, load, must } from '../bench-station';
import { Corpus, payloadOf } from '../corpus';
import type { Part } from '../part';
import { plainRow, PlainTable } from '../plain-table';
import { atMost, atMostTimesFloor } from '../row';
import { percentile } from '../statistics';

/**
 * One entry made durable, folded and searchable in one transaction, beside one bare durable insert of the same bytes. All
 * three take turns in one loop, so that whatever the disk does hits each of them.
 */
export const append: Part = {
  name: 'append',
  async run({ quick, folder, say }) {
    const before = quick ? 2_000 : 20_000;
    const [rounds, turns] = quick ? [3, 200] : [5, 1_000];
    const place = folder('append');
    const founded = await foundStation(place);
    const { station, officer, token } = founded;
    const plain = new PlainTable(place);
    load(founded, new Corpus(1), 1, before);
    const bulk = new Corpus(1);
    plain.addAll(Array.from({ length: before }, (_, i) => plainRow(payloadOf(bulk.entry(i + 1, Date.now())), Date.now(), systemRandom)));

    const corpus = new Corpus(2);
    const spent = { plain: [] as number[][], journal: [] as number[][], router: [] as number[][] };
    let n = before;
    let bytes = 0;
    for (let round = 0; round < rounds; round++) {
      const samples = { plain: [] as number[], journal: [] as number[], router: [] as number[] };
      for (let turn = 0; turn < turns; turn++) {
        // The router counts numbers itself; those made here follow its own.
        n += 1;
        const entry = corpus.entry(n, Date.now());
        const payload = payloadOf(entry);
        bytes += Buffer.byteLength(payload);
        const row = plainRow(payload, Date.now(), systemRandom);
        const [draft] = drafts(station, corpus, n, 1, Date.now);
        const { number: _1, author: _2, occurredAt: _3, ...input } = entry;
        const call = randomUUID();
        const steps = [
          async () => time(samples.plain, () => plain.add(row)),
          async () => time(samples.journal, () => station.journal.transact(() => station.journal.append(officer, draft ? [draft] : []))),
          async () => {
            const start = performance.now();
            const answer = await station.answer(dutyLog.write.name, input, token, call);
            samples.router.push(performance.now() - start);
            must(answer);
            n += 1;
          },
        ];
        for (let step = 0; step < steps.length; step++) await steps[(step + turn) % steps.length]?.();
      }
      for (const kind of ['plain', 'journal', 'router'] as const) spent[kind].push(samples[kind]);
      say(`  … round ${round + 1} of ${rounds}`);
    }
    station.close();
    plain.close();

    const of = (samples: number[][], share: number) => samples.map((round) => percentile(round, share));
    const floor = (share: number) => ({ what: 'bare durable insert', runs: of(spent.plain, share) });
    const note = `${rounds} rounds of ${turns} in turns, on ${before.toLocaleString('en')} entries; payloads of ${Math.round(bytes / rounds / turns)} bytes`;
    return [
      {
        what: 'append + fold + search index, p50',
        unit: 'ms',
        runs: of(spent.journal, 0.5),
        floor: floor(0.5),
        goal: atMostTimesFloor(1.8),
        note,
      },
      { what: 'append + fold + search index, p99', unit: 'ms', runs: of(spent.journal, 0.99), floor: floor(0.99), goal: atMost(2.5) },
      {
        what: 'the same through the router, p50',
        unit: 'ms',
        runs: of(spent.router, 0.5),
        floor: floor(0.5),
        note: 'dutyLog.write as the shell calls it: session, roles, input, number, remembered answer',
      },
      { what: 'the same through the router, p99', unit: 'ms', runs: of(spent.router, 0.99), floor: floor(0.99) },
    ];
  },
};

function time(samples: number[], work: () => void): void {
  const start = performance.now();
  work();
  samples.push(performance.now() - start);
}
