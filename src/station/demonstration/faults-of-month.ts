import type { FaultClass, WaitingReason } from '../../shared/faults/intake';
import type { FaultState } from '../../shared/faults/states';
import { day, hour, type Instant, minute } from '../../shared/time';
import type { Dice } from './dice';
import { courseInto, type PlannedStep, type TimedStep, timed, wholeCourse } from './fault-course';
import type { Reported } from './fault-desk';
import { powerCutFaults, tellPowerCut } from './power-cut';
import { hourAt } from './roster';
import { type Cast, stormFaults, tellThunderstorm } from './thunderstorm';
import { cancelReasons } from './wording/fault-words';

export const faultsInAll = 150;

interface Open {
  state: FaultState;
  /** Minutes since it came into this state. */
  since: number;
  waits?: WaitingReason;
  returned?: boolean;
}

/** What is open when somebody looks: every state, the freshest minutes old. */
const openNow: readonly Open[] = [
  { state: 'reported', since: 6 },
  { state: 'reported', since: 14 },
  { state: 'accepted', since: 21 },
  { state: 'accepted', since: 33 },
  { state: 'dispatched', since: 19 },
  { state: 'dispatched', since: 38, returned: true },
  { state: 'acknowledged', since: 25 },
  { state: 'acknowledged', since: 44 },
  { state: 'onSite', since: 31 },
  { state: 'onSite', since: 52 },
  { state: 'onSite', since: 68 },
  { state: 'diagnosed', since: 47 },
  { state: 'diagnosed', since: 75 },
  { state: 'waiting', since: 5 * 60, waits: 'parts' },
  { state: 'waiting', since: 26 * 60, waits: 'parts' },
  { state: 'waiting', since: 51 * 60, waits: 'parts' },
  { state: 'waiting', since: 20 * 60, waits: 'vendor' },
  { state: 'waiting', since: 74 * 60, waits: 'vendor' },
  { state: 'waiting', since: 9 * 60, waits: 'access' },
  { state: 'waiting', since: 210, waits: 'weather' },
  { state: 'repaired', since: 35 },
  { state: 'repaired', since: 95 },
  { state: 'verified', since: 60 },
  { state: 'verified', since: 150 },
  { state: 'confirmed', since: 28 },
];
const cancelled = 7;
const duplicates = 2;
const closedToday = 6;

/** All 150 faults of the month: a storm, a power cut, what breaks every day, and what is open now. */
export function tellFaults(cast: Cast): void {
  tellThunderstorm(cast);
  tellPowerCut(cast);
  for (const open of openNow) tellOpen(cast, open);
  const { roster, course, dice } = cast;
  for (let i = 0; i < closedToday; i++) tellClosed(cast, course.end - dice.whole(4 * 60, 9 * 60) * minute, { sameDay: true });
  for (const at of spread(cast, cancelled, roster.start + hour, course.end - 3 * hour)) tellCancelled(cast, at);
  for (const at of spread(cast, duplicates, roster.start + day, course.end - 3 * day)) tellTwice(cast, at);
  const rest = faultsInAll - stormFaults - powerCutFaults - openNow.length - closedToday - cancelled - 2 * duplicates;
  const moments = spread(cast, rest, roster.start + hour, course.end - 26 * hour);
  // What takes days lies far enough back to be over.
  const longAgo = new Map(dice.shuffled(moments.filter((at) => course.end - at > 5 * day)).map((at, i) => [at, unusual(i)]));
  for (const at of moments) tellClosed(cast, at, longAgo.get(at) ?? {});
}

interface Kind {
  waits?: WaitingReason;
  fails?: boolean;
  late?: boolean;
  returns?: boolean;
  reclassified?: boolean;
  /** Closed the same day, whatever the hour. */
  sameDay?: boolean;
}

/** Of those of every day some wait, some fail, some come back, an eighth is late. */
function unusual(n: number): Kind {
  if (n < 24) return { waits: (['parts', 'vendor', 'access', 'weather'] as const)[n % 4] as WaitingReason };
  if (n < 28) return { fails: true };
  if (n < 32) return { returns: true };
  if (n < 38) return { reclassified: true };
  if (n < 48) return { late: true };
  return {};
}

/** Moments over a span, fewer in the small hours. */
function spread({ dice }: Cast, count: number, from: Instant, until: Instant): Instant[] {
  return Array.from({ length: count }, (_, i) => {
    const part = (until - from) / count;
    for (;;) {
      const at = Math.round(from + part * (i + dice.fraction()));
      const now = hourAt(at);
      if ((now >= 7 && now < 23) || dice.chance(0.3)) return at;
    }
  });
}

function tellClosed({ faults, scenes, dice }: Cast, at: Instant, { sameDay = false, reclassified = false, ...rest }: Kind): void {
  const { device, trouble, repair } = faults.trouble();
  const source = faults.source(device);
  const caller = faults.callerFor(source, device);
  const engineer = scenes.engineer();
  const wrongClass = trouble.class === 'B' ? dice.pick<FaultClass>(['A', 'C']) : 'B';
  const steps = timed(
    wholeCourse(dice, {
      trouble,
      repair,
      engineer,
      reporter: caller !== undefined,
      reclassifyTo: reclassified ? trouble.class : undefined,
      ...rest,
    }),
    at,
    !sameDay,
    dice,
  );
  const reported = faults.report(at, {
    device,
    symptom: dice.pick(trouble.symptoms),
    scope: dice.pick(trouble.scope),
    class: reclassified ? wrongClass : trouble.class,
    ...priorityOf(dice, trouble.class),
    source,
    caller,
    pictures: dice.chance(0.08) ? [{ name: `故障画面-${device.area}`, seed: device.code }] : [],
  });
  faults.take(reported, steps, engineer);
  faults.accompany(reported, steps, { device, repair, engineer });
}

function priorityOf(dice: Dice, of: FaultClass) {
  if (of === 'A') return { priority: 'urgent' as const };
  return dice.chance(0.4) ? { priority: of === 'B' ? ('important' as const) : ('general' as const) } : {};
}

/** Into its state, back from now. */
function tellOpen(cast: Cast, { state, since, waits, returned = false }: Open): void {
  const { faults, scenes, course, dice } = cast;
  let found = faults.trouble();
  // The field steps need somebody who drives out.
  while (found.trouble.remote && state !== 'reported' && state !== 'accepted') found = faults.trouble();
  const { device, trouble, repair } = found;
  const source = state === 'confirmed' || returned ? 'phone' : faults.source(device);
  const caller = source === 'phone' ? scenes.policeCaller(device.area) : faults.callerFor(source, device);
  const engineer = scenes.engineer();
  const into = courseInto(
    wholeCourse(dice, { trouble, repair, engineer, reporter: caller !== undefined, waits, returns: returned }),
    state,
  );
  const length = into.reduce((sum, { gap }) => sum + Math.round(gap * minute), 0);
  const at = course.end - since * minute - length - dice.whole(0, 45_000);
  const reported = faults.report(at, {
    device,
    symptom: dice.pick(trouble.symptoms),
    scope: dice.pick(trouble.scope),
    class: trouble.class,
    ...priorityOf(dice, trouble.class),
    source,
    caller,
    pictures: dice.chance(0.2) ? [{ name: `故障画面-${device.area}`, seed: device.code }] : [],
  });
  const steps: TimedStep[] = timed(into, at, false, dice);
  faults.take(reported, steps, engineer);
  faults.accompany(reported, steps, { device, repair, engineer });
}

function tellCancelled({ faults, roster, dice }: Cast, at: Instant): void {
  const { device, trouble } = faults.trouble();
  const source = faults.source(device);
  const reported = faults.report(at, {
    device,
    symptom: dice.pick(trouble.symptoms),
    scope: dice.pick(trouble.scope),
    class: trouble.class,
    source,
    caller: faults.callerFor(source, device),
  });
  const accepted = at + dice.whole(1, 4) * minute;
  const dropped = accepted + dice.whole(5, 70) * minute;
  faults.step(accepted, roster.officerAt(accepted, dice), 'accept', reported);
  faults.step(dropped, roster.officerAt(dropped, dice), 'cancel', reported, { reason: dice.pick(cancelReasons) });
}

/** Two people report the same; the second report is merged into the first. */
function tellTwice(cast: Cast, at: Instant): void {
  const { faults, scenes, roster, dice } = cast;
  let found = faults.trouble();
  while (found.device.subsystem !== 'frontEnd') found = faults.trouble();
  const { device, trouble, repair } = found;
  const engineer = scenes.engineer();
  const report = (when: Instant, source: 'phone' | 'monitoringAlarm'): Reported =>
    faults.report(when, {
      device,
      symptom: dice.pick(trouble.symptoms),
      class: trouble.class,
      source,
      caller: faults.callerFor(source, device),
    });
  const first = report(at, 'monitoringAlarm');
  const steps: PlannedStep[] = wholeCourse(dice, { trouble, repair, engineer, reporter: false });
  const taken = timed(steps, at, true, dice);
  faults.take(first, taken, engineer);
  const again = at + dice.whole(5, 12) * minute;
  const second = report(again, 'phone');
  const merged = again + 3 * minute;
  faults.step(merged, roster.officerAt(merged, dice), 'merge', second, () => ({ into: first.id, note: '同一设备重复报障，并入' }));
  faults.accompany(first, taken, { device, repair, engineer });
}
