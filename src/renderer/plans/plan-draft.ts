import type { PlanShape } from '../../shared/plans/template';

/** What is being edited and not submitted yet; without a plan nothing is. */
export interface PlanDraft {
  plan: PlanShape | null;
  /** The version the draft began from; blank for a plan that came in as a file and is new here. */
  basedOn: string;
  /** It goes under a code of its own. */
  isCopy: boolean;
  reason: string;
}

export const noDraft: PlanDraft = { plan: null, basedOn: '', isCopy: false, reason: '' };
