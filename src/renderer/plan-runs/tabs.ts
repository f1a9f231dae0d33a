import type { ComponentType } from 'react';
import type { RunRecord } from '../../shared/plan-runs/record';
import type { WordName } from '../i18n/useWords';
import { FaultsTab } from './FaultsTab';
import { KitTab } from './KitTab';
import { PeopleTab } from './PeopleTab';
import { PictureTab } from './PictureTab';
import { ReportsTab } from './ReportsTab';
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
  { key: 'people', label: 'peopleTab.people', component: PeopleTab, count: (run) => red(run.unfilled + run.silent) },
  {
    key: 'reports',
    label: 'peopleTab.reports',
    component: ReportsTab,
    count: (run) => red(run.reports.filter(({ urgency }) => urgency === 'red').length),
  },
  { key: 'kit', label: 'peopleTab.kit', component: KitTab },
  {
    key: 'faults',
    label: 'peopleTab.faults',
    component: FaultsTab,
    count: (run) => red(run.alarms.filter(({ kind, takenBy }) => kind === 'fault' && !takenBy).length),
  },
];

function red(n: number): { n: number; urgency: 'red' } | undefined {
  return n > 0 ? { n, urgency: 'red' } : undefined;
}
