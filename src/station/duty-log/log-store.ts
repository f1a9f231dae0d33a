import type { LogEntry } from '../../shared/duty-log/entry';
import { currentFields } from '../../shared/duty-log/entry';
import type { Raw } from '../database/open';
import type { Store } from '../journal/projection';
import { SearchIndex, type SearchText } from '../search/search-index';
import { partsOf, tagsOf } from './log-text';
import { firstPlaceAt, nextPlace, placeOf } from './position';

const table = 'log_entries';
/** The search index of the log. */
export const logSearch = 'log_search';

/** Keeps the entries in their table and their words in the search index, both under the entry's place in the log. */
export function openLogStore(raw: Raw): Store<LogEntry> {
  const index = new SearchIndex(raw, logSearch);
  const load = raw.prepare<[number], string>(`SELECT doc FROM ${table} WHERE stream = ?`).pluck();
  const positionOf = raw.prepare<[number], number | null>(`SELECT position FROM ${table} WHERE stream = ?`).pluck();
  const insert = raw.prepare(`INSERT INTO ${table} (stream, id, doc, number, position) VALUES (?, ?, ?, ?, ?)`);
  const update = raw.prepare(`UPDATE ${table} SET doc = ?, number = ?, position = ? WHERE stream = ?`);

  /** Two entries of one second may want one place: the later takes the next. */
  const placed = (wanted: number, write: (position: number) => void): number => {
    for (let place = wanted; ; place = nextPlace(place)) {
      try {
        write(place);
        return place;
      } catch (error) {
        if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_UNIQUE') throw error;
      }
    }
  };

  return {
    load(stream) {
      const doc = load.get(stream);
      return doc === undefined ? undefined : (JSON.parse(doc) as LogEntry);
    },
    save(stream, id, entry, before) {
      const doc = JSON.stringify(entry);
      const { original } = entry;
      const number = original?.number ?? '';
      const occurredAt = original && occurredAtOf(entry);
      if (before === undefined) {
        if (occurredAt === undefined) insert.run(stream, id, doc, number, null);
        else
          index.add(
            textOf(
              placed(placeOf(occurredAt, id), (place) => insert.run(stream, id, doc, number, place)),
              entry,
            ),
          );
        return;
      }
      const held = positionOf.get(stream) ?? null;
      if (occurredAt === undefined) {
        update.run(doc, number, null, stream);
      } else if (held !== null && firstPlaceAt(occurredAt) === firstPlaceAt(occurredAtOf(before))) {
        update.run(doc, number, held, stream);
        index.replace(textOf(held, before), textOf(held, entry));
      } else {
        if (held !== null) index.remove(textOf(held, before));
        index.add(
          textOf(
            placed(placeOf(occurredAt, id), (place) => update.run(doc, number, place, stream)),
            entry,
          ),
        );
      }
    },
    flush: () => index.flush(),
    forget: () => index.forget(),
    tidy: () => index.tidy(),
  };
}

function occurredAtOf({ original, corrections }: LogEntry): number {
  if (!original) return 0;
  return corrections.length > 0 ? currentFields(original, corrections).occurredAt : original.occurredAt;
}

function textOf(position: number, entry: LogEntry): SearchText {
  let text = '';
  for (const part of partsOf(entry)) text += `${part.text}\n`;
  return { position, text, tags: tagsOf(entry).join(' ') };
}
