import type { PayloadOf } from '../../shared/event';
import {
  shiftChangeAccepted,
  shiftChangeApproved,
  shiftChangeAsked,
  shiftChangeDeclined,
  shiftChangeRefused,
  shiftChangeSettled,
  shiftChangeWithdrawn,
} from '../../shared/roster/events';
import type { ShiftChangeStep } from '../../shared/roster/shift-change';
import type { EntryFacts } from '../../shared/event';
import type { Instant } from '../../shared/time';
import { type FoldOf, on } from '../journal/projection';

export interface StoredStep {
  entry: string;
  step: ShiftChangeStep;
  at: Instant;
  station: string;
  /** The account. */
  actor: string;
  author: string;
  reason: string;
  byPassword: boolean;
  stands?: 'approved' | 'refused';
}

/** What the entries of one request for leave, swap or stand-in amount to. */
export interface ChangeState {
  /** Undefined while only later entries have arrived. */
  asked?: PayloadOf<typeof shiftChangeAsked>;
  steps: StoredStep[];
}

export const unasked: ChangeState = { steps: [] };

interface Told {
  author: string;
  reason?: string;
  byPassword?: boolean;
  stands?: 'approved' | 'refused';
}

function taken(state: ChangeState, step: ShiftChangeStep, told: Told, { id, at, station, actor }: EntryFacts): ChangeState {
  const { author, reason = '', byPassword = false, stands } = told;
  const kept: StoredStep = { entry: id, step, at, station, actor, author, reason, byPassword, ...(stands ? { stands } : {}) };
  return { ...state, steps: [...state.steps, kept] };
}

export const changeFolds: FoldOf<ChangeState>[] = [
  on(shiftChangeAsked, (state: ChangeState, asked, facts) =>
    taken({ ...state, asked: state.asked ?? asked }, 'asked', { author: asked.author, reason: asked.reason }, facts),
  ),
  on(shiftChangeAccepted, (state: ChangeState, told, facts) => taken(state, 'accepted', told, facts)),
  on(shiftChangeDeclined, (state: ChangeState, told, facts) => taken(state, 'declined', told, facts)),
  on(shiftChangeApproved, (state: ChangeState, told, facts) => taken(state, 'approved', told, facts)),
  on(shiftChangeRefused, (state: ChangeState, told, facts) => taken(state, 'refused', told, facts)),
  on(shiftChangeWithdrawn, (state: ChangeState, told, facts) => taken(state, 'withdrawn', told, facts)),
  on(shiftChangeSettled, (state: ChangeState, told, facts) => taken(state, 'settled', told, facts)),
];
