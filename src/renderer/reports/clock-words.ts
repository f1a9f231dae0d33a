import type { ReportClock } from '../../shared/reports/clock';
import type { Word } from '../i18n/useWords';
import { clockText } from './clock-text';

/** What the clock reads: time left, time over, or how late it was. */
export function clockWords(t: Word<'reports'>, { verdict, left, over, toldAt }: ReportClock, receivedAt: number): string {
  if (toldAt !== undefined && verdict === 'onTime') return t('clock.toldIn', { time: clockText(toldAt - receivedAt) });
  if (toldAt !== undefined) return t('clock.lateBy', { time: clockText(over) });
  return over > 0 ? t('clock.over', { time: clockText(over) }) : t('clock.left', { time: clockText(left, 'up') });
}

/** Who still has to be told; blank when nobody has. */
export function untoldWords(t: Word<'reports'>, { untold }: ReportClock): string {
  const who = untold.map((post) => t(post === 'shiftLeader' ? 'list.column.leader' : 'list.column.main'));
  return who.length === 0 ? '' : t('clock.untold', { who: who.join(t('common:separator')) });
}
