import type { OutputOf } from '../../shared/contract';
import type { planRuns as contract } from '../../shared/plan-runs/contract';
import { runStateOf } from '../../shared/plan-runs/course';
import { dateIn } from '../../shared/time';
import { statement } from '../database/statements';
import { chainSpan } from '../journal/chains';
import { type RunContext, runsIn } from './read';

/** How many quarters of drills are shown. */
const quartersShown = 4;

type Quarters = OutputOf<typeof contract.drills>;

/**
 * Drills quarter by quarter, the present one first. A drill counts for the quarter in which it was activated; one that was withdrawn was
 * none. A quarter in which the unit had no station yet is not held against it.
 */
export function drillsOf({ raw, zone, now }: Pick<RunContext, 'raw' | 'zone' | 'now'>): Quarters {
  const drills = runsIn(raw, ['running', 'ended', 'reviewed']).flatMap(({ id, run }) =>
    run.activated?.drill && runStateOf(run) !== 'withdrawn'
      ? [{ id, number: run.activated.number, title: run.activated.title, at: run.activated.at }]
      : [],
  );
  const present = quarterOf(dateIn(zone, now));
  const first = statement<[number, number], number | null>(raw, 'SELECT min(e.at) FROM stations s JOIN entries e ON e.key = s.n * ? + ?')
    .pluck()
    .get(chainSpan, 1);
  const begun = quarterOf(dateIn(zone, first ?? now));
  return Array.from({ length: quartersShown }, (_, back) => {
    const count = present - back;
    const held = drills.filter(({ at }) => quarterOf(dateIn(zone, at)) === count);
    return { quarter: quarterName(count), held, missed: back > 0 && held.length === 0 && count >= begun };
  });
}

/**
 * The line of a missed drill under special attention of every handover, until one is held. It is read off the runs and no event: every
 * desk comes to the same by itself, and a drill whose entries arrive late makes it vanish as if it had never stood there.
 */
export function drillAttention(context: Pick<RunContext, 'raw' | 'zone' | 'now'>): string[] {
  const [present, last] = drillsOf(context);
  if (!present || !last?.missed || present.held.length > 0) return [];
  const [year = '', quarter = ''] = last.quarter.split('-Q');
  return [`演练：${year}年第${'一二三四'[Number(quarter) - 1] ?? quarter}季度未开展，请应急办尽快组织补做（每季度至少一次）`];
}

const quarterName = (count: number) => `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;

/** Quarters counted on from the year 0. */
function quarterOf(date: string): number {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return year * 4 + Math.floor((month - 1) / 3);
}
