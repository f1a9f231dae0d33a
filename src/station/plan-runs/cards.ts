import type { RunAlarm, RunCard } from '../../shared/plan-runs/record';
import { endOf, levelNow, levelSides, runStateOf, targetOf } from '../../shared/plan-runs/course';
import type { RunState } from '../../shared/plan-runs/said';
import { isSettled, stepUrgency } from '../../shared/plan-runs/steps';
import { isSamePerson } from '../../shared/references';
import type { SignedContext } from '../handler';
import { shiftAt } from '../roster';
import { commanderIn } from './command';
import { pictureOf, type RunPicture } from './picture';
import { runsIn, type RunContext, type WholeRun, wholeRun } from './read';

/** A run as a line. `twins`: runs under way of the same plan, real or drill alike, that two desks began apart. */
export function cardOf(whole: WholeRun, picture: RunPicture, context: RunContext, twins: RunCard['twins']): RunCard {
  const { id, run, activated } = whole;
  const { now } = context;
  const { steps, posts, callOut, faults, alarms } = picture;
  const phase = picture.phases.find((one) => one.closedAt === undefined && one.steps > 0)?.name;
  const endedAt = endOf(run);
  const owed = [...steps.filter((step) => !isSettled(step) && !step.lapsed), ...picture.reports].flatMap(({ due }) =>
    due === undefined || due < now ? [] : due,
  );
  return {
    id,
    number: activated.number,
    plan: activated.plan,
    title: activated.title,
    level: levelNow(run) ?? activated.level,
    drill: activated.drill,
    state: runStateOf(run),
    activatedAt: activated.at,
    activatedBy: activated.activatedBy.name,
    ...(endedAt === undefined ? {} : { endedAt }),
    area: activated.area,
    target: targetOf(run),
    commander: commanderIn(whole, shiftAt(context, now).key)?.name ?? '',
    ...(phase ? { phase } : {}),
    steps: steps.length,
    settled: steps.filter(isSettled).length,
    overdue: steps.filter((step) => stepUrgency(step, now) === 'red').length,
    unfilled: posts.reduce((sum, { unfilled }) => sum + unfilled, 0),
    silent: callOut.filter(({ silent }) => silent).length,
    openFaults: faults.filter(({ open }) => open).length,
    twins: twins.filter((twin) => twin.id !== id),
    contested: levelSides(run).length > 0 || steps.some(({ sides }) => sides.length > 0) || posts.some(({ sides }) => sides.length > 0),
    ...(alarms.nextChange === undefined ? {} : { nextDue: alarms.nextChange }),
    ...(owed.length === 0 ? {} : { dueNext: Math.min(...owed) }),
  };
}

/** Runs under way that were begun of one plan apart, by what they have in common. */
export function twinsOf({ raw }: Pick<RunContext, 'raw'>, { plan, drill }: { plan: string; drill: boolean }): RunCard['twins'] {
  return runsIn(raw, ['running'])
    .filter(({ run }) => run.activated?.plan === plan && run.activated.drill === drill)
    .map(({ id, run }) => ({ id, number: run.activated?.number ?? '' }));
}

/** Runs in the list: those under way first, each newest first; with `all` the finished, withdrawn, joined and barred ones as well. */
export function listedRuns(context: SignedContext, all: boolean): RunCard[] {
  const live = runsIn(context.raw, ['running', 'ended']);
  const past = all ? runsIn(context.raw, ['reviewed', 'withdrawn', 'joined', 'barred'], 200) : [];
  return [...live, ...past].flatMap(({ id, run }) => {
    const whole = wholeRun(context, id, run);
    if (!whole) return barredCard(id, run);
    const twins = runStateOf(run) === 'running' ? twinsOf(context, whole.activated) : [];
    return [cardOf(whole, pictureOf(whole, context), context, twins)];
  });
}

/** An attempt that was barred: nothing runs, but it stays in sight. */
function barredCard(id: string, { barred }: RunState): RunCard[] {
  if (!barred) return [];
  const { plan, title, level, drill, at, triedBy } = barred;
  const nothing = { steps: 0, settled: 0, overdue: 0, unfilled: 0, silent: 0, openFaults: 0 };
  const facts = { number: '', area: '', commander: '', twins: [], contested: false, target: at };
  return [{ id, plan, title, level, drill, state: 'barred', activatedAt: at, activatedBy: triedBy.name, ...facts, ...nothing }];
}

/** Every alarm of a run, with whether it is told to the officer who asks. */
export function alarmLines({ id, activated }: WholeRun, { alarms }: RunPicture, { officer }: SignedContext): RunAlarm[] {
  const self = { ...(officer.personId === undefined ? {} : { id: officer.personId }), name: officer.name };
  return alarms.alarms.map(({ people, ...alarm }) => {
    const named = people.some((person) => isSamePerson(person, self));
    // Whoever is told by role is meant as well: the leader of a group who is not on the list answers for it at the desk.
    const mine =
      named ||
      officer.roles.includes(alarm.told === 'shiftLeader' ? 'shiftLeader' : 'groupLeader') ||
      officer.roles.includes('dutyOfficer');
    return {
      ...alarm,
      run: id,
      number: activated.number,
      title: activated.title,
      drill: activated.drill,
      names: people.map(({ name }) => name),
      mine,
    };
  });
}
