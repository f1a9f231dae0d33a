import { chainSpan } from '../journal/chains';
import { type Entry, idText } from '../journal/entry';
import type { Readable } from '../journal/reading';

interface Row {
  key: number;
  id: Buffer;
  hlc: number;
  at: number;
  actor: number;
  stream: string;
  name: number;
  payload: string;
  hash: Buffer;
  signature: Buffer | null;
}

/** The journal entries of some streams in clock order, in the form in which `station export` writes them. */
export function entriesOfStreams({ raw, chains, names, actors }: Readable, streams: readonly string[]): Entry[] {
  return raw
    .prepare<string[], Row>(
      `SELECT e.key, e.id, e.hlc, e.at, e.actor, s.id AS stream, e.name, e.payload, e.hash, e.signature
       FROM entries e JOIN streams s ON s.n = e.stream WHERE s.id IN (${streams.map(() => '?').join(', ')}) ORDER BY e.hlc, e.id`,
    )
    .all(...streams)
    .map(({ key, id, hlc, at, actor, stream, name, payload, hash, signature }) => {
      const chain = chains.byKey(key);
      return {
        id: idText(id),
        station: chain.station,
        seq: key - chain.n * chainSpan,
        hlc,
        at,
        actor: actors.text(actor),
        stream,
        name: names.text(name),
        payload,
        hash: hash.toString('hex'),
        ...(signature ? { signature: signature.toString('base64') } : {}),
      };
    });
}
