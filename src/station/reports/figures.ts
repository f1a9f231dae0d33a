import type { HandoverItem, ShiftFigure } from '../../shared/handover/item';
import { isHighRisk } from '../../shared/matters/level';
import { reportClockOf } from '../../shared/reports/clock';
import type { Instant } from '../../shared/time';
import type { Context } from '../handler';
import { openReports, reportsReceived } from './read';
import { type Report, standingOf } from './report';

/** Late (迟报) and missing (漏报) are what the station can measure; wrong and concealed are for people (domain.md 1). */
export function reportFiguresOf({ raw, now }: Pick<Context, 'raw' | 'now'>, from: Instant, until: Instant) {
  const figures = { reports: 0, onTime: 0, late: 0, missing: 0 };
  for (const { report } of reportsReceived(raw, from, until, -1)) {
    const standing = standingOf(report);
    if (report.start === undefined || standing.state === 'withdrawn') continue;
    figures.reports++;
    const { verdict } = reportClockOf(standing, now);
    if (verdict !== 'running') figures[verdict]++;
  }
  return figures;
}

/** The figures of a shift: reports due, late, missing. */
export function reportFigures(context: Pick<Context, 'raw' | 'now'>, from: Instant, until: Instant): ShiftFigure[] {
  const { reports, late, missing } = reportFiguresOf(context, from, until);
  return [
    { key: 'reports', value: reports },
    { key: 'reportsLate', value: late },
    { key: 'reportsMissing', value: missing },
  ];
}

/** Every open report as it is handed over. */
export function handoverItems({ raw, now }: Pick<Context, 'raw' | 'now'>): HandoverItem[] {
  return openReports(raw).map(({ id, report }) => itemOf(id, report, now));
}

function itemOf(id: string, report: Report, now: Instant): HandoverItem {
  const { start, numbers } = report;
  const standing = standingOf(report);
  const clock = reportClockOf(standing, now);
  const due = clock.toldAt === undefined ? clock.due : standing.nextAt;
  const contested = standing.sides.length > 0;
  return {
    key: `report:${id}`,
    kind: 'report',
    subject: id,
    number: numbers[0] ?? '',
    title: start?.title ?? '',
    state: contested ? 'contested' : standing.state,
    nextCode: contested ? 'settle' : clock.toldAt === undefined ? 'tell' : standing.sent ? 'followUp' : 'send',
    next: '',
    holder: start?.author ?? '',
    since: standing.receivedAt,
    ...(due === undefined ? {} : { due }),
    highRisk: isHighRisk(standing.level),
  };
}

/** Log entries whose report is still open: they are handed over as that report, not twice. */
export function entriesUnderReport({ raw }: Pick<Context, 'raw'>): Set<string> {
  return new Set(openReports(raw).flatMap(({ report }) => (report.start ? [report.start.logEntry] : [])));
}
