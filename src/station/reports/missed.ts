import { reportClockOf } from '../../shared/reports/clock';
import { reportMissedNoted } from '../../shared/reports/events';
import type { EventDraft } from '../../shared/event';
import type { Context } from '../handler';
import { derivedId } from '../random';
import { openReports } from './read';
import { standingOf } from './report';

/** The five minutes have passed and nothing was reported: put on record once, by whichever desk notices. */
export function missedReports({ raw, now }: Pick<Context, 'raw' | 'now'>): (EventDraft & { derivedId: string })[] {
  return openReports(raw).flatMap(({ id, report }) => {
    if (!report.start) return [];
    const standing = standingOf(report);
    const { verdict, due } = reportClockOf(standing, now);
    if (verdict !== 'missing' || standing.missedNotedAt !== undefined) return [];
    return [{ ...reportMissedNoted(id, { due }), derivedId: derivedId(`report.missed/${id}`) }];
  });
}
