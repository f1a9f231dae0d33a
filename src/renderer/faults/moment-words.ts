import type { Moment } from '../../shared/faults/record';
import { dateTimeIn, hour, minute } from '../../shared/time';
import type { Word } from '../i18n/useWords';
import type { NamedProfile } from './useProfile';

type FaultWord = Word<'faults'>;
type Names = Pick<NamedProfile, 'say' | 'className' | 'tierName' | 'clockName' | 'traitNames' | 'profile'>;

/** What was done, in one line: `派单给高工甲`. */
export function momentTitle(t: FaultWord, moment: Moment, named: Names): string {
  const { verb, person, tier, otherNumber = '', clock } = moment;
  const name = person?.name ?? '';
  const step = named.say(named.profile?.classes.flatMap(({ guide }) => guide).find(({ code }) => code === moment.guideStep)?.text);
  switch (verb) {
    case 'dispatch':
      return t('moment.dispatch', { name: moment.engineer?.name ?? '' });
    case 'wait':
      return moment.waitingFor ? t('moment.wait', { what: t(`waitingFor.${moment.waitingFor}`) }) : t('verb.wait');
    case 'verify':
      return t(moment.holds === false ? 'moment.holdsNot' : 'moment.holds');
    case 'merge':
      return t('moment.merge', { number: moment.intoNumber ?? '' });
    case 'fold':
      return moment.into ? t('did.foldUnder', { number: moment.intoNumber ?? '' }) : t('did.foldedHere', { number: otherNumber });
    case 'reclassify':
      return moment.formerClass === undefined || moment.formerClass === moment.class
        ? t('verb.reclassify')
        : t('moment.reclassify', { former: named.className(moment.formerClass), next: named.className(moment.class) });
    case 'confirm':
      return moment.reporter ? t('moment.confirmed', { name: moment.reporter.name }) : t('verb.confirm');
    case 'settle':
      return t(moment.side ? 'moment.settleSide' : 'moment.settle');
    case 'takeOver':
      return t('did.takeOver', { tier: named.tierName(tier), name });
    case 'escalate':
      return t(name ? 'did.escalateTo' : 'did.escalate', { tier: named.tierName(tier), name });
    case 'answer':
      return t('did.answer');
    case 'lend':
      return t('did.lend', { name: moment.substitute?.name ?? '' });
    case 'feedBack':
      return t('did.feedBack', { name: (moment.reporter ?? person)?.name ?? '' });
    case 'consult':
      return t('did.consult', { names: (moment.participants ?? []).map((one) => one.name).join(t('common:separator')) });
    case 'guide':
      return t(moment.done === false ? 'did.guideAside' : 'did.guideDone', { text: step || (moment.guideStep ?? '') });
    case 'move':
      return t('did.move', { name: moment.profile?.code ?? '' });
    case 'relate':
      return t(moment.related === false ? 'did.unrelate' : 'did.relate', { number: otherNumber });
    case 'takeAlarm':
    case 'explain':
      return t(`did.${verb}`, { clock: roundOf(t, named.clockName(clock), moment.round) });
    case 'breach':
      return t('did.breach', { clock: roundOf(t, named.clockName(clock), moment.round), limit: lengthOf(t, moment.limit ?? 0) });
    case 'raise':
      return moment.raises === 'class'
        ? t('did.raiseClass', { former: named.className(moment.fromCode), next: named.className(moment.toCode) })
        : t('did.raiseTier', { next: named.tierName(moment.toCode) });
    default:
      return t(`verb.${verb}`);
  }
}

const roundOf = (t: FaultWord, name: string, round = 1) => (round > 1 ? `${name} ${t('clocks.round', { n: round })}` : name);

function lengthOf(t: FaultWord, milliseconds: number): string {
  const minutes = Math.round(milliseconds / minute);
  if (minutes < 60) return t('common:age.minutes', { n: minutes });
  return milliseconds % hour === 0
    ? t('common:age.hours', { n: minutes / 60 })
    : t('common:age.hoursMinutes', { n: Math.floor(minutes / 60), m: minutes % 60 });
}

/** What was said with it, line by line. */
export function momentLines(t: FaultWord, moment: Moment, named: Names): string[] {
  const { verb, reason, cause, remedy, parts, satisfaction, note, analysis, substitute, priority, traits, files } = moment;
  const said = (name: 'symptoms' | 'history' | 'solution' | 'opinion' | 'conclusion') =>
    moment[name] && t(`did.${name}`, { text: moment[name] });
  return [
    priority && verb === 'reclassify' && t('did.priority', { text: t(`priority.${priority}`) }),
    traits && (verb === 'reclassify' || verb === 'move') && named.traitNames(traits).join(t('common:separator')),
    moment.breachCause && t(`breach.causes.${moment.breachCause}`),
    reason && t('moment.reason', { text: reason }),
    cause && t('moment.cause', { text: cause }),
    remedy && t('moment.remedy', { text: remedy }),
    parts && t('moment.parts', { text: parts }),
    satisfaction && t('moment.satisfaction', { text: t(`satisfaction.${satisfaction}`) }),
    said('symptoms'),
    said('history'),
    said('solution'),
    substitute?.serial && verb === 'lend' && t('did.serial', { text: substitute.serial }),
    said('opinion'),
    said('conclusion'),
    analysis && t('did.course', { text: analysis.course }),
    analysis && t('moment.cause', { text: analysis.cause }),
    analysis && t('did.measures', { text: analysis.measures }),
    analysis?.prevention && t('did.prevention', { text: analysis.prevention }),
    files && files.length > 0 && t('did.files', { text: files.map(({ name }) => name).join(t('common:separator')) }),
    moment.dueAt !== undefined && (verb === 'breach' || verb === 'raise') && t('did.dueAt', { at: moment.dueAt }),
    note,
  ].filter((line): line is string => Boolean(line));
}

/** Longest history that a report may carry, characters. */
const longestHistory = 2_000;

/** The course of a fault in words, the oldest first, as it goes up a tier or into a report; of a long one the latest. */
export function historyOf(t: FaultWord, moments: readonly Moment[], named: Names, zone: string): string {
  const lines = moments
    .filter(({ verb }) => verb !== 'takeAlarm' && verb !== 'explain' && verb !== 'relate')
    .map((moment) => {
      const when = dateTimeIn(zone, moment.happenedAt ?? moment.at).slice(5);
      return `${when} ${moment.by.name || t('did.station')} ${[momentTitle(t, moment, named), ...momentLines(t, moment, named)].join(t('contest.then'))}`;
    });
  while (lines.join('\n').length > longestHistory && lines.length > 1) lines.shift();
  return lines.join('\n').slice(0, longestHistory);
}
