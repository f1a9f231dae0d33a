import type { FaultAlarm } from '../../shared/faults/alarm-list';
import type { Language } from '../i18n/languages';
import type { Word } from '../i18n/useWords';
import { ageInWords } from '../widgets/words-of-age';

/** What is alarmed, in words: `到场时限已超 12 分钟`, `修复时限剩余 50 分钟`, `已自动升级至工程师`. */
export function alarmSentence(t: Word<'alarms'>, common: Word<'common'>, language: Language, alarm: FaultAlarm, now: number): string {
  const { name, raises, raisedTo, level, dueAt, since } = alarm;
  if (raises || !name) return raisedTo ? t('strip.raised', { to: raisedTo[language] }) : t('strip.raisedPlain');
  const clock = name[language];
  return level === 'red'
    ? t('strip.over', { clock, over: ageInWords(common, now - (dueAt ?? since)) })
    : t('strip.near', { clock, left: ageInWords(common, (dueAt ?? now) - now) });
}

/** Where: the device, or the place. */
export function alarmPlace({ device, place }: Pick<FaultAlarm, 'device' | 'place'>): string {
  return device ?? place;
}
