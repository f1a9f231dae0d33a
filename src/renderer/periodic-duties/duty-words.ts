import type { DutyRow } from '../../shared/periodic-duties/contract';
import { dateIn, timeIn } from '../../shared/time';
import type { Word } from '../i18n/useWords';

type DutyWord = Word<'periodicDuties'>;

/** Once a day, every two weeks, half-yearly. */
export function everyInWords(t: DutyWord, { count, unit }: DutyRow['every']): string {
  if (count === 1) return t(`every.${unit}`);
  if (unit === 'month' && count === 6) return t('every.halfYear');
  return t(`everyN.${unit}`, { n: count });
}

/** Which period: a day, the days of a week, a month, an hour. */
export function periodInWords(t: DutyWord, { every, from, until }: Pick<DutyRow, 'every' | 'from' | 'until'>, zone: string): string {
  const first = dateIn(zone, from);
  const last = dateIn(zone, until - 1);
  if (every.unit === 'hour') return `${first} ${timeIn(zone, from)}`;
  if (first === last) return first;
  if (every.unit === 'month' && every.count === 1) return first.slice(0, 7);
  if (every.unit === 'year' && every.count === 1) return first.slice(0, 4);
  return t('period.span', { from: first, until: last });
}

/** Whether a period presses: amber from three quarters of it on, red once it is over. */
export function dutyUrgency({ dueAt, amberAt, standing }: Pick<DutyRow, 'dueAt' | 'amberAt' | 'standing'>, now: number) {
  if (standing === 'done' || standing === 'notDone') return undefined;
  return now > dueAt ? 'red' : now >= amberAt ? 'amber' : undefined;
}
