import type { Told } from '../../shared/reports/contents';
import type { ReportMoment } from '../../shared/reports/record';
import type { Word } from '../i18n/useWords';

type ReportWord = Word<'reports'>;

/** What was done, in a few words. */
export function momentTitle(t: ReportWord, { verb, stage, number, leader }: ReportMoment): string {
  switch (verb) {
    case 'start':
      return t('moment.start', { number: number ?? '' });
    case 'send':
      return stage ? t(`stage.${stage}`) : '';
    case 'tell':
      return t('moment.tell');
    case 'instruct':
      return t('moment.instruct', { name: leader?.name ?? '' });
    case 'withdraw':
      return t('moment.withdraw');
    case 'missed':
      return t('moment.missed');
  }
}

/** Who was told when by which means, in one line. */
export function toldWords(t: ReportWord, matter: Word<'matters'>, { to, role, means, at }: Told): string {
  return t('moment.told', {
    at,
    role: t(`role.${role}`),
    means: matter(`means.${means}`),
    name: [to.name, to.phone].filter(Boolean).join(' '),
  });
}
