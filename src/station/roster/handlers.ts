import type { roster as contract } from '../../shared/roster/contract';
import { personKey } from '../../shared/roster/assignment';
import { rosterRulesChanged } from '../../shared/roster/events';
import { patternFault, shippedPatterns } from '../../shared/roster/pattern';
import { postIn } from '../../shared/roster/shift';
import { append, type HandlersOf, refuse } from '../handler';
import { letterOf } from '../unit';
import { calledOf } from './call-sheet';
import { wordFor } from './change-effect';
import { changeHandlers } from './change-handlers';
import { monthOf, proposalFor } from './month';
import type { RosterOptions } from './options';
import { readRosterRules, shiftAfter, shiftAsked, shiftAt, shiftBefore, shiftByKey, shiftStateOf } from './read';
import { reasonNeeded } from './reason-needed';
import { fromRegister } from './registered';
import { brokenBy, changedOf, rosteringsOf } from './rosterings';

/** Who stands when (domain.md 1): the roster, its rules, and the changes agreed on. */
export function rosterHandlers(options: RosterOptions): HandlersOf<typeof contract> {
  const { calendarOf } = options;
  return {
    ...changeHandlers(options),
    month: ({ month }, context) => monthOf(context, calendarOf, month),
    shift: ({ key }, context) => {
      const shift = shiftAsked(context, key);
      if (!shift) return refuse('noSuchShift', { shift: key ?? '' });
      const { inForce = [], replacements = [] } = shiftStateOf(context, shift.key) ?? {};
      return {
        shift,
        previous: shiftBefore(context, shift),
        next: shiftAfter(context, shift),
        sides: inForce.map(({ at, station, rostering: { author, leader, officers, open, reason } }) => ({
          at,
          author,
          letter: letterOf(context.db, station),
          leader,
          officers,
          open,
          reason,
        })),
        replacements: replacements.map(({ at, author, change, post, leaves, comes, unfitting, covered }) => ({
          at,
          author,
          change,
          post,
          leaves,
          comes,
          unfitting: unfitting && !covered,
        })),
      };
    },
    onDuty: (_, context) => {
      const shift = shiftAt(context, context.now);
      const next = shiftAfter(context, shift);
      const [post, nextPost] = [shift, next].map((one) => postIn(one, context.officer.personId));
      return { shift, next, ...(post ? { post } : {}), ...(nextPost ? { nextPost } : {}) };
    },
    propose: ({ month }, context) => proposalFor(context, calendarOf, month),
    save: ({ assignments, reason }, context) => {
      if (new Set(assignments.map(({ key }) => key)).size < assignments.length) return refuse('shiftTwice');
      for (const { key, officers } of assignments) {
        const shift = shiftByKey(context, key);
        if (!shift) return refuse('noSuchShift', { shift: key });
        const twice = officers.find((person, i) => officers.findIndex((other) => personKey(other) === personKey(person)) < i);
        if (twice) return refuse('personTwice', { name: twice.name, shift: wordFor(shift) });
      }
      const changed = changedOf(context, assignments);
      if (reason === '') {
        const past = changed.find(({ shift }) => shift.end <= context.now);
        if (past) return refuse('pastShift', { shift: wordFor(past.shift) });
        const broken = brokenBy(
          context,
          calendarOf,
          changed.map(({ assignment }) => assignment),
        );
        if (broken.length > 0) return reasonNeeded(broken);
      }
      const drafts = rosteringsOf(context, assignments, context.officer.name, reason);
      return append(drafts, { saved: drafts.length });
    },
    rules: (_, context) => ({ rules: readRosterRules(context), patterns: [...shippedPatterns] }),
    changeRules: ({ pattern, teams, leaders, ...minimums }, { db }) => {
      const fault = pattern && patternFault(pattern);
      if (fault) return refuse(fault);
      const members = (teams ?? []).flatMap((team) => team.members);
      const twice = members.find((person, i) => members.findIndex((other) => personKey(other) === personKey(person)) < i);
      if (twice) return refuse('personInTwoTeams', { name: twice.name });
      const names = (teams ?? []).map(({ name }) => name);
      const same = names.find((name, i) => names.indexOf(name) < i);
      if (same !== undefined) return refuse('teamNameTwice', { name: same });
      const changed = {
        ...minimums,
        ...(pattern ? { pattern } : {}),
        ...(teams ? { teams: teams.map((team) => ({ ...team, members: team.members.map((person) => fromRegister(db, person)) })) } : {}),
        ...(leaders ? { leaders: leaders.map((person) => fromRegister(db, person)) } : {}),
      };
      return append(Object.keys(changed).length > 0 ? [rosterRulesChanged('unit', changed)] : []);
    },
    callSheet: ({ key }, context) => {
      const shift = shiftAsked(context, key);
      if (!shift) return refuse('noSuchShift', { shift: key ?? '' });
      const next = shiftAfter(context, shift);
      return { shift, next, people: [...calledOf(context.db, shift, 'now'), ...calledOf(context.db, next, 'next')] };
    },
  };
}
