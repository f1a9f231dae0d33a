import type { Entry } from '../../src/station/journal/entry';
import { entriesSince, vectorOf } from '../../src/station/journal/exchange';
import { type Receipt, receive } from '../../src/station/journal/receive';
import type { Station } from '../../src/station/station';
import type { Chance } from './chance';

/** Makes stations known to one another: each holds the others' keys. */
export function trust(...stations: Station[]): void {
  for (const station of stations) {
    for (const { journal } of stations) station.journal.chains.add(journal.station, journal.identity.publicKey);
  }
}

/** What `to` lacks of what `from` holds. */
export function lacking(from: Station, to: Station, limit?: number): Entry[] {
  return entriesSince(from.journal, vectorOf(to.journal), limit);
}

/** Both take what they lack of each other; nothing may be rejected. */
export function exchange(one: Station, other: Station): void {
  const [toOther, toOne] = [lacking(one, other), lacking(other, one)];
  for (const { rejected } of [receive(other.journal, toOther), receive(one.journal, toOne)]) {
    if (rejected.length > 0) throw new Error(`rejected: ${JSON.stringify(rejected)}`);
  }
}

/** A line between two stations as bad as they come: batches get lost, cut, repeated, and arrive in any order. */
export class BadLine {
  /** What was sent at some time, by whom it is meant for: it may arrive again. */
  private readonly sent = new Map<Station, Entry[][]>();

  constructor(private readonly chance: Chance) {}

  /** One try to bring over some of what `to` lacks. A cut or repeated batch is refused in part at most for what is missing before it. */
  carry(from: Station, to: Station): void {
    const earlier = this.sent.get(to) ?? [];
    this.sent.set(to, earlier);
    const { chance } = this;
    const limit = chance.pick([1, 3, 10, 1_000]);
    let batch = lacking(from, to, limit);
    earlier.push(batch);
    if (chance.sometimes(0.1)) return;
    if (chance.sometimes(0.3)) batch = chance.shuffled(batch);
    if (chance.sometimes(0.3)) batch = batch.slice(0, chance.between(0, batch.length));
    if (chance.sometimes(0.1)) batch = batch.slice(chance.between(0, batch.length));
    if (chance.sometimes(0.3)) batch = [...batch, ...chance.pick(earlier)];
    this.deliver(to, batch);
    if (chance.sometimes(0.2)) this.deliver(to, chance.pick(earlier));
  }

  private deliver(to: Station, batch: Entry[]): void {
    // Lost, cut and repeated batches leave gaps and tails without a signature; nothing else may be wrong with them.
    const { rejected }: Receipt = receive(to.journal, batch);
    const wrong = rejected.filter(({ reason }) => reason !== 'gap' && reason !== 'unsigned');
    if (wrong.length > 0) throw new Error(`rejected: ${JSON.stringify(wrong)}`);
  }
}
