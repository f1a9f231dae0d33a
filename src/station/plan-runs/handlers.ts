import type { planRuns as contract } from '../../shared/plan-runs/contract';
import { saidAs } from '../../shared/plan-runs/said';
import type { OutputOf } from '../../shared/contract';
import type { HandlersOf, SignedContext } from '../handler';
import { activationHandlers } from './activation';
import { archiveHandlers } from './archive';
import { alarmLines, listedRuns } from './cards';
import { drillsOf } from './drills';
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

/** Plan runs (预案执行): started, worked through, ended, reviewed. */
export const planRunHandlers = ({ passwordCost }: PlanRunOptions): HandlersOf<typeof contract> => ({
  ...activationHandlers(passwordCost),
  ...stepHandlers(passwordCost),
  ...peopleHandlers,
  ...kitHandlers,
  ...endHandlers(passwordCost),
  ...archiveHandlers,
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
