import { contracts } from '../../shared/contracts';
import type { LogKind } from '../../shared/duty-log/kinds';
import { day, hour, type Instant, minute } from '../../shared/time';
import type { Course, LogDraft, Written } from './course';
import type { Dice } from './dice';
import { hourAt, type Roster } from './roster';
import { PatternDeck, type Scenes } from './scene';
import { calls } from './wording/calls';
import { incidents } from './wording/incidents';
import { instructions } from './wording/instructions';
import { notices } from './wording/notices';
import { others } from './wording/others';
import type { Pattern } from './wording/pattern';
import { requests } from './wording/requests';
import { visitors } from './wording/visitors';

const { dutyLog } = contracts;

/** How busy the desk is at each hour: evenings most, the small hours hardly, never not at all. */
const busyness = [5, 3.5, 2.5, 1.6, 1.6, 2.5, 5, 8, 11, 13, 13, 11, 8, 8, 11, 12, 12, 12, 14, 16, 17, 15, 11, 8];

/** How often each kind comes, by day and by night. Rounds of patrol have their fixed hours. */
const shares: readonly (readonly [kind: LogKind, byDay: number, byNight: number])[] = [
  ['call', 46, 56],
  ['instruction', 9, 8],
  ['notice', 12, 5],
  ['request', 9, 7],
  ['incident', 8, 13],
  ['visitor', 9, 1],
  ['other', 8, 10],
];

const patterns: Partial<Record<LogKind, readonly Pattern[]>> = {
  call: calls,
  instruction: instructions,
  notice: notices,
  request: requests,
  incident: incidents,
  visitor: visitors,
  other: others,
};

interface Told {
  written: Written;
  draft: LogDraft;
}

/** Fills the log up to `total` entries with what happens anyway; the last of them are minutes old. */
export function tellEveryday(course: Course, scenes: Scenes, roster: Roster, dice: Dice, total: number): void {
  const decks = new Map([...Object.entries(patterns)].map(([kind, list]) => [kind, new PatternDeck(dice.for(kind), list)]));
  const spoilt = 8;
  const moments = momentsOf(roster.start + 20 * minute, course.end, total - course.entries - spoilt, dice);
  const told = moments.map((at): Told => {
    const night = hourAt(at) < 7 || hourAt(at) >= 20;
    const kind = dice.weighted(shares.map(([name, byDay, byNight]) => [name, night ? byNight : byDay] as const));
    return scenes.tell(course, kind, (decks.get(kind) as PatternDeck).deal(at), at);
  });
  for (const { draft } of told) if (dice.chance(0.035)) draft.after = dice.whole(20, 170);
  const settled = dice.shuffled(told.filter(({ written }) => course.end - written.at > 6 * hour));
  for (const one of settled.slice(0, 30)) correct(course, roster, dice, one);
  for (const one of settled.slice(30, 30 + spoilt)) writeTwice(course, one, dice);
}

/** Moments between two, as dense as the hours are busy. */
function momentsOf(from: Instant, until: Instant, count: number, dice: Dice): Instant[] {
  const last = [4, 11, 17].map((minutes) => until - minutes * minute - dice.whole(0, 50_000));
  const hours: (readonly [Instant, number])[] = [];
  for (let at = from; at < until - 20 * minute; at += hour) {
    hours.push([at, (busyness[hourAt(at)] as number) * (0.7 + 0.6 * dice.fraction()) * weekly(at)]);
  }
  const sum = hours.reduce((all, [, weight]) => all + weight, 0);
  const moments: Instant[] = [];
  let owed = 0;
  for (const [at, weight] of hours) {
    owed += (weight / sum) * (count - last.length);
    for (; owed >= 1; owed -= 1) moments.push(Math.min(at + dice.whole(0, hour), until - 20 * minute));
  }
  while (moments.length < count - last.length) moments.push(dice.whole(from, until - 20 * minute));
  return [...moments, ...last].sort((one, other) => one - other);
}

/** Weekends are quieter by day. */
function weekly(at: Instant): number {
  const weekday = Math.floor((at + 8 * hour) / day + 4) % 7;
  return (weekday === 0 || weekday === 6) && hourAt(at) < 18 ? 0.75 : 1;
}

type Changes = Partial<Pick<LogDraft, 'kind' | 'caller'>> & { occurredAt?: Instant; text?: string };

/** Somebody notices what was written wrongly and puts it right beside the original. */
function correct(course: Course, roster: Roster, dice: Dice, { written, draft }: Told): void {
  const at = written.at + dice.whole(6, 240) * minute;
  const { caller } = draft;
  const possible: (readonly [Changes, string])[] = [
    [{ occurredAt: written.at - dice.whole(12, 40) * minute }, '据电话录音核对，时间有误'],
    [{ text: `${draft.text as string}（来电记录已归入当日卷）` }, '补充归档信息'],
    [{ text: (draft.text as string).replace('已登记', '已登记并电话回告') }, '漏记回告情况'],
    ...(caller ? [[{ caller: { ...caller, phone: `190000${dice.whole(10_000, 99_999)}` } }, '联系电话抄录有误'] as const] : []),
    ...(draft.kind === 'other' ? [[{ kind: 'patrol' } as const, '类别选择有误，应为巡检'] as const] : []),
  ];
  const [changes, reason] = dice.pick(possible.filter(([change]) => change.text !== draft.text));
  const author = roster.officerAt(at, dice);
  course.plan(at, async (desk) => {
    if (written.id !== undefined) await desk.as(author, dutyLog.correct, { id: written.id, changes, reason });
  });
}

/** Both officers wrote down the same call; the second entry is voided. */
function writeTwice(course: Course, { written, draft }: Told, dice: Dice): void {
  const at = written.at + dice.whole(1, 3) * minute;
  const again = course.write(at, written.author, { ...draft, pictures: [], after: dice.whole(1, 3) });
  course.plan(at + dice.whole(2, 9) * minute, async (desk) => {
    if (again.id === undefined) return;
    await desk.as(written.author, dutyLog.void, { id: again.id, reason: `重复登记，以 ${written.number} 为准` });
  });
}
