import type { RunAlarm } from '../../shared/plan-runs/record';
import type { Language } from '../i18n/languages';
import type { Word } from '../i18n/useWords';
import { ageInWords } from '../widgets/words-of-age';

/** What is alarmed, in words: `步骤逾期 3 分钟：电话报应急办公室`. */
export function alarmSentence(
  t: Word<'planRuns'>,
  common: Word<'common'>,
  language: Language,
  { kind, what, due, level }: RunAlarm,
  now: number,
): string {
  const about = what[language];
  if (due === undefined || (kind !== 'step' && kind !== 'report')) return t(`alarm.${kind}`, { what: about });
  return level === 'red'
    ? t(`alarm.${kind}Over`, { what: about, age: ageInWords(common, now - due) })
    : t(`alarm.${kind}Left`, { what: about, age: ageInWords(common, due - now) });
}

/** Red before amber, real before drill, the longest first. */
export function alarmsInOrder(alarms: readonly RunAlarm[]): RunAlarm[] {
  const rank = ({ level, drill }: RunAlarm) => (level === 'red' ? 0 : 2) + (drill ? 1 : 0);
  return [...alarms].sort((one, other) => rank(one) - rank(other) || one.since - other.since);
}
