import type { PayloadOf } from '../../shared/event';
import type { PersonReference } from '../../shared/references';
import { sameWatch } from '../../shared/roster/assignment';
import { shiftPersonReplaced, shiftRostered } from '../../shared/roster/events';
import { fits, isDone, replacedIn } from '../../shared/roster/replaced';
import type { Post } from '../../shared/roster/shift';
import type { Instant } from '../../shared/time';
import { type FoldOf, on } from '../journal/projection';

export type Rostering = Omit<PayloadOf<typeof shiftRostered>, 'replaces'>;

interface Entered {
  entry: string;
  at: Instant;
  station: string;
}

export interface StoredReplacement extends Entered {
  change: string;
  post: Post;
  leaves: PersonReference;
  comes: PersonReference | null;
  author: string;
  /** A later rostering knew of it: it has decided. */
  covered: boolean;
  /** Whoever was to be replaced was not on the shift. */
  unfitting: boolean;
}

/** What the entries of one shift's roster amount to. */
export interface ShiftState {
  /** Who stands, replacements counted in. Undefined while only later entries have arrived. */
  roster?: Rostering;
  /** When it was first rostered: whoever is put on a shift afterwards owes nobody its handover. */
  rosteredAt?: Instant;
  /** Rosterings that no later one knew of; more than one contest, and the last stands. */
  inForce: (Entered & { rostering: Rostering })[];
  replacements: StoredReplacement[];
}

export const unrostered: ShiftState = { inForce: [], replacements: [] };

/** True while two desks said different things of the shift, each without knowing of the other. */
export function isContested({ inForce, replacements }: ShiftState): boolean {
  const [first] = inForce;
  const differ = inForce.some(({ rostering }) => first !== undefined && !sameWatch(rostering, first.rostering));
  return differ || replacements.some(({ covered, unfitting }) => unfitting && !covered);
}

/** What a rostering must name to say that its author knew of it all. */
export function knownTo({ inForce, replacements }: ShiftState): string[] {
  const open = replacements.filter(({ covered }) => !covered);
  return [...inForce, ...open].map(({ entry }) => entry).slice(-50);
}

export const shiftFolds: FoldOf<ShiftState>[] = [
  on(shiftRostered, (state: ShiftState, { replaces, ...rostering }, { id, at, station }) => {
    const inForce = [...state.inForce.filter(({ entry }) => !replaces.includes(entry)), { entry: id, at, station, rostering }];
    const replacements = state.replacements.map((one) => (replaces.includes(one.entry) ? { ...one, covered: true } : one));
    // A replacement that its author did not know of stays agreed between the people: it is done here as well.
    return { ...standing(inForce, replacements), rosteredAt: Math.min(state.rosteredAt ?? at, at) };
  }),
  on(shiftPersonReplaced, (state: ShiftState, { author, change, post, leaves, comes }, { id, at, station }) => {
    const replacement = { entry: id, at, station, change, post, leaves, comes, author, covered: false, unfitting: false };
    return { ...state, ...standing(state.inForce, [...state.replacements, replacement]) };
  }),
];

/** The last rostering, and in their order the replacements that it did not know of. */
function standing(inForce: ShiftState['inForce'], replacements: readonly StoredReplacement[]): ShiftState {
  const last = inForce.at(-1);
  if (!last) return { inForce, replacements: [...replacements] };
  let roster = last.rostering;
  const done = replacements.map((one) => {
    if (one.covered || isDone(roster, one)) return { ...one, unfitting: false };
    const unfitting = !fits(roster, one);
    roster = replacedIn(roster, one);
    return { ...one, unfitting };
  });
  return { roster, inForce, replacements: done };
}
