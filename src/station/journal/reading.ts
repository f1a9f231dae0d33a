import type { Raw } from '../database/open';
import { Chains, chainSpan } from './chains';
import { type Entry, idText } from './entry';
import { Surrogates } from './surrogates';

/** What reading entries takes: the journal has it, and so has a look at a file that another process serves. */
export interface Readable {
  raw: Raw;
  chains: Chains;
  names: Surrogates;
  actors: Surrogates;
}

interface EntryRow {
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

/** A journal to read from only, on a connection of its own that need not be able to write. */
export function readable(raw: Raw): Readable {
  return {
    raw,
    chains: new Chains(raw),
    names: new Surrogates(raw, 'event_names', 'name'),
    actors: new Surrogates(raw, 'actors', 'id'),
  };
}

/** Entries of one chain from a sequence number on, in order. */
export function* entriesOf({ raw, chains, names, actors }: Readable, station: string, fromSeq = 1, limit = -1): Generator<Entry> {
  const chain = chains.of(station);
  if (!chain) return;
  const rows = raw
    .prepare<[number, number, number], EntryRow>(
      `SELECT e.key, e.id, e.hlc, e.at, e.actor, s.id AS stream, e.name, e.payload, e.hash, e.signature
       FROM entries e JOIN streams s ON s.n = e.stream WHERE e.key BETWEEN ? AND ? ORDER BY e.key LIMIT ?`,
    )
    .iterate(chain.n * chainSpan + fromSeq, (chain.n + 1) * chainSpan - 1, limit);
  for (const row of rows) {
    yield {
      id: idText(row.id),
      station: chain.station,
      seq: row.key - chain.n * chainSpan,
      hlc: row.hlc,
      at: row.at,
      actor: actors.text(row.actor),
      stream: row.stream,
      name: names.text(row.name),
      payload: row.payload,
      hash: row.hash.toString('hex'),
      ...(row.signature ? { signature: row.signature.toString('base64') } : {}),
    };
  }
}
