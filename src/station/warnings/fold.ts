import type { EntryFacts } from '../../shared/event';
import {
  warningAlarmTaken,
  warningConfirmed,
  warningCorrected,
  warningDismissed,
  warningLevelChanged,
  warningLifted,
  warningPublished,
  warningReported,
  warningReportOverdueNoted,
  warningSettled,
  warningSignNoted,
  warningVoided,
} from '../../shared/warnings/events';
import type { WarningVerb } from '../../shared/warnings/record';
import { type FoldOf, on } from '../journal/projection';
import type { KeptMoment, Warning } from './warning';

export const unheardWarning: Warning = { numbers: [], timeline: [] };

type Said = Partial<Omit<KeptMoment, 'entry' | 'verb' | 'at' | 'station' | 'author' | 'text'>>;

function noted(
  warning: Warning,
  verb: WarningVerb,
  { id, at, station }: EntryFacts,
  author: string,
  text: string,
  said: Said = {},
): Warning {
  return {
    ...warning,
    timeline: [...warning.timeline, { entry: id, verb, at, happenedAt: at, station, author, text, replaces: [], ...said }],
  };
}

function numbered(warning: Warning, number: string): Warning {
  return warning.numbers.includes(number) ? warning : { ...warning, numbers: [...warning.numbers, number] };
}

/** Everything said of a warning is kept in clock order; what it amounts to is read off it (warning.ts), so no order can lose anything. */
export const warningFolds: FoldOf<Warning>[] = [
  on(warningSignNoted, (warning: Warning, { author, number, contents, noticedAt }, facts) =>
    noted(numbered(warning, number), 'sign', facts, author, '', { contents, happenedAt: noticedAt }),
  ),
  on(warningDismissed, (warning: Warning, { author, issuer, reason, happenedAt, replaces }, facts) =>
    noted(warning, 'dismiss', facts, author, reason, { outcome: 'dismissed', issuer, happenedAt, replaces }),
  ),
  on(warningPublished, (warning: Warning, { author, number, level, kind, contents, issuer, happenedAt, replaces }, facts) =>
    noted(numbered(warning, number), 'publish', facts, author, '', {
      outcome: 'inForce',
      level,
      kind,
      contents,
      issuer,
      happenedAt,
      replaces,
    }),
  ),
  on(warningLevelChanged, (warning: Warning, { author, reason, ...said }, facts) =>
    noted(warning, 'changeLevel', facts, author, reason, { outcome: 'inForce', ...said }),
  ),
  on(warningLifted, (warning: Warning, { author, reason, ...said }, facts) =>
    noted(warning, 'lift', facts, author, reason, { outcome: 'lifted', ...said }),
  ),
  on(warningCorrected, (warning: Warning, { author, reason, ...said }, facts) => noted(warning, 'correct', facts, author, reason, said)),
  on(warningVoided, (warning: Warning, { author, reason, ...said }, facts) =>
    noted(warning, 'void', facts, author, reason, { outcome: 'voided', ...said }),
  ),
  on(warningConfirmed, (warning: Warning, { author, statement }, facts) => noted(warning, 'confirm', facts, author, '', { statement })),
  on(warningReported, (warning: Warning, { author, duty, to, means, happenedAt, note }, facts) =>
    noted(warning, 'report', facts, author, note, { duty, to, means, happenedAt }),
  ),
  // What the station says by itself is said once, whichever desk noticed first.
  on(warningReportOverdueNoted, (warning: Warning, { duty, startedAt, dueAt }, facts) =>
    warning.timeline.some((one) => one.verb === 'overdue' && one.duty === duty && one.dueAt === dueAt)
      ? warning
      : noted(warning, 'overdue', facts, '', '', { duty, startedAt, dueAt }),
  ),
  on(warningAlarmTaken, (warning: Warning, { author, about, since }, facts) =>
    noted(warning, 'takeAlarm', facts, author, '', { about, since }),
  ),
  on(warningSettled, (warning: Warning, { author, issuer, note, side, outcome, level, kind, endedAt, replaces }, facts) =>
    noted(warning, 'settle', facts, author, note, {
      outcome,
      issuer,
      side,
      replaces,
      ...(level === null ? {} : { level }),
      ...(kind === null ? {} : { kind }),
      ...(endedAt === null ? {} : { endedAt }),
    }),
  ),
];
