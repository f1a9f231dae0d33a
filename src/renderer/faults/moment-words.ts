import type { Moment } from '../../shared/faults/record';
import type { Word } from '../i18n/useWords';
import { classWord } from './class-words';

type FaultWord = Word<'faults'>;

/** What was done, in one line: `派单给高工甲`. */
export function momentTitle(t: FaultWord, moment: Moment): string {
  switch (moment.verb) {
    case 'dispatch':
      return t('moment.dispatch', { name: moment.engineer?.name ?? '' });
    case 'wait':
      return moment.waitingFor ? t('moment.wait', { what: t(`waitingFor.${moment.waitingFor}`) }) : t('verb.wait');
    case 'verify':
      return t(moment.holds === false ? 'moment.holdsNot' : 'moment.holds');
    case 'merge':
      return t('moment.merge', { number: moment.intoNumber ?? '' });
    case 'reclassify':
      return t('moment.reclassify', {
        former: moment.formerClass ? classWord(t, moment.formerClass) : '',
        next: moment.class ? classWord(t, moment.class) : '',
      });
    case 'confirm':
      return moment.reporter ? t('moment.confirmed', { name: moment.reporter.name }) : t('verb.confirm');
    case 'settle':
      return t(moment.side ? 'moment.settleSide' : 'moment.settle');
    default:
      return t(`verb.${moment.verb}`);
  }
}

/** What was said with it, line by line. */
export function momentLines(t: FaultWord, moment: Moment): string[] {
  const { reason, cause, remedy, parts, satisfaction, note } = moment;
  return [
    reason && t('moment.reason', { text: reason }),
    cause && t('moment.cause', { text: cause }),
    remedy && t('moment.remedy', { text: remedy }),
    parts && t('moment.parts', { text: parts }),
    satisfaction && t('moment.satisfaction', { text: t(`satisfaction.${satisfaction}`) }),
    note,
  ].filter((line): line is string => Boolean(line));
}
