import type { HandoverItem, ShiftFigure } from '../../shared/handover/item';
import { runStateOf } from '../../shared/plan-runs/course';
import { stepUrgency } from '../../shared/plan-runs/steps';
import type { Shift } from '../../shared/roster/shift';
import type { Context } from '../handler';
import { commanderIn } from './command';
import { pictureOf } from './picture';
import { runsIn, runsUnderWay, type WholeRun } from './read';

/** How many overdue steps of a run stand one by one in a handover; the run itself says how many there are. */
const mostSteps = 10;

const cut = (text: string, most: number) => [...text].slice(0, most).join('');

/** Every run under way, drills counted in, and its overdue critical steps: part of every handover (issue 5). */
export function planRunItems(context: Context): HandoverItem[] {
  return runsUnderWay(context).flatMap((whole) => [itemOf(whole, context), ...stepItems(whole, context)]);
}

function itemOf(whole: WholeRun, context: Context): HandoverItem {
  const { id, run, activated } = whole;
  const { phases, steps } = pictureOf(whole, context);
  const phase = phases.find(({ closedAt, green }) => closedAt === undefined && !green);
  // Not the next change of an alarm: what is frozen must be what was seen.
  const dues = steps.flatMap(({ standing, lapsed, due }) => (standing === 'open' && !lapsed && due !== undefined ? [due] : []));
  return {
    key: `planRun:${id}`,
    kind: 'planStep',
    subject: id,
    number: activated.number,
    title: cut(`${activated.title.zh} ${['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'][activated.level - 1]}级${activated.drill ? '（演练）' : ''}`, 400),
    state: runStateOf(run) === 'running' ? 'planRunning' : 'planEnded',
    nextCode: phase ? 'closePhase' : '',
    next: phase ? cut(phase.name.zh, 400) : '',
    holder: cut(activated.activatedBy.name, 80),
    since: activated.at,
    ...(dues.length === 0 ? {} : { due: Math.min(...dues) }),
    highRisk: true,
  };
}

function stepItems(whole: WholeRun, context: Context): HandoverItem[] {
  const { id, activated } = whole;
  const { steps, posts } = pictureOf(whole, context);
  return steps
    .filter((step) => step.critical && stepUrgency(step, context.now) === 'red')
    .slice(0, mostSteps)
    .map((step) => ({
      key: cut(`planStep:${id}:${step.code}`, 80),
      kind: 'planStep',
      subject: id,
      number: activated.number,
      title: cut(step.what.zh, 400),
      state: step.standing === 'failed' ? 'stepFailed' : 'stepOpen',
      nextCode: 'stepDone',
      next: '',
      holder: cut(
        posts
          .find(({ code }) => code === step.who)
          ?.people.map(({ name }) => name)
          .join('、') ?? '',
        80,
      ),
      since: activated.at,
      ...(step.due === undefined ? {} : { due: step.due }),
      highRisk: false,
    }));
}

/** Figures of a shift; drills are not counted (issue 5). */
export function planRunFigures(context: Context, { start, end }: Pick<Shift, 'start' | 'end'>): ShiftFigure[] {
  const begun = runsIn(context.raw, ['running', 'ended', 'reviewed', 'joined']).filter(({ run: { activated } }) => {
    return activated !== undefined && !activated.drill && activated.at >= start && activated.at < end;
  });
  return begun.length === 0 ? [] : [{ key: 'planRunsActivated', value: begun.length }];
}

/** The first run under way that has nobody named to command in the shift; a watch is not signed over without (issue 5). */
export function runWithoutCommander(context: Context, shift: Pick<Shift, 'key'>): { number: string } | undefined {
  const whole = runsUnderWay(context).find((one) => runStateOf(one.run) === 'running' && !commanderIn(one, shift.key));
  return whole && { number: whole.activated.number };
}
