import type { HandoverItem } from '../../shared/handover/item';
import type { LogRow } from '../../shared/duty-log/contract';
import type { LogKind } from '../../shared/duty-log/kinds';
import type { Shift } from '../../shared/roster/shift';
import type { Instant } from '../../shared/time';
import type { Raw } from '../database/open';
import type { Context } from '../handler';
import { findNewest } from '../search/find-newest';
import { kindTag } from './log-text';
import { logSearch } from './log-store';
import { firstPlaceAt } from './position';
import { entriesAt, entriesIn, rowOf } from './read';

/** More entries than any shift writes. */
const mostOfShift = 5_000;
const titleLength = 200;

/** Incidents (事件) of the shift: its important entries (domain.md 2). Voided ones are left out. */
export function logItems({ raw }: Context, shift: Pick<Shift, 'start' | 'end'>): HandoverItem[] {
  return entriesOfShift(raw, shift)
    .filter(({ kind, voided }) => kind === 'incident' && !voided)
    .map((row) => ({
      key: `entry:${row.id}`,
      kind: 'entry',
      subject: row.id,
      number: row.number,
      title: [...row.text].slice(0, titleLength).join(''),
      state: row.corrected ? 'corrected' : '',
      nextCode: '',
      next: '',
      holder: row.author,
      since: row.occurredAt,
      highRisk: false,
    }));
}

function entriesOfShift(raw: Raw, { start, end }: Pick<Shift, 'start' | 'end'>): LogRow[] {
  return entriesIn(raw, firstPlaceAt(start), firstPlaceAt(end), mostOfShift).map(rowOf);
}

/** When the newest entry of a kind happened, ms; undefined when there is none. */
export function lastOfKind(raw: Raw, kind: LogKind): Instant | undefined {
  const places = findNewest(raw, logSearch, { parts: [], tags: [[kindTag(kind)]], from: 0, until: Number.MAX_SAFE_INTEGER, limit: 1 });
  return entriesAt(raw, places).map(rowOf)[0]?.occurredAt;
}
