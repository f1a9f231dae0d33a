import type { ShiftFigure } from '../../shared/handover/item';
import type { Instant } from '../../shared/time';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';

/** Faults reported and closed from one moment up to, not with, another, and those open now. */
export function faultFigures(raw: Raw, from: Instant, until: Instant): ShiftFigure[] {
  const count = (where: string, ...moments: number[]) =>
    statement<number[], number>(raw, `SELECT count(*) FROM faults WHERE ${where}`)
      .pluck()
      .get(...moments) ?? 0;
  return [
    { key: 'faultsReported', value: count('reported_at >= ? AND reported_at < ?', from, until) },
    { key: 'faultsClosed', value: count("open = 0 AND state = 'closed' AND since >= ? AND since < ?", from, until) },
    { key: 'faultsOpen', value: count('open = 1') },
  ];
}
