import type { handover as contract } from '../../shared/handover/contract';
import type { HandlersOf } from '../handler';
import { draftHandlers } from './draft-handlers';
import { signingHandlers } from './signing-handlers';

/** The handover (domain.md 2): drafted live, frozen at the outgoing signature, signed three times, never changed. */
export function handoverHandlers({ passwordCost }: { passwordCost: number }): HandlersOf<typeof contract> {
  return { ...draftHandlers, ...signingHandlers(passwordCost) };
}
