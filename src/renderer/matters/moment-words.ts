import type { MatterMoment } from '../../shared/matters/record';
import type { Word } from '../i18n/useWords';

type MatterWord = Word<'matters'>;

/** What was done, in a few words. */
export function momentTitle(t: MatterWord, { verb, to, means }: MatterMoment): string {
  if (verb === 'relay' && to && means)
    return t('moment.relay', { means: t(`means.${means}`), name: [to.name, to.phone].filter(Boolean).join(' ') });
  return t(`verb.${verb}`);
}

/** What was said with it, a line each. */
export function momentLines(t: MatterWord, moment: MatterMoment): string[] {
  const { verb, text, next, deadline, confirmedBy, takesOver, outcome } = moment;
  const lines: string[] = [];
  if (verb === 'settle') {
    if (outcome) lines.push(t('moment.settleOutcome', { what: t(outcome === 'open' ? 'state.open' : `state.${outcome}`) }));
    else lines.push(deadline ? t('moment.settleDeadline', { at: deadline }) : t('moment.settleNoDeadline'));
  }
  // What was entered stands among the facts.
  if (text && verb !== 'open') lines.push(text);
  if (takesOver) lines.push(t('moment.takesOver'));
  if (confirmedBy) lines.push(t('moment.received', { name: confirmedBy }));
  if (next) lines.push(t('moment.next', { text: next }));
  if (verb === 'progress' && deadline !== undefined)
    lines.push(deadline === null ? t('moment.noDeadline') : t('moment.deadline', { at: deadline }));
  return lines;
}
