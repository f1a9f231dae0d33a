import type { ActivatePreset } from './activation';

/** Activates a plan in three steps. */
export function ActivatePanel({ preset }: { preset: ActivatePreset }) {
  return <div>{preset.plan}</div>;
}
