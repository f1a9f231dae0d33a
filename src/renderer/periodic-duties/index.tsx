import { lazy, type ReactNode, Suspense } from 'react';

const Tab = lazy(() => import('./DutiesTab').then((module) => ({ default: module.DutiesTab })));
const Improvements = lazy(() => import('./Improvements').then((module) => ({ default: module.Improvements })));

export { openDuty } from './open';

/** What the contracts ask for again and again; `switcher` goes to the other lists of services. */
export function DutiesTab({ switcher }: { switcher: ReactNode }) {
  return (
    <Suspense fallback={null}>
      <Tab switcher={switcher} />
    </Suspense>
  );
}

/** What was entered in the improvement ledger because a goal was missed. */
export function GoalImprovements() {
  return (
    <Suspense fallback={null}>
      <Improvements />
    </Suspense>
  );
}
