import type { PayloadOf } from '../../shared/event';
import { shiftPersonReplaced, shiftRostered } from '../../shared/roster/events';
import type { Post } from '../../shared/roster/shift';
import type { PersonReference } from '../../shared/references';
import type { Instant } from '../../shared/time';
import { type FoldOf, on } from '../journal/projection';

type Rostering = PayloadOf<typeof shiftRostered>;

/** What the entries of one shift's roster amount to. */
export interface ShiftState {
  /** Undefined while only later entries have arrived. */
  roster?: Omit<Rostering, 'replaces'>;
  /** When it was first rostered. */
  rosteredAt?: Instant;
  /** Entries that rostered it and that no later one knew of; more than one contest. */
  inForce: string[];
  replacements: {
    entry: string;
    change: string;
    post: Post;
    leaves: PersonReference;
    comes: PersonReference | null;
    at: Instant;
    author: string;
  }[];
}

export const unrostered: ShiftState = { inForce: [], replacements: [] };

export const shiftFolds: FoldOf<ShiftState>[] = [
  on(shiftRostered, (state: ShiftState, { replaces, ...roster }, { id, at }) => ({
    ...state,
    roster,
    rosteredAt: Math.min(state.rosteredAt ?? at, at),
    inForce: [...state.inForce.filter((entry) => !replaces.includes(entry)), id],
  })),
  on(shiftPersonReplaced, (state: ShiftState, { author, change, post, leaves, comes }, { id, at }) => {
    const replacements = [...state.replacements, { entry: id, change, post, leaves, comes, at, author }];
    return state.roster ? { ...state, replacements, roster: replacedIn(state.roster, post, leaves, comes) } : { ...state, replacements };
  }),
];

/** A person who is not on the shift (any more) cannot be replaced: whoever comes is added, so that nobody is lost. */
function replacedIn(roster: Omit<Rostering, 'replaces'>, post: Post, leaves: PersonReference, comes: PersonReference | null) {
  if (post === 'leader') return { ...roster, leader: comes };
  const staying = roster.officers.filter((person) => !samePerson(person, leaves));
  const officers = comes && !staying.some((person) => samePerson(person, comes)) ? [...staying, comes] : staying;
  return { ...roster, officers, open: comes ? roster.open : roster.open + 1 };
}

function samePerson(one: PersonReference, other: PersonReference): boolean {
  return one.id === undefined || other.id === undefined ? one.name === other.name : one.id === other.id;
}
