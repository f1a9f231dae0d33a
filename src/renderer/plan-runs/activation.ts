/** Where an activation begins, when it is opened from somewhere that knows already. */
export interface ActivatePreset {
  /** Code of the plan. */
  plan?: string;
  /** The warning it answers. */
  warning?: string;
  /** A drill unless somebody says otherwise. */
  drill?: boolean;
}
