import type { ReportCard, ReportMoment, ReportRecord } from '../../shared/reports/record';
import type { Instant } from '../../shared/time';
import type { Db, Raw } from '../database/open';
import { statement } from '../database/statements';
import { derivedId } from '../random';
import { letterOf } from '../unit';
import { type KeptMoment, type Report, standingOf } from './report';

interface Stored {
  id: string;
  doc: string;
}

/** The report of a log entry bears the same id on every desk: two that mark the same entry meet. */
export function reportIdOf(logEntry: string): string {
  return derivedId(`report/${logEntry}`);
}

export function reportById(raw: Raw, id: string): Report | undefined {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM reports WHERE id = ?').pluck().get(id);
  return doc === undefined ? undefined : (JSON.parse(doc) as Report);
}

/** Open ones, the longest waiting first. */
export function openReports(raw: Raw): { id: string; report: Report }[] {
  return statement<[], Stored>(raw, 'SELECT id, doc FROM reports WHERE open = 1 ORDER BY received_at, id').all().map(reportOf);
}

/** Of the matters received in a span of time, newest first. */
export function reportsReceived(raw: Raw, from: Instant, until: Instant, limit: number): { id: string; report: Report }[] {
  return statement<[number, number, number], Stored>(
    raw,
    'SELECT id, doc FROM reports WHERE received_at >= ? AND received_at < ? ORDER BY received_at DESC, id LIMIT ?',
  )
    .all(from, until, limit)
    .map(reportOf);
}

function reportOf({ id, doc }: Stored): { id: string; report: Report } {
  return { id, report: JSON.parse(doc) as Report };
}

export function cardOf(id: string, report: Report): ReportCard {
  const { start, numbers } = report;
  const { state, level, since, receivedAt, told, sent, endedAt, nextAt, missedNotedAt, sides } = standingOf(report);
  return {
    id,
    number: numbers[0] ?? '',
    ...(start ? { logEntry: start.logEntry } : {}),
    logNumber: start?.logNumber ?? '',
    title: start?.title ?? '',
    level,
    state,
    since,
    receivedAt,
    author: start?.author ?? '',
    told,
    sent,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(nextAt === undefined ? {} : { nextAt }),
    ...(missedNotedAt === undefined ? {} : { missedNotedAt }),
    contested: sides.length > 0,
  };
}

/** All there is to one report, with the letters of the stations. */
export function reportRecord(db: Db, raw: Raw, id: string): ReportRecord | undefined {
  const report = reportById(raw, id);
  if (!report) return undefined;
  const letters = new Map<string, string>();
  const told = ({ station, replaces: _, ...moment }: KeptMoment): ReportMoment => {
    if (!letters.has(station)) letters.set(station, letterOf(db, station));
    return { ...moment, letter: letters.get(station) as string };
  };
  const { contents, sides } = standingOf(report);
  return {
    ...cardOf(id, report),
    numbers: report.numbers,
    ...(contents ? { contents } : {}),
    timeline: report.timeline.map(told),
    sides: sides.map(told),
  };
}
