import { runStateOf } from '../../shared/plan-runs/course';
import type { planRuns as contract } from '../../shared/plan-runs/contract';
import { saidAs } from '../../shared/plan-runs/said';
import { dateIn } from '../../shared/time';
import type { OutputOf } from '../../shared/contract';
import type { HandlersOf, SignedContext } from '../handler';
import { activationHandlers } from './activation';
import { alarmLines, listedRuns } from './cards';
import { endHandlers } from './end-handlers';
import { kitHandlers } from './kit-handlers';
import { peopleHandlers } from './people-handlers';
import { pictureOf } from './picture';
import { runsIn, runsUnderWay, wholeRun } from './read';
import { recordOf } from './record';
import { stepHandlers } from './step-handlers';

export interface PlanRunOptions {
  passwordCost: number;
}

/** How many quarters of drills are shown. */
const quartersShown = 4;

/** Plan runs (预案执行): started, worked through, ended, reviewed. */
export const planRunHandlers = ({ passwordCost }: PlanRunOptions): HandlersOf<typeof contract> => ({
  ...activationHandlers(passwordCost),
  ...stepHandlers(passwordCost),
  ...peopleHandlers,
  ...kitHandlers,
  ...endHandlers(passwordCost),
  list: ({ all }, context) => listedRuns(context, all),
  one: ({ id }, context) => {
    const whole = wholeRun(context, id);
    return whole ? recordOf(whole, context) : { refusal: { code: 'notFound' } };
  },
  alarms: (_, context) => alarmsNow(context),
  lessons: ({ plan }, { raw }) =>
    runsIn(raw, ['running', 'ended', 'reviewed']).flatMap(({ id, run }) =>
      run.activated?.plan === plan
        ? saidAs(run, 'noteLesson').map(({ at, author, text, step, proposal }) => ({
            run: id,
            number: run.activated?.number ?? '',
            at,
            author,
            text,
            ...(step === undefined ? {} : { step }),
            proposal,
          }))
        : [],
    ),
  drills: (_, context) => drillsOf(context),
});

function alarmsNow(context: SignedContext): OutputOf<typeof contract.alarms> {
  const locked = context.locked || context.mustChangePassword;
  let nextChange = Number.POSITIVE_INFINITY;
  const alarms = runsUnderWay(context).flatMap((whole) => {
    const picture = pictureOf(whole, context);
    nextChange = Math.min(nextChange, picture.alarms.nextChange ?? Number.POSITIVE_INFINITY);
    return alarmLines(whole, picture, context);
  });
  const nothing = { zh: '', en: '' };
  return {
    locked,
    alarms: locked ? alarms.map((alarm) => ({ ...alarm, what: nothing, title: nothing, number: '', names: [] })) : alarms,
    ...(nextChange === Number.POSITIVE_INFINITY ? {} : { nextChange }),
  };
}

/** A drill counts for the quarter in which it was activated; one that was withdrawn was none. */
function drillsOf({ raw, zone, now }: SignedContext): OutputOf<typeof contract.drills> {
  const drills = runsIn(raw, ['running', 'ended', 'reviewed']).flatMap(({ id, run }) =>
    run.activated?.drill && runStateOf(run) !== 'withdrawn'
      ? [{ id, number: run.activated.number, title: run.activated.title, at: run.activated.at }]
      : [],
  );
  const [year, month] = dateIn(zone, now).split('-').map(Number) as [number, number];
  const present = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: quartersShown }, (_, back) => {
    const quarter = quarterName(present - back);
    const held = drills.filter(({ at }) => quarterOf(dateIn(zone, at)) === quarter);
    return { quarter, held, missed: back > 0 && held.length === 0 };
  });
}

const quarterName = (count: number) => `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;

function quarterOf(date: string): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return quarterName(year * 4 + Math.floor((month - 1) / 3));
}
