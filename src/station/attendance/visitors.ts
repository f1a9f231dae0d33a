import type { VisitorCard } from '../../shared/attendance/record';
import type { Instant } from '../../shared/time';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import type { Visit } from './visitor-projection';

interface VisitRow {
  id: string;
  doc: string;
}

/** A visit by its id; undefined while its arrival is not known here. */
export function visitorById(raw: Raw, id: string): VisitorCard | undefined {
  const row = statement<[string], VisitRow>(raw, 'SELECT id, doc FROM visitors WHERE id = ?').get(id);
  return row && cardOf(row);
}

/** Who still is inside first, longest there first; then the newest of the others. */
export function visitorsOf(raw: Raw, inside: boolean, limit: number): VisitorCard[] {
  const within = statement<[number], VisitRow>(raw, 'SELECT id, doc FROM visitors WHERE inside = 1 ORDER BY arrived_at, id LIMIT ?').all(
    limit,
  );
  const others = inside
    ? []
    : statement<[number], VisitRow>(
        raw,
        'SELECT id, doc FROM visitors WHERE inside = 0 AND arrived_at > 0 ORDER BY arrived_at DESC, id DESC LIMIT ?',
      ).all(limit - within.length);
  return [...within, ...others].flatMap((row) => cardOf(row) ?? []);
}

/** Who came between two moments, and who came before them and is inside still, in the order they came. */
export function visitorsBetween(raw: Raw, from: Instant, until: Instant): VisitorCard[] {
  return statement<[number, number, number], VisitRow>(
    raw,
    `SELECT id, doc FROM visitors WHERE (arrived_at >= ? AND arrived_at < ?) OR (inside = 1 AND arrived_at < ?)
       ORDER BY arrived_at, id LIMIT 500`,
  )
    .all(from, until, until)
    .flatMap((row) => cardOf(row) ?? []);
}

/** Whether somebody inside wears this badge. */
export function badgeHolder(raw: Raw, badge: string): VisitorCard | undefined {
  if (badge === '') return undefined;
  const row = statement<[string], VisitRow>(raw, 'SELECT id, doc FROM visitors WHERE inside = 1 AND badge = ? LIMIT 1').get(badge);
  return row && cardOf(row);
}

function cardOf({ id, doc }: VisitRow): VisitorCard | undefined {
  const { facts, arrivedAt, left, voided } = JSON.parse(doc) as Visit;
  if (!facts) return undefined;
  return {
    id,
    ...facts,
    arrivedAt,
    ...(left ? { leftAt: left.at, badgeReturned: left.badgeReturned } : {}),
    ...(voided ? { voided } : {}),
  };
}
