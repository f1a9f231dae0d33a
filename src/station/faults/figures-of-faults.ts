import type { InputOf, OutputOf, ParsedInputOf } from '../../shared/contract';
import { subsystems } from '../../shared/devices/facts';
import { availabilityGroupings, type FigureBucket, type figureQueries } from '../../shared/faults/figures-contract';
import {
  bucketOf,
  comparedGroupings,
  type FigurePeriod,
  freeGroupings,
  type Grouping,
  groupings,
  periodBefore,
  stretchesOf,
  topOf,
  unnamed,
} from '../../shared/faults/figure-groups';
import { comparedOf, countings, isGoalMet, satisfactionOf, valuesOf } from '../../shared/faults/figures';
import { satisfactions } from '../../shared/faults/intake';
import { dateAfter } from '../../shared/roster/pattern';
import { type Instant, instantIn } from '../../shared/time';
import { placedDevices } from '../devices';
import type { HandlersOf } from '../handler';
import { profilesInUse, profileVersion } from '../service-profiles';
import { availabilityBuckets, faultsBehind, sharesOfDevices } from './availability-figures';
import { type FaultFacts, factsReported, listedOf } from './facts-of-figures';
import type { ClockContext } from './profile-of-fault';

type Asked = ParsedInputOf<(typeof figureQueries)['figures']>;
type Figures = OutputOf<(typeof figureQueries)['figures']>;
type ListAsked = ParsedInputOf<(typeof figureQueries)['listOf']>;
type Filter = Omit<InputOf<(typeof figureQueries)['figures']>, 'from' | 'until'>;

/** The moments of a period, its end not counted in. */
function momentsOf(zone: string, { from, until }: FigurePeriod): { from: Instant; until: Instant } {
  const start = (date: string) => instantIn(zone, date, '00:00') ?? Date.parse(`${date}T00:00:00Z`);
  return { from: start(from), until: start(dateAfter(until, 1)) };
}

function reportedIn(context: ClockContext, period: FigurePeriod, filter: Filter): FaultFacts[] {
  const { from, until } = momentsOf(context.zone, period);
  const wanted = Object.entries({ profile: filter.profile, class: filter.class, subsystem: filter.subsystem, area: filter.area }).filter(
    ([, value]) => value !== undefined,
  ) as ['profile' | 'class' | 'subsystem' | 'area', string][];
  return factsReported(context, from, until).filter((facts) => wanted.every(([field, value]) => facts[field] === value));
}

const isOwn = ({ counting }: FaultFacts) => counting === 'own';

/** Everything on the page of figures: a period, the one before, and what they consist of. */
export function figuresOf(context: ClockContext, { from, until, ...filter }: Asked): Figures {
  const { raw, zone } = context;
  const period = { from, until };
  const earlier = periodBefore(period);
  const all = reportedIn(context, period, filter);
  const allBefore = reportedIn(context, earlier, filter);
  const [now, before] = [all.filter(isOwn), allBefore.filter(isOwn)];
  const shares = sharesOfDevices(context, momentsOf(zone, period), filter);
  const sharesBefore = sharesOfDevices(context, momentsOf(zone, earlier), filter);
  const availability = Object.fromEntries(
    availabilityGroupings.map((grouping) => [grouping, availabilityBuckets(shares, sharesBefore, grouping)]),
  ) as Figures['availability'];
  const apart = (list: readonly FaultFacts[]) =>
    Object.fromEntries(countings.slice(1).map((wanted) => [wanted, list.filter(({ counting }) => counting === wanted).length]));
  return {
    now: { ...period, values: valuesOf(now), apart: apart(all) as Figures['now']['apart'] },
    before: { ...earlier, values: valuesOf(before), apart: apart(allBefore) as Figures['now']['apart'] },
    groups: Object.fromEntries(
      groupings.map((grouping) => [grouping, bucketsOf(context, grouping, now, before, period)]),
    ) as Figures['groups'],
    availability,
    goals: goalsOf(context, filter, now, availability.all[0]),
    areas: [...new Set(placedDevices(raw).map(({ area }) => area))].filter((area) => area !== '').sort(),
  };
}

/** Buckets of a grouping whose order is a matter of course; others stand by number. */
function orderOf(grouping: Grouping, period: FigurePeriod): readonly string[] | undefined {
  if (grouping === 'day') return stretchesOf(period);
  if (grouping === 'hour') return Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
  if (grouping === 'subsystem') return subsystems;
  if (grouping === 'breached' || grouping === 'reopened') return ['yes', 'no'];
  if (grouping === 'firstTime') return ['yes', 'no', 'open'];
  return grouping === 'satisfaction' ? [...satisfactions, unnamed.none] : undefined;
}

function bucketsOf(
  context: ClockContext,
  grouping: Grouping,
  now: readonly FaultFacts[],
  before: readonly FaultFacts[],
  period: FigurePeriod,
): FigureBucket[] {
  const top = freeGroupings.includes(grouping) ? topOf(now, grouping, period) : undefined;
  const earlier = periodBefore(period);
  const groups = grouped(now, (facts) => bucketOf(facts, grouping, period, top));
  // A day stands beside the same day of the period before, the first beside the first.
  const earlierStretches = grouping === 'day' ? stretchesOf(earlier) : [];
  const stretches = grouping === 'day' ? stretchesOf(period) : [];
  const groupsBefore = grouped(before, (facts) => {
    const key = bucketOf(facts, grouping, grouping === 'day' ? earlier : period, top);
    return grouping === 'day' ? (stretches[Math.min(stretches.length - 1, earlierStretches.indexOf(key))] as string) : key;
  });
  const compared = (comparedGroupings as readonly Grouping[]).includes(grouping);
  const order = orderOf(grouping, period);
  const keys = order ?? [...new Set([...groups.keys(), ...groupsBefore.keys()])].sort(byCount(groups));
  return keys.map((key) => {
    const own = groups.get(key) ?? [];
    const earlierOwn = groupsBefore.get(key) ?? [];
    return {
      key,
      ...nameOf(context, grouping, own[0] ?? earlierOwn[0], key),
      count: own.length,
      before: earlierOwn.length,
      ...(compared ? { compared: comparedOf(own) } : {}),
    };
  });
}

/** What has a name by its number, the most first; then the others, then what is not known. */
function byCount(groups: ReadonlyMap<string, readonly unknown[]>) {
  const rank = (key: string) => (key === unnamed.none ? 2 : key === unnamed.other ? 1 : 0);
  const count = (key: string) => groups.get(key)?.length ?? 0;
  return (one: string, other: string) => rank(one) - rank(other) || count(other) - count(one) || (one < other ? -1 : 1);
}

function grouped(faults: readonly FaultFacts[], keyOf: (facts: FaultFacts) => string): Map<string, FaultFacts[]> {
  const groups = new Map<string, FaultFacts[]>();
  for (const facts of faults) {
    const key = keyOf(facts);
    const known = groups.get(key);
    if (known) known.push(facts);
    else groups.set(key, [facts]);
  }
  return groups;
}

function nameOf(
  context: ClockContext,
  grouping: Grouping,
  facts: FaultFacts | undefined,
  key: string,
): Pick<FigureBucket, 'words' | 'profile'> {
  if (!facts || key === unnamed.none || key === unnamed.other) return {};
  const same = (text: string) => ({ words: { zh: text, en: text } });
  if (grouping === 'cause') return same([...facts.causeText].slice(0, 200).join(''));
  if (grouping === 'area') return same(facts.area);
  if (grouping === 'engineer') return same(facts.engineer);
  if (grouping !== 'class' && grouping !== 'tier') return {};
  const profile = facts.version ? profileVersion(context, facts.profile, facts.version) : profilesInUse(context)[0]?.profile;
  const named = grouping === 'class' ? profile?.classes : profile?.tiers;
  const words = named?.find(({ code }) => code === facts[grouping])?.name;
  return { ...(words ? { words } : {}), profile: facts.profile };
}

/** Goals of availability and satisfaction (domain.md 3, P1 and P2): of the profile asked about, or of every one in use. */
function goalsOf(
  context: ClockContext,
  filter: Filter,
  now: readonly FaultFacts[],
  availability: Figures['availability']['all'][number] | undefined,
): Figures['goals'] {
  return profilesInUse(context)
    .filter(({ profile }) => filter.profile === undefined || profile.code === filter.profile)
    .flatMap(({ profile }) =>
      profile.goals.flatMap((goal) => {
        const { measure, atLeast, name, counts, otherwise } = goal;
        if (measure !== 'availability' && measure !== 'satisfaction') return [];
        const answers = satisfactionOf(
          now.filter((facts) => facts.profile === profile.code),
          counts,
        );
        const share = answers.of === 0 ? undefined : answers.part / answers.of;
        const actual = measure === 'availability' ? availability?.share : share;
        return [
          {
            profile: profile.code,
            name,
            measure,
            atLeast,
            of: measure === 'availability' ? (availability?.devices ?? 0) : answers.of,
            standing: isGoalMet(actual, atLeast),
            ...(actual === undefined ? {} : { actual }),
            ...(otherwise ? { otherwise } : {}),
          },
        ];
      }),
    );
}

/** The faults behind a bar of {@link figuresOf}, asked with the same period and filter: as many as the bar says. */
export function listOfBar(context: ClockContext, { from, until, period: which, bar, ...filter }: ListAsked) {
  const period = { from, until };
  const asked = which === 'now' ? period : periodBefore(period);
  if (bar.by === 'out') {
    const shares = sharesOfDevices(context, momentsOf(context.zone, asked), filter);
    return listedOf(context, faultsBehind(shares, bar.grouping, bar.key));
  }
  const all = reportedIn(context, asked, filter);
  if (bar.by === 'apart')
    return listedOf(
      context,
      all.filter(({ counting }) => counting === bar.key),
    );
  const own = all.filter(isOwn);
  if (bar.by === 'all') return listedOf(context, own);
  if (bar.by === 'timed') {
    const time = `${bar.key}Time` as const;
    return listedOf(
      context,
      own.filter((facts) => facts[time] !== undefined),
    );
  }
  const { by, key } = bar;
  if (by === 'day' && which === 'before') {
    const [stretches, earlier] = [stretchesOf(period), stretchesOf(asked)];
    const at = (facts: FaultFacts) => Math.min(stretches.length - 1, earlier.indexOf(bucketOf(facts, by, asked)));
    return listedOf(
      context,
      own.filter((facts) => stretches[at(facts)] === key),
    );
  }
  const top = freeGroupings.includes(by) ? topOf(reportedIn(context, period, filter).filter(isOwn), by, period) : undefined;
  return listedOf(
    context,
    own.filter((facts) => bucketOf(facts, by, period, top) === key),
  );
}

/** Handlers of the page of figures. */
export const figureHandlers: HandlersOf<typeof figureQueries> = {
  figures: (asked, context) => figuresOf(context, asked),
  listOf: (asked, context) => listOfBar(context, asked),
};
