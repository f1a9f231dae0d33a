import { canonicalJson } from '../../shared/canonical';
import { inForce } from '../../shared/in-force';
import type { Instant } from '../../shared/time';
import type { WarningTimes } from '../../shared/warnings/clocks';
import type { Issuer, WarningContents } from '../../shared/warnings/contents';
import { gravest, type PublisherRole, type WarningKind, type WarningLevel } from '../../shared/warnings/levels';
import type { WarningMoment, WarningOutcome } from '../../shared/warnings/record';

/** A line of the timeline as it is kept. */
export interface KeptMoment extends Omit<WarningMoment, 'letter' | 'confirmedBy'> {
  station: string;
  replaces: string[];
}

/** What the entries of one warning amount to. */
export interface Warning {
  /** Numbers given to it; more than one when desks apart published from one sign that neither had the beginning of. */
  numbers: string[];
  timeline: KeptMoment[];
}

/** A statement of whether it is in force, and how gravely. */
export type Turn = KeptMoment & { outcome: WarningOutcome };

const turns: ReadonlySet<KeptMoment['verb']> = new Set(['publish', 'changeLevel', 'lift', 'void', 'dismiss', 'settle']);
const isTurn = (moment: KeptMoment): moment is Turn => turns.has(moment.verb) && moment.outcome !== undefined;

/** The turns in force: more than one when desks that were apart each made one. */
export function turnsInForce({ timeline }: Warning): Turn[] {
  return inForce(timeline.filter(isTurn));
}

/** The texts in force. Texts and turns replace each other's own alone. */
export function textsInForce({ timeline }: Warning): KeptMoment[] {
  const corrections = timeline.filter(({ verb }) => verb === 'correct');
  const replaced = new Set(corrections.flatMap(({ entry, replaces }) => replaces.filter((other) => other !== entry)));
  const publications = timeline.filter(({ verb }) => verb === 'publish');
  const said = publications.length > 0 ? publications : timeline.filter(({ verb }) => verb === 'sign').slice(0, 1);
  return [...said, ...corrections].filter(({ entry }) => !replaced.has(entry));
}

/** Where a warning stands. */
export interface Standing {
  number: string;
  outcome: WarningOutcome;
  level: WarningLevel | undefined;
  kind: WarningKind | undefined;
  contents: WarningContents | undefined;
  since: Instant;
  publishedAt: Instant | undefined;
  endedAt: Instant | undefined;
  issuer: Issuer | undefined;
  times: WarningTimes;
  /** Statements that contradict each other; empty when none do. */
  sides: Turn[];
  texts: KeptMoment[];
  /** Statements by phone without their signature. */
  unsigned: KeptMoment[];
}

/**
 * Reads a warning off its timeline. Raised at one desk and lifted at the other, or changed to two levels: contested, and the graver
 * word holds, so in force at the higher level, until a person settles it. Two who say the same do not contest.
 */
export function standingOf(warning: Warning): Standing {
  const { timeline, numbers } = warning;
  const last = turnsInForce(warning);
  const said = new Set(last.map(({ outcome, level, kind }) => (outcome === 'inForce' ? `${level} ${kind}` : outcome)));
  const contested = said.size > 1;
  const live = last.filter(({ outcome }) => outcome === 'inForce');
  const outcome: WarningOutcome = live.length > 0 ? 'inForce' : (last[0]?.outcome ?? 'sign');
  const levels = live.flatMap(({ level }) => level ?? []);
  const newest = timeline.filter(isTurn).findLast(({ level }) => level !== undefined);
  const level = levels.length > 0 ? gravest(levels) : newest?.level;
  const kinds = live.flatMap(({ kind }) => kind ?? []);
  const kind = kinds.includes('response') ? 'response' : (kinds[0] ?? newest?.kind);
  const sign = timeline.find(({ verb }) => verb === 'sign');
  const published = timeline.filter(({ verb }) => verb === 'publish');
  const publishedAt = earliest(published.map(({ happenedAt }) => happenedAt));
  const endedAt = outcome === 'inForce' || outcome === 'sign' ? undefined : earliest(last.map((turn) => turn.endedAt ?? turn.happenedAt));
  const texts = textsInForce(warning);
  const differ = new Set(texts.map(({ contents }) => canonicalJson(contents ?? null))).size > 1;
  const confirmed = new Set(timeline.flatMap(({ verb, statement }) => (verb === 'confirm' && statement ? [statement] : [])));
  return {
    number: numbers[0] ?? '',
    outcome,
    level,
    kind,
    contents: texts.at(-1)?.contents,
    since: earliest(live.map(({ happenedAt }) => happenedAt)) ?? endedAt ?? sign?.happenedAt ?? timeline[0]?.at ?? 0,
    publishedAt,
    endedAt,
    issuer: timeline.findLast((moment) => isTurn(moment) && moment.issuer !== undefined)?.issuer,
    times: {
      signAt: sign?.happenedAt,
      steps: stepsOf(timeline),
      reports: timeline.flatMap(({ verb, duty, happenedAt }) => (verb === 'report' && duty ? [{ duty, at: happenedAt }] : [])),
      endedAt,
    },
    sides: contested ? last : [],
    texts: differ ? texts : [],
    unsigned: timeline.filter(({ issuer, entry }) => issuer?.how === 'phone' && !confirmed.has(entry)),
  };
}

/** The publication and each raise, in the order they happened. */
function stepsOf(timeline: readonly KeptMoment[]): { at: Instant; by: PublisherRole }[] {
  const order = ['IV', 'III', 'II', 'I'];
  return timeline
    .flatMap(({ verb, happenedAt, issuer, level, former }) => {
      const raised = verb === 'changeLevel' && order.indexOf(level ?? '') > order.indexOf(former ?? '');
      return issuer && (verb === 'publish' || raised) ? [{ at: happenedAt, by: issuer.role }] : [];
    })
    .toSorted((a, b) => a.at - b.at || (a.by < b.by ? -1 : 1));
}

function earliest(moments: readonly Instant[]): Instant | undefined {
  return moments.length === 0 ? undefined : Math.min(...moments);
}

export function isInForce({ outcome }: Pick<Standing, 'outcome'>): boolean {
  return outcome === 'inForce';
}
