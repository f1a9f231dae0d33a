import type { LogEntry } from '../../shared/duty-log/entry';
import { currentFields } from '../../shared/duty-log/entry';
import { type LogKind, logKinds } from '../../shared/duty-log/kinds';
import type { ShiftFigure } from '../../shared/handover/item';
import { type Instant, second } from '../../shared/time';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { firstPlaceAt } from './position';

/** An entry of the log as a shift's record quotes it. */
export interface ShiftEntry {
  id: string;
  number: string;
  occurredAt: Instant;
  kind: LogKind;
  text: string;
  /** Account of who wrote it. */
  officer: string;
}

/** What was logged of the time from one moment up to, not with, another, oldest first; voided entries left out. */
export function entriesBetween(raw: Raw, from: Instant, until: Instant): ShiftEntry[] {
  return statement<[number, number], { id: string; doc: string }>(
    raw,
    'SELECT id, doc FROM log_entries WHERE position >= ? AND position < ? ORDER BY position LIMIT 5000',
  )
    .all(firstPlaceAt(from), firstPlaceAt(until + second))
    .flatMap(({ id, doc }) => {
      const { original, corrections, voidings } = JSON.parse(doc) as LogEntry;
      if (!original || voidings.length > 0) return [];
      const { occurredAt, kind, text } = corrections.length > 0 ? currentFields(original, corrections) : original;
      if (occurredAt < from || occurredAt >= until) return [];
      return [{ id, number: original.number, occurredAt, kind, text, officer: original.officer }];
    });
}

/** Entries of the log in a span of time: all of them as `logEntries`, then one figure for each kind, `log.call`. */
export function logFigures(raw: Raw, from: Instant, until: Instant): ShiftFigure[] {
  const entries = entriesBetween(raw, from, until);
  return [
    { key: 'logEntries', value: entries.length },
    ...logKinds.map((kind) => ({ key: `log.${kind}`, value: entries.filter((entry) => entry.kind === kind).length })),
  ];
}
