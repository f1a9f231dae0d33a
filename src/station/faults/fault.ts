import type { By } from '../../shared/faults/events';
import type { Analysis, FaultClass, Intake, Priority, ProfileReference, Substitute, WaitingReason } from '../../shared/faults/intake';
import type { ContestTopic, Moment } from '../../shared/faults/record';
import type { FaultState } from '../../shared/faults/states';
import type { PersonReference } from '../../shared/references';
import type { Instant } from '../../shared/time';

/** A line of the timeline as it is kept: which chain it stands in says who could know of it. */
export interface KeptMoment extends Omit<Moment, 'letter' | 'intoNumber'> {
  station: string;
  seq: number;
}

/** Entries of two desks that contradict each other. */
export interface Contest {
  topic: ContestTopic;
  entries: string[];
}

/** What the entries of one fault amount to. */
export interface Fault {
  /** Undefined while only later entries of the fault have arrived. */
  intake?: Intake & { by: By };
  state: FaultState;
  since: Instant;
  class?: FaultClass;
  engineer?: PersonReference | undefined;
  formerEngineer?: PersonReference | undefined;
  /** Where it stood before it waited or was repaired: it goes back there. */
  before?: FaultState;
  waitingFor?: WaitingReason;
  cause?: string;
  remedy?: string;
  parts?: string;
  satisfaction?: Moment['satisfaction'];
  mergedInto?: string;
  reopened: number;
  priority?: Priority | undefined;
  traits?: Record<string, string> | undefined;
  profile?: ProfileReference | undefined;
  /** Tier the case stands at, once it was taken over, escalated or raised. */
  tier?: string | undefined;
  /** Lent and not yet taken back. */
  substitute?: Substitute | undefined;
  analysis?: Analysis | undefined;
  /** `mergedInto` is its cause, and it comes back by itself if it outlasts it. */
  folded?: boolean | undefined;
  related?: string[] | undefined;
  /** Sides that a person found not right. */
  overruled?: string[] | undefined;
  timeline: KeptMoment[];
  contests: Contest[];
}

export const unheardFault: Fault = { state: 'reported', since: 0, reopened: 0, timeline: [], contests: [] };
