import { inForce } from '../../shared/in-force';
import type { planRuns as contract } from '../../shared/plan-runs/contract';
import {
  planRunCalled,
  planRunCommanderNamed,
  planRunInstructed,
  planRunInstructionDone,
  planRunPostFilled,
  planRunRollCallAnswered,
  planRunRollCallStarted,
} from '../../shared/plan-runs/events';
import { callOutOf, postsOf, rollCallsOf } from '../../shared/plan-runs/muster';
import { saidAs } from '../../shared/plan-runs/said';
import { isSamePerson } from '../../shared/references';
import { append, type HandlersOf, refuse } from '../handler';
import { shiftAt, shiftByKey } from '../roster';
import { commanderIn } from './command';
import { runUnderWay, stepOfRun } from './running';

type Handlers = Pick<
  HandlersOf<typeof contract>,
  'fillPost' | 'nameCommander' | 'call' | 'startRollCall' | 'answerRollCall' | 'instruct' | 'instructionDone'
>;

/** Who holds which post, who commands, who was called and came; instructions from above. */
export const peopleHandlers: Handlers = {
  fillPost: stepOfRun(({ id, post: code, people, reason }, { run, plan, author }) => {
    const post = postsOf(run, plan).find((one) => one.code === code);
    return post
      ? planRunPostFilled(id, { author, post: code, people, reason, replaces: post.replaces })
      : refuse('noSuchPost', { post: code });
  }),
  nameCommander: stepOfRun(({ id, shift: key, commander, note }, whole, context) => {
    const shift = key === undefined ? shiftAt(context, context.now) : shiftByKey(context, key);
    if (!shift) return refuse('noSuchShift');
    const former = commanderIn(whole, shift.key);
    if (former && isSamePerson(former, commander) && saidAs(whole.run, 'nameCommander').some((named) => named.shift === shift.key)) {
      return refuse('alreadyCommands', { name: former.name });
    }
    const replaces = inForce(saidAs(whole.run, 'nameCommander').filter((named) => named.shift === shift.key)).map(({ entry }) => entry);
    const named = { author: whole.author, shift: shift.key, commander, ...(former ? { former } : {}), note, replaces };
    return planRunCommanderNamed(id, named);
  }),
  call: stepOfRun(({ id, person, outcome, expectedAt, note }, { author }) =>
    outcome === 'refused' && note === ''
      ? refuse('noteNeeded')
      : planRunCalled(id, { author, person, outcome, ...(expectedAt === undefined ? {} : { expectedAt }), note }),
  ),
  startRollCall: ({ id, minutes, people }, context) => {
    const found = runUnderWay(id, context);
    if ('refusal' in found) return found;
    const { run, plan, author } = found;
    if (rollCallsOf(run).some(({ closesAt, people: asked }) => closesAt > context.now && asked.some(({ answer }) => answer === 'silent'))) {
      return refuse('rollCallOpen');
    }
    // Whoever refused to come is not asked for.
    const all = callOutOf(run, postsOf(run, plan), context.now).filter(({ outcome }) => outcome !== 'refused');
    const asked = people.length > 0 ? people : all.map(({ person }) => person);
    if (asked.length === 0) return refuse('nobodyToCall');
    const rollCall = context.newId();
    return append({ ...planRunRollCallStarted(id, { author, minutes, people: asked.slice(0, 200) }), id: rollCall }, { rollCall });
  },
  answerRollCall: stepOfRun(({ id, rollCall, person, present, note }, { run, author }) => {
    const found = rollCallsOf(run).find((one) => one.id === rollCall);
    if (!found) return refuse('noSuchRollCall');
    const asked = found.people.find((one) => isSamePerson(one.person, person));
    if (!asked) return refuse('notOnRollCall', { name: person.name });
    if (!present && note === '') return refuse('noteNeeded');
    return planRunRollCallAnswered(id, { author, rollCall, person: asked.person, present, note });
  }),
  instruct: ({ id, from, text, to, due }, context) => {
    const found = runUnderWay(id, context);
    if ('refusal' in found) return found;
    const stranger = to.find((code) => !found.plan.groups.some(({ posts }) => posts.some((post) => post.code === code)));
    if (stranger !== undefined) return refuse('noSuchPost', { post: stranger });
    const instruction = context.newId();
    const given = planRunInstructed(id, { author: found.author, from, text, to, ...(due === undefined ? {} : { due }) });
    return append({ ...given, id: instruction }, { instruction });
  },
  instructionDone: stepOfRun(({ id, instruction, note }, { run, author }) => {
    if (!saidAs(run, 'instruct').some(({ entry }) => entry === instruction)) return refuse('noSuchInstruction');
    const done = saidAs(run, 'instructionDone').find((one) => one.instruction === instruction);
    return done ? refuse('alreadyDone', { by: done.author }) : planRunInstructionDone(id, { author, instruction, note });
  }),
};
