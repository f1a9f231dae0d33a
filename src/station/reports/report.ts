import { inForce } from '../../shared/in-force';
import type { PayloadOf } from '../../shared/event';
import type { ReportTimes } from '../../shared/reports/clock';
import type { ReportContents, Told } from '../../shared/reports/contents';
import type { reportStarted } from '../../shared/reports/events';
import type { MatterLevel } from '../../shared/matters/level';
import type { ReportMoment, ReportState } from '../../shared/reports/record';
import type { Instant } from '../../shared/time';

/** A line of the timeline as it is kept. */
export interface KeptMoment extends Omit<ReportMoment, 'letter'> {
  station: string;
  replaces: string[];
}

export type Start = Omit<PayloadOf<typeof reportStarted>, 'replaces'>;

/** What the entries of one report amount to: its beginning, and everything said of it. */
export interface Report {
  /** Undefined while only later entries have arrived. Marked twice, the newest mark in force says title, receipt and level. */
  start?: Start;
  numbers: string[];
  timeline: KeptMoment[];
}

/** Starting, ending and taking back turn a report; the rest only adds to it. */
function turns({ verb, stage }: KeptMoment): boolean {
  return verb === 'start' || verb === 'withdraw' || (verb === 'send' && stage === 'final');
}

/** The turns in force: more than one when desks that were apart each made one. */
export function turnsInForce(report: Report): KeptMoment[] {
  return inForce(report.timeline.filter(turns));
}

/** Where a report stands. */
export interface Standing extends ReportTimes {
  state: ReportState;
  level: MatterLevel;
  since: Instant;
  receivedAt: Instant;
  told: Told[];
  contents: ReportContents | undefined;
  nextAt: Instant | undefined;
  missedNotedAt: Instant | undefined;
  /** Turns that contradict each other; empty when none do. */
  sides: KeptMoment[];
}

/**
 * Reads a report off its timeline. What two desks turned differently (final here, withdrawn there) is contested, and the
 * report stays open until one who knows both ends it. Both marking it, or both sending the final report, agree.
 */
export function standingOf({ start, timeline }: Report): Standing {
  const last = inForce(timeline.filter(turns));
  const kinds = new Set(last.map(({ verb }) => verb));
  const contested = kinds.size > 1;
  const turn = contested ? 'start' : (last[0]?.verb ?? 'start');
  const sends = timeline.filter(({ verb }) => verb === 'send');
  const newest = sends.at(-1);
  const state: ReportState =
    turn === 'withdraw'
      ? 'withdrawn'
      : turn === 'send'
        ? 'final'
        : newest === undefined
          ? 'started'
          : sends.some(({ stage }) => stage === 'followUp')
            ? 'followedUp'
            : 'sent';
  const ended = turn === 'start' ? undefined : Math.min(...last.map(({ at }) => at));
  const first = timeline[0]?.at ?? 0;
  return {
    state,
    since: ended ?? newest?.at ?? start?.receivedAt ?? first,
    // The newest word on it: of a mark, or of a report sent since.
    level: timeline.findLast(({ level }) => level !== undefined)?.level ?? 'ordinary',
    receivedAt: start?.receivedAt ?? first,
    told: timeline.flatMap(({ told }) => told ?? []),
    sent: newest !== undefined,
    ...(ended === undefined ? {} : { endedAt: ended }),
    contents: newest?.contents,
    nextAt: ended === undefined ? (newest?.nextAt ?? undefined) : undefined,
    missedNotedAt: timeline.find(({ verb }) => verb === 'missed')?.at,
    sides: contested ? last : [],
  };
}

export function isOpen(state: ReportState): boolean {
  return state !== 'final' && state !== 'withdrawn';
}
