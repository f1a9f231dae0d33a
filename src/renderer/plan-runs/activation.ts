import type { ResponseLevel } from '../../shared/plans/scenarios';

/** Where an activation begins, when it is opened from somewhere that knows already. */
export interface ActivatePreset {
  /** Code of the plan. */
  plan?: string;
  /** The warning it answers. */
  warning?: string;
  /** A drill unless somebody says otherwise. */
  drill?: boolean;
}

/** What is decided in the second step. */
export interface ActivationChosen {
  level: ResponseLevel | undefined;
  drill: boolean;
  /** T; undefined where the plan is not announced or nobody has said. */
  target: number | undefined;
  area: string;
  reason: string;
}
