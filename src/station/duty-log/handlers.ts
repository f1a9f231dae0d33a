import type { Attachment } from '../../shared/attachments/contract';
import { canonicalJson } from '../../shared/canonical';
import type { ParsedInputOf } from '../../shared/contract';
import { countedHits, type dutyLog as contract } from '../../shared/duty-log/contract';
import { correctionsInForce, currentFields } from '../../shared/duty-log/entry';
import {
  type LogField,
  type LogFields,
  logEntryCorrected,
  logEntryFollowedUp,
  logEntryVoided,
  logEntryWritten,
} from '../../shared/duty-log/events';
import { isAhead, isLate } from '../../shared/duty-log/late';
import { yearIn } from '../../shared/time';
import { isKept } from '../attachments';
import { stopwatch } from '../clock';
import { append, type HandlersOf, type Refused, refuse, type SignedContext } from '../handler';
import { nextNumber } from '../numbers';
import { findNewest } from '../search/find-newest';
import { letterOf } from '../unit';
import { readSearch, spanOf, tagGroupsOf } from './find';
import { soughtWords } from './highlight';
import { latelyFound } from './lately-found';
import { logSearch } from './log-store';
import { detailsOf, entriesAt, entriesIn, entryById, foundRowOf, positionsIn, rowOf } from './read';

/** The duty log: written at once, corrected beside the original, never deleted. */
export const dutyLogHandlers: HandlersOf<typeof contract> = {
  write: (input, context) => {
    const { now, zone, db, raw, journal, officer } = context;
    const { occurredAt = now, ...rest } = input;
    const barred = barredMoment(occurredAt, context) ?? barredFiles(input.attachments, context);
    if (barred) return barred;
    const id = context.newId();
    const number = nextNumber(raw, 'log_entries', letterOf(db, journal.station), yearIn(zone, now));
    return append(logEntryWritten(id, { number, author: officer.name, occurredAt, ...rest }), {
      id,
      number,
      late: isLate(occurredAt, now),
    });
  },
  correct: ({ id, changes, reason }, context) => {
    const found = entryById(context.raw, id);
    if (!found) return refuse('notFound');
    const { original, corrections, voidings } = found.entry;
    if (voidings.length > 0) return refuse('entryVoided', { number: original.number });
    const barred = changes.occurredAt === undefined ? undefined : barredMoment(changes.occurredAt, context);
    if (barred) return barred;
    const inForce = correctionsInForce(corrections);
    const current = currentFields(original, corrections);
    const effective: Partial<LogFields> = {};
    const replaces = new Set<string>();
    for (const [field, value] of Object.entries(changes) as [LogField, LogFields[LogField] | undefined][]) {
      const held = inForce[field] ?? [];
      // What says the same changes nothing, unless it settles what two desks contest.
      if (value === undefined || (held.length < 2 && canonicalJson(value) === canonicalJson(current[field]))) continue;
      Object.assign(effective, { [field]: value });
      for (const correction of held) replaces.add(correction);
    }
    if (Object.keys(effective).length === 0) return refuse('nothingChanged', { number: original.number });
    return append(logEntryCorrected(id, { author: context.officer.name, changes: effective, replaces: [...replaces], reason }));
  },
  followUp: ({ id, text, attachments }, context) => {
    const barred = barredEntry(id, context) ?? barredFiles(attachments, context);
    return barred ?? append(logEntryFollowedUp(id, { author: context.officer.name, text, attachments }));
  },
  void: ({ id, reason }, context) => barredEntry(id, context) ?? append(logEntryVoided(id, { author: context.officer.name, reason })),
  page: ({ limit, ...filters }, { raw }) => {
    const span = spanOf(filters);
    const tags = tagGroupsOf(filters);
    const stored =
      tags.length === 0
        ? entriesIn(raw, span.from, span.until, limit + 1)
        : entriesAt(raw, findNewest(raw, logSearch, { parts: [], tags, ...span, limit: limit + 1 }));
    return { rows: stored.slice(0, limit).map(rowOf), ...nextOf(stored, limit) };
  },
  one: ({ id }, { raw }) => {
    const found = entryById(raw, id);
    return found ? detailsOf(id, found) : { refusal: { code: 'notFound' } };
  },
  search: ({ limit, ...input }, context) => {
    const elapsed = stopwatch();
    const { parts, days, positions } = found(input, context, limit + 1);
    const words = soughtWords(parts.map((part) => part.text));
    const entries = latelyFound(context.raw).at(positions.slice(0, limit));
    return { rows: entries.map((entry) => foundRowOf(entry, words)), ...nextOf(entries, limit, positions.length), days, ms: elapsed() };
  },
  count: (input, context) => {
    const { positions } = found(input, context, countedHits + 1);
    return { count: Math.min(positions.length, countedHits), more: positions.length > countedHits };
  },
};

/** Positions of the newest entries that fit what was typed and the filters. */
function found(
  { text, literal = false, ...filters }: ParsedInputOf<typeof contract.count>,
  { raw, zone, now }: SignedContext,
  limit: number,
) {
  const { parts, days, span } = readSearch(text, literal, zone, now, spanOf(filters));
  const tags = tagGroupsOf(filters);
  const all = parts.length === 0 && tags.length === 0;
  const positions = all ? positionsIn(raw, span.from, span.until, limit) : findNewest(raw, logSearch, { parts, tags, ...span, limit });
  return { parts, days, positions };
}

function nextOf(stored: readonly { position: number }[], limit: number, all = stored.length): { next?: number } {
  const last = stored[limit - 1];
  return all > limit && last ? { next: last.position } : {};
}

function barredMoment(occurredAt: number, { now }: SignedContext): Refused | undefined {
  return isAhead(occurredAt, now) ? refuse('occurredInFuture', { occurredAt, now }) : undefined;
}

/** An entry must not name a file that this desk does not hold. */
function barredFiles(attachments: readonly Attachment[], { folder }: SignedContext): Refused | undefined {
  const missing = attachments.find(({ hash }) => !isKept(folder, hash));
  return missing && refuse('attachmentMissing', { name: missing.name });
}

function barredEntry(id: string, { raw }: SignedContext): Refused | undefined {
  const found = entryById(raw, id);
  if (!found) return refuse('notFound');
  const { original, voidings } = found.entry;
  return voidings.length > 0 ? refuse('entryVoided', { number: original.number }) : undefined;
}
