import type { WorkMoment } from '../../shared/planned-work/record';
import type { Word } from '../i18n/useWords';
import { ageInWords } from '../widgets/words-of-age';

type WorkWord = Word<'plannedWork'>;

/** What was done, in a few words. */
export function momentTitle(t: WorkWord, { verb, restored }: WorkMoment): string {
  const what = t(`verb.${verb}`);
  if (verb !== 'takeDown' || restored === undefined) return what;
  return [what, t(restored ? 'fact.restored' : 'fact.notRestored')].join(t('common:separator'));
}

/** What was said with it, a line each. */
export function momentLines(t: WorkWord, common: Word<'common'>, moment: WorkMoment): string[] {
  const { verb, text, end, former, before, outcome, endedAt, at } = moment;
  const lines: string[] = [];
  if (verb === 'changeEnd' && end !== undefined) lines.push(t('moment.end', { former, end }));
  if (verb === 'announce' && end !== undefined) lines.push(t('moment.announce', { end, lead: ageInWords(common, before ?? 0) }));
  if (verb === 'overdue') lines.push(t('moment.overdue', { end }));
  if (verb === 'takeDown' && endedAt !== undefined && endedAt !== at) lines.push(t('moment.takenDown', { at: endedAt }));
  if (verb === 'settle') {
    lines.push(
      outcome === 'takenDown'
        ? t('moment.settleTakenDown')
        : outcome === 'cancelled'
          ? t('moment.settleCancelled')
          : t('moment.settleStanding', { end }),
    );
  }
  // What was entered stands among the facts.
  if (text && verb !== 'hang') lines.push(text);
  return lines;
}
