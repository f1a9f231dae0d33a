import type { WarningAlarm } from '../../shared/warnings/record';
import type { Word } from '../i18n/useWords';
import { ageInWords } from '../widgets/words-of-age';

/** What is alarmed, in words: `预警须报应急领导小组 余 12 分钟`. */
export function alarmSentence(t: Word<'warnings'>, common: Word<'common'>, { about, level, dueAt }: WarningAlarm, now: number): string {
  const what = t(`alarm.${about}`);
  // A refusal and a passed end are no limits that one is over.
  if (dueAt === undefined || about === 'refused' || about === 'ended' || about === 'signature') return what;
  return `${what} ${level === 'red' ? t('alarm.over', { age: ageInWords(common, now - dueAt) }) : t('alarm.left', { age: ageInWords(common, dueAt - now) })}`;
}
