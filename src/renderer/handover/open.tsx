import { lazy, Suspense } from 'react';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';

const CountListForm = lazy(() => import('./CountListForm').then((module) => ({ default: module.CountListForm })));
const countListPanel = 'handover.countList';

/** Opens the list that is counted, beside whatever is on the screen. */
export function openCountList(shell: ShellVerbs): void {
  shell.openPanel({
    key: countListPanel,
    title: () => i18next.t('handover:countList.title'),
    element: (
      <Suspense fallback={null}>
        <CountListForm onSent={() => shell.closePanel(countListPanel)} />
      </Suspense>
    ),
    keep: true,
  });
}
