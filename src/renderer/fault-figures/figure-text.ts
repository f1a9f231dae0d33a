import { fewestForShare, type Share } from '../../shared/faults/figures';
import { day, hour, minute } from '../../shared/time';
import type { Word } from '../i18n/useWords';

/** A length of time as it is said: minutes, hours and minutes, from two days on days and hours. */
export function lengthText(t: Word<'faultFigures'>, length: number): string {
  const minutes = Math.round(length / minute);
  if (minutes < 60) return t('time.minutes', { minutes });
  if (length < 2 * day) return t('time.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  const hours = Math.round(length / hour);
  return t('time.days', { days: Math.floor(hours / 24), hours: hours % 24 });
}

/** `97.5%`; availability has two digits, and none of them is rounded up to a goal it does not reach. */
export function percentText(share: number, digits = 1): string {
  const unit = 10 ** digits;
  return `${(Math.floor(share * 100 * unit + 1e-6) / unit).toFixed(digits)}%`;
}

/** Of how many; a percentage only where there are enough for one. */
export function shareText(t: Word<'faultFigures'>, { part, of }: Share): string {
  if (of === 0) return t('value.nothing');
  return of < fewestForShare ? t('value.part', { part, of }) : percentText(part / of);
}
