import type { ParsedInputOf } from '../../shared/contract';
import { changeTakers, type roster as contract } from '../../shared/roster/contract';
import {
  shiftChangeAccepted,
  shiftChangeApproved,
  shiftChangeAsked,
  shiftChangeDeclined,
  shiftChangeRefused,
  shiftChangeSettled,
  shiftChangeWithdrawn,
  shiftPersonReplaced,
} from '../../shared/roster/events';
import type { PersonReference } from '../../shared/references';
import { rosterMakers } from '../../shared/roster/contract';
import { isPending, waitsFor } from '../../shared/roster/shift-change';
import type { Role } from '../../shared/roles';
import { day } from '../../shared/time';
import { passwordOfSigner, signerOf, type StoredAccount } from '../accounts';
import type { Db } from '../database/open';
import { append, type Context, type Decided, type HandlersOf, prepared, type Refused, refuse, type SignedContext } from '../handler';
import { personById } from '../people';
import { assignmentsAfter, effectOf } from './change-effect';
import { recordOfChange } from './change-record';
import { changeById, findChanges, type StoredChange } from './changes';
import type { RosterOptions } from './options';
import { spanOf } from './month';
import { givenBack } from './given-back';
import { shiftByKey } from './read';
import { reasonNeeded } from './reason-needed';
import { newlyBrokenBy, rosteringsOf } from './rosterings';

type Signing = { login: string; password: string } | undefined;
type Asking = ParsedInputOf<typeof contract.ask>;
type Verbs = 'ask' | 'accept' | 'decline' | 'approve' | 'refuse' | 'withdraw' | 'settle' | 'changes';

const longestLeave = 366 * day;

/** Leave, swap and stand-in: asked with a reason, accepted by the stand-in, approved by a leader (domain.md 1). */
export function changeHandlers({ passwordCost, calendarOf }: RosterOptions): Pick<HandlersOf<typeof contract>, Verbs> {
  const fits = (signer: Signing, { db }: Context): Promise<boolean> =>
    signer ? passwordOfSigner(signer, db, passwordCost) : Promise.resolve(false);
  return {
    ask: (input, context) => ask(input, context),
    accept: prepared(
      ({ signer }: ParsedInputOf<typeof contract.accept>, context) => fits(signer, context),
      ({ id, signer }, context, right) => {
        const found = waitingForStandIn(context, id, signer?.login, right);
        if ('refusal' in found) return found;
        const effect = effectOf(context, found.change.asked, context.now);
        if ('refusal' in effect) return effect;
        const accepted = shiftChangeAccepted(id, { author: found.name, byPassword: signer !== undefined });
        return { ...append(accepted), actor: found.account };
      },
    ),
    decline: prepared(
      ({ signer }: ParsedInputOf<typeof contract.decline>, context) => fits(signer, context),
      ({ id, reason, signer }, context, right) => {
        const found = waitingForStandIn(context, id, signer?.login, right);
        if ('refusal' in found) return found;
        const declined = shiftChangeDeclined(id, { author: found.name, byPassword: signer !== undefined, reason });
        return { ...append(declined), actor: found.account };
      },
    ),
    approve: ({ id, reason }, context) => {
      const change = changeById(context.db, id);
      if (!change) return refuse('notFound');
      const { asked } = change;
      const barred = barredApprover(change, context) ?? barredPeople(context.db, asked.person, asked.standIn);
      if (barred) return barred;
      const effect = effectOf(context, asked, context.now);
      if ('refusal' in effect) return effect;
      if (effect.length === 0 && asked.until <= context.now) return refuse('shiftEnded', { shift: '' });
      const after = assignmentsAfter(effect);
      const broken = newlyBrokenBy(context, calendarOf, after);
      if (broken.length > 0 && reason === '') return reasonNeeded(broken);
      const author = context.officer.name;
      const replaced = effect.map(({ shift, replacement }) => shiftPersonReplaced(shift.id, { author, change: id, ...replacement }));
      const shifts = after.map(({ key }) => key);
      return append([shiftChangeApproved(id, { author, reason, shifts }), ...replaced], { shifts });
    },
    refuse: ({ id, reason }, context) => {
      const change = changeById(context.db, id);
      if (!change) return refuse('notFound');
      if (isOneOfThem(change, context)) return refuse('ownChange');
      if (!isPending(change.state)) return refuse('notInThisState', { state: change.state });
      return append(shiftChangeRefused(id, { author: context.officer.name, reason }));
    },
    withdraw: ({ id, reason }, { db, officer }) => {
      const change = changeById(db, id);
      if (!change) return refuse('notFound');
      const asker = change.steps.find(({ step }) => step === 'asked')?.actor;
      const may = asker === officer.id || officer.personId === change.asked.person.id || holds(officer.roles, rosterMakers);
      if (!may) return refuse('notYourChange', { name: change.asked.person.name });
      if (!isPending(change.state)) return refuse('notInThisState', { state: change.state });
      return append(shiftChangeWithdrawn(id, { author: officer.name, reason }));
    },
    settle: ({ id, stands, reason }, context) => {
      const change = changeById(context.db, id);
      if (!change) return refuse('notFound');
      if (isOneOfThem(change, context)) return refuse('ownChange');
      if (!change.contested) return refuse('notContested');
      const author = context.officer.name;
      const undone = stands === 'refused' ? rosteringsOf(context, givenBack(context, change, context.now), author, reason) : [];
      return append([shiftChangeSettled(id, { author, stands, reason }), ...undone]);
    },
    changes: ({ state, pending, month }, context) =>
      findChanges(context.db, { state, pending, ...(month === undefined ? {} : spanOf(context.zone, month)) }).map((change) =>
        recordOfChange(context, calendarOf, change),
      ),
  };
}

function ask(input: Asking, context: SignedContext): Decided<{ id: string; late: boolean }> {
  const { db, now, officer, newId } = context;
  const id = input.person?.id ?? officer.personId;
  if (id === undefined) return refuse('ownPersonMissing');
  const onBehalf = id !== officer.personId;
  if (onBehalf && !holds(officer.roles, changeTakers)) return refuse('notForOthers');
  const person = reference(db, id);
  const standIn = input.standIn ? reference(db, input.standIn.id) : null;
  const barred = barredPeople(db, person, standIn);
  if (barred) return barred;
  const about = factsOf(input, context);
  if ('refusal' in about) return about;
  const asked = { kind: input.kind, person, standIn, ...about };
  const effect = effectOf(context, asked, now);
  if ('refusal' in effect) return effect;
  const pending = findChanges(db, { pending: true, from: about.from, until: about.until });
  const same = pending.some(({ asked: other }) => other.person.id === id && other.kind === input.kind && other.shift === about.shift);
  if (same) return refuse('alreadyAsked', { name: person.name });
  const late = effect.some(({ shift }) => shift.start <= now);
  const change = newId();
  const draft = shiftChangeAsked(change, { ...asked, author: officer.name, reason: input.reason, onBehalf, late });
  return append(draft, { id: change, late });
}

/** The shifts a request is about, and from when until when. */
function factsOf(
  input: Asking,
  context: SignedContext,
): Pick<StoredChange['asked'], 'shift' | 'standInShift' | 'from' | 'until'> | Refused {
  if (input.kind === 'leave') {
    const { from, until } = input;
    if (until <= from) return refuse('endsBeforeItBegins');
    if (until - from > longestLeave) return refuse('leaveTooLong', { days: longestLeave / day });
    if (until <= context.now) return refuse('shiftEnded', { shift: '' });
    return { shift: null, standInShift: null, from, until };
  }
  const standInShift = input.kind === 'swap' ? input.standInShift : null;
  if (standInShift === input.shift) return refuse('sameShift');
  const shifts = [shiftByKey(context, input.shift), standInShift === null ? undefined : shiftByKey(context, standInShift)];
  const known = shifts.flatMap((shift) => shift ?? []);
  if (!shifts[0]) return refuse('noSuchShift', { shift: input.shift });
  return {
    shift: input.shift,
    standInShift,
    from: Math.min(...known.map(({ start }) => start)),
    until: Math.max(...known.map(({ end }) => end)),
  };
}

function reference(db: Db, id: string): PersonReference {
  return { id, name: personById(db, id)?.name ?? '?' };
}

function barredPeople(db: Db, person: PersonReference, standIn: PersonReference | null): Refused | undefined {
  if (standIn?.id === person.id) return refuse('standInIsSelf');
  for (const { id, name } of standIn ? [person, standIn] : [person]) {
    const known = id === undefined ? undefined : personById(db, id);
    if (!known) return refuse('personUnknown', { name });
    if (known.left) return refuse('personLeft', { name });
  }
  return undefined;
}

/** The request, once it is certain that the stand-in themself speaks. */
function waitingForStandIn(
  context: SignedContext,
  id: string,
  login: string | undefined,
  fits: boolean,
): { change: StoredChange; account: string; name: string } | Refused {
  const change = changeById(context.db, id);
  if (!change) return refuse('notFound');
  const speaker: Pick<StoredAccount, 'id' | 'name' | 'personId'> | Refused =
    login === undefined ? context.officer : signerOf(login, fits, context);
  if ('refusal' in speaker) return speaker;
  const standIn = change.asked.standIn;
  if (standIn === null || speaker.personId === undefined || speaker.personId !== standIn.id) {
    return refuse('notTheStandIn', { name: standIn?.name ?? '' });
  }
  if (waitsFor(change.state, true) !== 'standIn') return refuse('notInThisState', { state: change.state });
  return { change, account: speaker.id, name: speaker.name };
}

function isOneOfThem({ asked }: StoredChange, { officer }: SignedContext): boolean {
  return officer.personId !== undefined && [asked.person.id, asked.standIn?.id].includes(officer.personId);
}

function barredApprover(change: StoredChange, context: SignedContext): Refused | undefined {
  if (isOneOfThem(change, context)) return refuse('ownChange');
  const { state, asked } = change;
  const waiting = waitsFor(state, asked.standIn !== null);
  if (waiting === 'standIn') return refuse('standInAsked', { name: asked.standIn?.name ?? '' });
  return waiting === 'leader' ? undefined : refuse('notInThisState', { state });
}

function holds(held: readonly Role[], wanted: readonly Role[]): boolean {
  return wanted.some((role) => held.includes(role));
}
