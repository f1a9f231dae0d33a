import { isFinal } from '../../shared/faults/states';
import type { Raw } from '../database/open';
import { type Refused, refuse } from '../handler';
import type { Fault } from './fault';
import { faultById } from './read';

/** A fault that others may be put under or into: one that is there and open. */
export function openTarget(raw: Raw, id: string): Fault | Refused {
  const target = faultById(raw, id);
  if (!target) return refuse('targetNotFound');
  return isFinal(target.state) ? refuse('targetNotOpen', { number: target.intake?.number ?? '', state: target.state }) : target;
}
