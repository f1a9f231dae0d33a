import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { EmptyState } from '../widgets/EmptyState';
import { StaleMark } from '../widgets/StaleMark';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import { openRun } from './open';
import { RunHead } from './RunHead';
import styles from './Runs.module.css';
import { runTabs } from './tabs';
import { useRun } from './useRuns';

/** One run: what must always be in sight on top, and below it one of its parts. */
export function RunScreen() {
  const t = useWords('planRuns');
  const shell = useShell();
  const { id = '', tab = '' } = useParams({ strict: false }) as { id?: string; tab?: string };
  const answer = useRun(id);
  const chosen = runTabs.find(({ key }) => key === tab) ?? runTabs[0];
  useScreenKeys(
    runTabs.slice(0, 9).map(({ key, label }, at) => ({
      key: `Ctrl+${at + 1}`,
      label: t('keys.tab', { tab: t(label) }),
      run: () => openRun(shell, { id }, key),
    })),
  );
  const run = answer.data;
  if (!run || !chosen) {
    return (
      <div className={styles.screen}>
        {answer.refusal && (
          <EmptyState title={t('head.missing')} action={<Button onClick={() => shell.go('/runs')}>{t('head.back')}</Button>}>
            <RefusalNote refusal={answer.refusal} />
          </EmptyState>
        )}
      </div>
    );
  }
  const Tab = chosen.component;
  return (
    <section className={styles.screen} data-drill={run.drill || undefined} aria-label={run.number}>
      <RunHead run={run} />
      <div className={styles.tabs} role="tablist" aria-label={run.number}>
        {runTabs.map(({ key, label, count }, at) => {
          const pressing = count?.(run);
          return (
            <button
              key={key}
              type="button"
              role="tab"
              aria-selected={key === chosen.key}
              className={styles.tab}
              title={`Ctrl+${at + 1}`}
              onClick={() => openRun(shell, { id }, key)}
            >
              {t(label)}
              {pressing && <StatusTag urgency={pressing.urgency}>{pressing.n}</StatusTag>}
            </button>
          );
        })}
        <StaleMark stale={answer.stale} since={answer.since} />
      </div>
      <div
        className={styles.tabBody}
        role="tabpanel"
        data-drill={run.drill || undefined}
        data-drill-word={run.drill ? t('drill') : undefined}
      >
        <Tab key={`${run.id}/${chosen.key}`} run={run} />
      </div>
    </section>
  );
}
