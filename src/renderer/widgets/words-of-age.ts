import { day, hour, minute, second } from '../../shared/time';
import type { Word } from '../i18n/useWords';

type CommonWord = Word<'common'>;

/** A length of time in words, coarser the longer it is: `40 秒`, `12 分钟`, `3 小时 20 分`, `4 天`. */
export function ageInWords(t: CommonWord, milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  if (length < minute) return t('age.seconds', { n: Math.floor(length / second) });
  if (length < hour) return t('age.minutes', { n: Math.floor(length / minute) });
  if (length < day) {
    const minutes = Math.floor((length % hour) / minute);
    const hours = Math.floor(length / hour);
    return minutes === 0 ? t('age.hours', { n: hours }) : t('age.hoursMinutes', { n: hours, m: minutes });
  }
  return t('age.days', { n: Math.floor(length / day) });
}

/** How far a moment is from now: `12 分钟前`, `刚刚`, `3 小时后`. */
export function distanceInWords(t: CommonWord, at: number, now: number): string {
  const past = now - at;
  if (Math.abs(past) < 10 * second) return t('age.justNow');
  return past > 0 ? t('age.ago', { age: ageInWords(t, past) }) : t('age.ahead', { age: ageInWords(t, -past) });
}
