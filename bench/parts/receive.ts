import { entriesSince, lightened } from '../../src/station/journal/exchange';
import { signHead, type Entry } from '../../src/station/journal/entry';
import { receive } from '../../src/station/journal/receive';
import { batch, foundStation, openStation } from '../bench-station';
import type { Part } from '../part';
import { atMost } from '../row';
import { plainFloor, plainRate } from './bulk';

interface Taken {
  /** Seconds until all was durable and verified, and until all was folded and searchable. */
  durable: number;
  seconds: number;
  /** Milliseconds. */
  longestStep: number;
  /** Megabytes. */
  memory: number;
  taken: number;
}

/**
 * The first part of an initial sync, in one process: another station's whole log is checked and made durable, then folded. The
 * line between the two, encryption and frames come with the peer slice.
 */
export const receiving: Part = {
  name: 'receive',
  async run({ quick, folder, million, say }) {
    const source = openStation((await million.folder()).folder);
    const sparse = await take(folder('receive'), batch, million.size);
    say('  … signed per batch');
    const dense = await take(folder('receive-signed'), 1, quick ? 5_000 : 50_000);
    const { rate } = plainRate(folder('receive-floor'), quick ? 20_000 : 100_000, 1);
    source.close();
    const floor = { what: plainFloor, runs: [sparse.taken / rate] };
    const size = million.size.toLocaleString('en');
    return [
      {
        what: `receive ${size} entries: durable and verified`,
        unit: 's',
        runs: [sparse.durable],
        floor,
        ...(quick ? {} : { goal: atMost(12) }),
        note: `in process, without a network; a head signed every ${batch.toLocaleString('en')} entries; each batch is one transaction`,
      },
      {
        what: `receive ${size} entries: the folds and the search index after it`,
        unit: 's',
        runs: [sparse.seconds],
        floor,
        ...(quick ? {} : { goal: atMost(30) }),
        note: `both together; the longest step of folding, in which nothing else is answered, took ${sparse.longestStep.toFixed(0)} ms`,
      },
      {
        what: 'memory of the process that receives them, at most',
        unit: 'MB',
        runs: [sparse.memory],
        ...(quick ? {} : { goal: atMost(450) }),
        note: 'resident, with the station it receives from in the same process',
      },
      {
        what: 'the same with every entry signed, entries a second',
        unit: '/s',
        runs: [dense.taken / dense.seconds],
        floor: { what: plainFloor, runs: [rate] },
        note: `as a desk writes them, one commit each; ${dense.taken.toLocaleString('en')} entries`,
      },
    ];

    /** Takes about `count` entries of the source, with a signature on every `every`th. */
    async function take(place: string, every: number, count: number): Promise<Taken> {
      const { station: target } = await foundStation(place);
      const { journal } = source;
      target.journal.chains.add(journal.station, journal.identity.publicKey);
      let spent = 0;
      let taken = 0;
      let memory = 0;
      while (taken < count) {
        const held = entriesSince(journal, { [target.journal.station]: 0, [journal.station]: taken }, batch).map((entry) =>
          entry.seq % every === 0 && !entry.signature ? signed(entry) : entry,
        );
        // As `entriesSince` sends what was signed like that.
        const entries = lightened(held);
        if (entries.length === 0) break;
        const start = performance.now();
        const receipt = receive(target.journal, entries);
        spent += performance.now() - start;
        memory = Math.max(memory, process.memoryUsage.rss());
        if (receipt.rejected.length > 0) throw new Error(`rejected: ${JSON.stringify(receipt.rejected[0])}`);
        taken += receipt.taken;
        if (taken % 100_000 < batch) say(`  … ${taken.toLocaleString('en')} taken, ${(spent / 1000).toFixed(1)} s`);
      }
      const durable = spent;
      let longestStep = 0;
      for (let left = true; left; ) {
        const start = performance.now();
        left = target.journal.foldSome();
        const step = performance.now() - start;
        spent += step;
        longestStep = Math.max(longestStep, step);
        memory = Math.max(memory, process.memoryUsage.rss());
      }
      target.close();
      return { durable: durable / 1000, seconds: spent / 1000, longestStep, memory: memory / 1_000_000, taken };
    }

    function signed(entry: Entry): Entry {
      const { privateKey } = source.journal.identity;
      const signature = signHead(privateKey, entry.station, entry.seq, Buffer.from(entry.hash, 'hex'));
      return { ...entry, signature: signature.toString('base64') };
    }
  },
};
