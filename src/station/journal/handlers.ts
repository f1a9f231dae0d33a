import type { EntryRow, journal as contract } from '../../shared/journal/contract';
import { nameOfActor } from '../accounts';
import { alteredRecords } from '../altered-records';
import { append, type Context, type HandlersOf } from '../handler';
import { letterOf } from '../unit';
import { chainSpan } from './chains';
import { idText } from './entry';
import { verifyJournal } from './verify';

interface TrailRow {
  key: number;
  id: Buffer;
  at: number;
  hlc: number;
  actor: number;
  stream: string;
  name: number;
  hash: Buffer;
}

/** The journal as a person reads it: the trail, the check, the rebuild. */
export const journalHandlers: HandlersOf<typeof contract> = {
  verify: (_, { db, journal }) => verifyJournal(journal, (station) => letterOf(db, station), alteredRecords({ db, journal })),
  entries: ({ before, stream, limit }, context) => {
    const found = trail(context, before ?? Number.MAX_SAFE_INTEGER, stream, limit + 1);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return { rows: rows.map((row) => shown(context, row)), ...(found.length > limit && last ? { next: last.hlc } : {}) };
  },
  rebuild: (_, { journal }) => append([], { streams: journal.rebuild() }),
};

/** Newest first over all chains; `before` is the hybrid clock of the last row already shown. */
function trail({ raw, journal }: Context, before: number, stream: string | undefined, limit: number): TrailRow[] {
  const columns = 'e.key, e.id, e.at, e.hlc, e.actor, s.id AS stream, e.name, e.hash';
  if (stream) {
    return raw
      .prepare<[string, number, number], TrailRow>(
        `SELECT ${columns} FROM entries e JOIN streams s ON s.n = e.stream WHERE s.id = ? AND e.hlc < ? ORDER BY e.hlc DESC LIMIT ?`,
      )
      .all(stream, before, limit);
  }
  const ofChain = raw.prepare<[number, number, number, number], TrailRow>(
    `SELECT ${columns} FROM entries e JOIN streams s ON s.n = e.stream
     WHERE e.key BETWEEN ? AND ? AND e.hlc < ? ORDER BY e.key DESC LIMIT ?`,
  );
  return journal.chains
    .all()
    .flatMap(({ n }) => ofChain.all(n * chainSpan, (n + 1) * chainSpan - 1, before, limit))
    .sort((a, b) => b.hlc - a.hlc)
    .slice(0, limit);
}

function shown({ db, journal }: Context, row: TrailRow): EntryRow {
  const chain = journal.chains.byKey(row.key);
  const actor = journal.actors.text(row.actor);
  return {
    id: idText(row.id),
    letter: letterOf(db, chain.station),
    seq: row.key - chain.n * chainSpan,
    at: row.at,
    actor,
    actorName: nameOfActor(db, actor) ?? actor,
    stream: row.stream,
    name: journal.names.text(row.name),
    hash: row.hash.toString('hex'),
  };
}
