import type { EntryFacts } from '../../shared/event';
import { reportInstructed, reportMissedNoted, reportSent, reportStarted, reportTold, reportWithdrawn } from '../../shared/reports/events';
import type { ReportVerb } from '../../shared/reports/record';
import { type FoldOf, on } from '../journal/projection';
import type { KeptMoment, Report } from './report';

export const unheardReport: Report = { numbers: [], timeline: [] };

type More = Partial<Omit<KeptMoment, 'entry' | 'verb' | 'at' | 'station' | 'author'>>;

function noted(report: Report, verb: ReportVerb, { id, at, station }: EntryFacts, author: string, more: More = {}): Report {
  return { ...report, timeline: [...report.timeline, { entry: id, verb, at, station, author, replaces: [], ...more }] };
}

/** Everything said of a report is kept in clock order; what it amounts to is read off it (report.ts). */
export const reportFolds: FoldOf<Report>[] = [
  on(reportStarted, (report: Report, { replaces, ...start }, facts) => ({
    ...noted(report, 'start', facts, start.author, { number: start.number, level: start.level, happenedAt: start.receivedAt, replaces }),
    // A new mark after one that was taken back speaks anew; of two marks made apart the first one's facts stand.
    start: report.start === undefined || replaces.length > 0 ? start : report.start,
    numbers: report.numbers.includes(start.number) ? report.numbers : [...report.numbers, start.number],
  })),
  on(reportSent, (report: Report, { author, ...sent }, facts) => noted(report, 'send', facts, author, sent)),
  on(reportTold, (report: Report, { author, told }, facts) => noted(report, 'tell', facts, author, { told: [told] })),
  on(reportInstructed, (report: Report, { author, leader, text, happenedAt, matter, matterNumber }, facts) =>
    noted(report, 'instruct', facts, author, { leader, text, happenedAt, ...(matter === null ? {} : { matter, matterNumber }) }),
  ),
  on(reportWithdrawn, (report: Report, { author, reason, replaces }, facts) =>
    noted(report, 'withdraw', facts, author, { text: reason, replaces }),
  ),
  on(reportMissedNoted, (report: Report, { due }, facts) => noted(report, 'missed', facts, '', { happenedAt: due })),
];
