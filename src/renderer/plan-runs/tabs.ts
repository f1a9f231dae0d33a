import type { ComponentType } from 'react';
import type { RunRecord } from '../../shared/plan-runs/record';
import type { WordName } from '../i18n/useWords';
import { PictureTab } from './PictureTab';
import { StepsTab } from './StepsTab';

export interface RunTab {
  /** Stands in the address. */
  key: string;
  label: WordName<'planRuns'>;
  component: ComponentType<{ run: RunRecord }>;
  /** How many of it want somebody: stands beside the word. */
  count?: (run: RunRecord) => { n: number; urgency: 'amber' | 'red' } | undefined;
}

/** The parts of a run, in the order of Ctrl+1, Ctrl+2 and so on. */
export const runTabs: readonly RunTab[] = [
  { key: 'picture', label: 'tab.picture', component: PictureTab },
  { key: 'steps', label: 'tab.steps', component: StepsTab, count: (run) => red(run.overdue) },
];

function red(n: number): { n: number; urgency: 'red' } | undefined {
  return n > 0 ? { n, urgency: 'red' } : undefined;
}
