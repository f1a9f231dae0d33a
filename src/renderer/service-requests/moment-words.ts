import type { RequestMoment } from '../../shared/service-requests/record';
import { minute } from '../../shared/time';
import { useLanguage, useWords } from '../i18n/useWords';

export interface MomentWords {
  title: (moment: RequestMoment) => string;
  by: (moment: RequestMoment) => string;
  lines: (moment: RequestMoment) => string[];
}

/** A line of the timeline in words: what was done, by whom, and what was put down. */
export function useMomentWords(): MomentWords {
  const t = useWords('serviceRequests');
  const language = useLanguage();
  const title = (moment: RequestMoment) => {
    const { verb, stepName, step = '', choiceName, choice, limitName, limit = '' } = moment;
    const named = stepName?.[language] ?? step;
    if (verb === 'take') {
      const chosen = choiceName?.[language] ?? choice;
      return chosen ? t('moment.chosen', { step: named, choice: chosen }) : named;
    }
    if (verb === 'takeBack') return t('moment.takenBack', { step: named });
    if (verb === 'breach') return t('moment.breach', { name: limitName?.[language] ?? limit });
    if (verb === 'explain') return t('moment.explain', { name: limitName?.[language] ?? limit });
    return t(`verb.${verb}`);
  };
  const by = ({ author, doer, letter, at, happenedAt, verb }: RequestMoment) => {
    const late = verb === 'take' && happenedAt !== undefined && Math.abs(at - happenedAt) >= minute;
    return [
      author || t('doer.station'),
      doer && t('moment.doer', { name: doer.name }),
      t('moment.at', { letter }),
      late && t('moment.happened', { at: happenedAt }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  const lines = (moment: RequestMoment) => {
    const { records = [], text, becomesName, becomes, plannedAt, dueAt, verb, outcome, taken, stepName, step, choiceName } = moment;
    const settled = outcome
      ? t(`outcome.${outcome}`)
      : taken === undefined
        ? ''
        : taken
          ? [stepName?.[language] ?? step, choiceName?.[language]].filter(Boolean).join(t('common:separator'))
          : t('moment.notDone', { step: stepName?.[language] ?? step });
    return [
      ...(becomes ? [t('moment.becomes', { service: becomesName?.[language] ?? becomes })] : []),
      ...records.map(({ name, value }) => t('moment.record', { name: name[language], value })),
      ...(plannedAt ? [t('moment.planned', { at: plannedAt })] : []),
      ...(verb === 'breach' && dueAt !== undefined ? [t('moment.due', { at: dueAt })] : []),
      ...(verb === 'settle' && settled ? [settled] : []),
      ...(text ? [text] : []),
    ];
  };
  return { title, by, lines };
}
