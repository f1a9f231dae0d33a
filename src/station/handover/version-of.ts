import type { Shift } from '../../shared/roster/shift';
import { type Refused, refuse, type SignedContext } from '../handler';
import { shiftAfter, shiftByKey } from '../roster';
import { isIntact } from './frozen';
import { handoverOf } from './read';
import type { HandoverState, VersionState } from './handover-state';
import { isLive, phaseOf, takenOverAt } from './versions';

export interface SignedHandover {
  shift: Shift;
  next: Shift;
  state: HandoverState;
  version: VersionState & { signed: NonNullable<VersionState['signed']> };
}

/** A handover the outgoing officer has signed and not taken back. Refuses `notFound`, `notSigned`. */
export function signedHandover(context: SignedContext, key: string, id: string): SignedHandover | Refused {
  const shift = shiftByKey(context, key);
  if (!shift) return refuse('notFound');
  const state = handoverOf(context, shift.id);
  const version = state.versions.find((one) => one.id === id);
  if (!version?.signed || !isLive(version)) return refuse('notSigned');
  return { shift, next: shiftAfter(context, shift), state, version: { ...version, signed: version.signed } };
}

/** One that nobody has taken over yet. Refuses `alreadyTakenOver` too, with who and when. */
export function awaitedHandover(context: SignedContext, key: string, id: string): SignedHandover | Refused {
  const found = signedHandover(context, key, id);
  if ('refusal' in found) return found;
  const taken = found.version.incoming[0];
  return taken ? refuse('alreadyTakenOver', { by: taken.name, at: taken.at }) : found;
}

/** One that was taken over, to be signed further. Refuses `notTakenOver` too, with how far it is. */
export function takenOverHandover(context: SignedContext, key: string, id: string): SignedHandover | Refused {
  const found = signedHandover(context, key, id);
  if ('refusal' in found) return found;
  if (takenOverAt(found.version) === undefined) return refuse('notTakenOver', { phase: phaseOf(found.version) });
  return found;
}

/** Nobody signs what is no longer what was signed before. */
export function damageOf(context: SignedContext, { version }: SignedHandover): Refused | undefined {
  return isIntact(context.journal, version) ? undefined : refuse('notIntact');
}
