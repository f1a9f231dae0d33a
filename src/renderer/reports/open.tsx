import { lazy, Suspense } from 'react';
import { reports } from '../../shared/reports/contract';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';
import { describeRefusal, type useTell } from '../station';
import { ageInWords } from '../widgets/words-of-age';

const ReportPanel = lazy(() => import('./ReportPanel').then((module) => ({ default: module.ReportPanel })));

/** Opens a report beside whatever is on the screen. */
export function openReport(shell: ShellVerbs, report: { id: string; number: string }): void {
  shell.openPanel({
    key: `report:${report.id}`,
    title: () => i18next.t('reports:panel.title', { number: report.number || i18next.t('reports:list.unheard') }),
    element: (
      <Suspense fallback={null}>
        <ReportPanel id={report.id} />
      </Suspense>
    ),
  });
}

/** Starts the clock of a log entry that was just saved, says until when, and opens the report. */
export async function startFromEntry(entry: { id: string }, shell: ShellVerbs, tell: ReturnType<typeof useTell>): Promise<void> {
  const answer = await tell(reports.start, { logEntry: entry.id });
  if (!answer.ok) {
    const why = describeRefusal((names, params) => i18next.t(names, params as never) as unknown as string, {
      ...answer.refusal,
      procedure: reports.start.name,
    });
    shell.say(i18next.t('reports:entry.notStarted', { why }));
    return;
  }
  sayStarted(shell, answer.value);
  openReport(shell, answer.value);
}

/** Until when, or by how much it is over already. */
export function sayStarted(shell: ShellVerbs, { due, over }: { due: number; over: number }): void {
  const age = ageInWords((name, params) => i18next.t(`common:${name}` as never, params as never) as unknown as string, over);
  shell.say(over > 0 ? i18next.t('reports:entry.startedOver', { age }) : i18next.t('reports:entry.started', { due }));
}
