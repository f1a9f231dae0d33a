import { entriesSince, lightened } from '../../src/station/journal/exchange';
import { signHead, type Entry } from '../../src/station/journal/entry';
import { receive } from '../../src/station/journal/receive';
import { batch, foundStation, openStation } from '../bench-station';
import type { Part } from '../part';
import { atMost } from '../row';
import { plainFloor, plainRate } from './bulk';

/**
 * The first part of an initial sync, in one process: another station's whole log is checked, made durable and folded. The
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
    const size = million.size.toLocaleString('en');
    return [
      {
        what: `receive ${size} entries: verified, durable and searchable`,
        unit: 's',
        runs: [sparse.seconds],
        floor: { what: plainFloor, runs: [sparse.taken / rate] },
        ...(quick ? {} : { goal: atMost(30) }),
        note: `in process, without a network; a head signed every ${batch.toLocaleString('en')} entries. Each batch is verified, written and folded in one transaction, so "durable and verified" (≤ 12 s) is not reached any sooner`,
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
    async function take(place: string, every: number, count: number): Promise<{ seconds: number; taken: number }> {
      const { station: target } = await foundStation(place);
      const { journal } = source;
      target.journal.chains.add(journal.station, journal.identity.publicKey);
      let spent = 0;
      let taken = 0;
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
        if (receipt.rejected.length > 0) throw new Error(`rejected: ${JSON.stringify(receipt.rejected[0])}`);
        taken += receipt.taken;
        if (taken % 100_000 < batch) say(`  … ${taken.toLocaleString('en')} taken, ${(spent / 1000).toFixed(1)} s`);
      }
      target.close();
      return { seconds: spent / 1000, taken };
    }

    function signed(entry: Entry): Entry {
      const { privateKey } = source.journal.identity;
      const signature = signHead(privateKey, entry.station, entry.seq, Buffer.from(entry.hash, 'hex'));
      return { ...entry, signature: signature.toString('base64') };
    }
  },
};
