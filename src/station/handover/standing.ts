import type { Signature } from '../../shared/handover/events';
import { postIn, type Shift } from '../../shared/roster/shift';
import type { StoredAccount } from '../accounts';
import { type Refused, refuse } from '../handler';

/** Which of the three signatures is given. */
export type Place = 'outgoing' | 'incoming' | 'leader';

/** True when the roster lets this person sign here; approved swaps and stand-ins are part of the roster. */
export function isRostered(place: Place, { personId }: Pick<StoredAccount, 'personId'>, shift: Shift, next: Shift): boolean {
  if (personId === undefined) return false;
  if (place === 'outgoing') return postIn(shift, personId) !== undefined;
  if (place === 'incoming') return postIn(next, personId) !== undefined;
  return shift.leader?.id === personId || next.leader?.id === personId;
}

/**
 * The signature of whoever has just proven who they are: only by who is rostered, or by someone else with a recorded
 * reason (代接、代签). Refuses `notRostered`, with the name and the people who are expected.
 */
export function signatureOf(place: Place, account: StoredAccount, reason: string, shift: Shift, next: Shift): Signature | Refused {
  const rostered = isRostered(place, account, shift, next);
  if (!rostered && reason === '') return refuse('notRostered', { name: account.name, expected: expectedNames(place, shift, next) });
  return {
    account: account.id,
    name: account.name,
    ...(account.personId === undefined ? {} : { person: account.personId }),
    standing: rostered ? 'rostered' : 'instead',
    reason: rostered ? '' : reason,
  };
}

function expectedNames(place: Place, shift: Shift, next: Shift): string {
  return expectedAt(place, shift, next)
    .map(({ name }) => name)
    .join('、');
}

/** Who is expected to sign at a place, in the roster's order. */
export function expectedAt(place: Place, shift: Shift, next: Shift): { id?: string | undefined; name: string }[] {
  if (place === 'outgoing') return shift.officers;
  if (place === 'incoming') return next.officers;
  const leaders = [shift.leader, next.leader].filter((leader) => leader !== null);
  return leaders.filter((leader, i) => leaders.findIndex(({ name, id }) => name === leader.name && id === leader.id) === i);
}
