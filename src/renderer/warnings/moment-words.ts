import { byGravity } from '../../shared/warnings/levels';
import type { WarningMoment } from '../../shared/warnings/record';
import { minute } from '../../shared/time';
import type { Word } from '../i18n/useWords';

type WarningWord = Word<'warnings'>;

/** What was done, in a few words: `升级 Ⅲ级 黄色 → Ⅱ级 橙色`. */
export function momentTitle(t: WarningWord, { verb, level, former, kind, formerKind }: WarningMoment): string {
  if (verb === 'publish' && level && kind) return `${t('verb.publish')} ${t(`short.${level}`)} ${t(`kind.${kind}`)}`;
  if (verb !== 'changeLevel' || !level || !former) return t(`verb.${verb}`);
  const turn = byGravity(level, former);
  const levels = t('moment.level', { former: t(`short.${former}`), level: t(`short.${level}`) });
  const turned = kind === formerKind ? '' : t(kind === 'response' ? 'verb.turn' : 'verb.turnBack');
  return [turn === 0 ? '' : `${t(turn < 0 ? 'verb.raise' : 'verb.lower')} ${levels}`, turned].filter(Boolean).join(t('common:separator'));
}

/** Who decided: signed, or by phone and relayed. */
export function issuerLine(
  t: WarningWord,
  common: Word<'common'>,
  { issuer, confirmedBy }: Pick<WarningMoment, 'issuer' | 'confirmedBy'>,
): string {
  if (!issuer) return '';
  const role = common(`roles.${issuer.role}`);
  if (issuer.how === 'signed') return t('issuer.bySigned', { role, name: issuer.name });
  const said = t('issuer.byPhone', { role, name: issuer.name, by: issuer.relayedBy });
  return `${said} ${confirmedBy === undefined ? t('unconfirmed') : t('issuer.confirmed', { name: confirmedBy })}`;
}

/** What was said with it, a line each. */
export function momentLines(t: WarningWord, common: Word<'common'>, matters: Word<'matters'>, moment: WarningMoment): string[] {
  const { verb, duty, to, means, dueAt, at, happenedAt, text, outcome, level, contents } = moment;
  const lines: string[] = [];
  if (verb === 'report' && duty && to && means)
    lines.push(
      t('moment.reported', {
        duty: t(`duty.${duty}`),
        to: [to.name, to.phone].filter(Boolean).join(' '),
        means: matters(`means.${means}`),
      }),
    );
  if (verb === 'overdue' && duty) lines.push(t('moment.overdue', { duty: t(`duty.${duty}`), dueAt }));
  if (verb === 'settle' && outcome)
    lines.push(
      t('moment.settled', {
        what: [t(`outcome.${outcome}`), outcome === 'inForce' && level ? t(`short.${level}`) : ''].filter(Boolean).join(' '),
      }),
    );
  const issuer = issuerLine(t, common, moment);
  if (issuer) lines.push(issuer);
  if (Math.abs(happenedAt - at) > minute) lines.push(t('moment.happened', { at: happenedAt }));
  if (verb === 'correct' && contents) lines.push([contents.area, contents.what].filter(Boolean).join(' '));
  if (text) lines.push(text);
  return lines;
}
