import type { LogEntry } from '../../shared/duty-log/entry';
import { currentFields } from '../../shared/duty-log/entry';
import type { Raw } from '../database/open';
import type { Store } from '../journal/projection';
import { SearchIndex, type SearchText } from '../search/search-index';
import { latelyFound } from './lately-found';
import { partsOf, tagsOf } from './log-text';
import { firstPlaceAt, placeOf, secondOf } from './position';

const table = 'log_entries';
/** The search index of the log. */
export const logSearch = 'log_search';

/** Keeps the entries in their table and their words in the search index, both under the entry's place in the log. */
export function openLogStore(raw: Raw): Store<LogEntry> {
  const after = raw.prepare<[number], LogTextRow>(`SELECT position, stream, doc FROM ${table} WHERE stream > ? AND position >= 0`);
  const index = new SearchIndex(raw, logSearch, (last) => after.all(last).map(textOfRow));
  let anew = false;
  const shownLately = latelyFound(raw);
  shownLately.forgetAll();
  const load = raw.prepare<[number], string>(`SELECT doc FROM ${table} WHERE stream = ?`).pluck();
  const positionOf = raw.prepare<[number], number>(`SELECT position FROM ${table} WHERE stream = ?`).pluck();
  // A place that is taken changes nothing: an error thrown for it would cost more than the row.
  const insert = raw.prepare(
    `INSERT INTO ${table} (position, stream, id, doc, number) VALUES (?, ?, ?, ?, ?) ON CONFLICT (position) DO NOTHING`,
  );
  const update = raw.prepare(`UPDATE OR IGNORE ${table} SET position = ?, doc = ?, number = ? WHERE stream = ?`);

  const lastIn = raw
    .prepare<[number, number], number | null>(`SELECT max(position) FROM ${table} WHERE position >= ? AND position < ?`)
    .pluck();
  const isTaken = raw.prepare<[number], 1>(`SELECT 1 FROM ${table} WHERE position = ?`).pluck();

  /** Two entries may want one place: the later goes behind the last of that second, or where there still is room in it. */
  const freePlace = (wanted: number): number => {
    const [first, end] = secondOf(wanted);
    const behind = (lastIn.get(first, end) ?? first) + 1;
    if (behind < end) return behind;
    for (let place = first; place < end; place++) if (!isTaken.get(place)) return place;
    throw new Error('more entries in one second than it has places');
  };
  const placed = (wanted: number, write: (position: number) => boolean): number => {
    if (write(wanted)) return wanted;
    const place = freePlace(wanted);
    write(place);
    return place;
  };

  return {
    load(stream) {
      const doc = load.get(stream);
      return doc === undefined ? undefined : (JSON.parse(doc) as LogEntry);
    },
    save(stream, id, entry, before) {
      if (!anew) index.prepare();
      const doc = JSON.stringify(entry);
      const { original } = entry;
      const number = original?.number ?? '';
      const held = before === undefined ? undefined : positionOf.get(stream);
      if (held !== undefined) shownLately.forget(held);
      const write = (position: number) =>
        (held === undefined ? insert.run(position, stream, id, doc, number) : update.run(position, doc, number, stream)).changes > 0;
      if (!original) {
        // Its beginning has not arrived: kept, but not part of the log yet.
        write(-stream);
        return;
      }
      const occurredAt = occurredAtOf(entry);
      const shown = before?.original !== undefined && held !== undefined;
      if (shown && firstPlaceAt(occurredAt) === firstPlaceAt(occurredAtOf(before))) {
        write(held);
        index.replace(textOf(held, stream, before), textOf(held, stream, entry));
        return;
      }
      if (shown) index.remove(textOf(held, stream, before));
      const position = placed(placeOf(occurredAt, id), write);
      if (!anew) index.add(textOf(position, stream, entry));
    },
    beginAnew: () => {
      anew = true;
    },
    endAnew: () => {
      anew = false;
      index.fill(textsInOrder(raw));
    },
    flush: () => index.flush(),
    forget: () => {
      anew = false;
      index.forget();
      shownLately.forgetAll();
    },
    tidy: () => index.tidy(),
  };
}

function occurredAtOf({ original, corrections }: LogEntry): number {
  if (!original) return 0;
  return corrections.length > 0 ? currentFields(original, corrections).occurredAt : original.occurredAt;
}

interface LogTextRow {
  position: number;
  stream: number;
  doc: string;
}

function textOfRow({ position, stream, doc }: LogTextRow): SearchText {
  return textOf(position, stream, JSON.parse(doc) as LogEntry);
}

/** What is found of all entries, in their order, a page at a time. */
function* textsInOrder(raw: Raw): Generator<SearchText[]> {
  const page = raw.prepare<[number], LogTextRow>(
    `SELECT position, stream, doc FROM ${table} WHERE position > ? ORDER BY position LIMIT 2000`,
  );
  for (let rows = page.all(-1); rows.length > 0; rows = page.all(rows.at(-1)?.position ?? 0)) yield rows.map(textOfRow);
}

function textOf(position: number, stream: number, entry: LogEntry): SearchText {
  let text = '';
  // A place is mostly named in the text too: what stands there already is found there.
  for (const part of partsOf(entry)) if (!text.includes(part.text)) text += `${part.text}\n`;
  return { position, stream, text, tags: tagsOf(entry).join(' ') };
}
