import { Button } from '@mantine/core';
import { IconArrowsJoin, IconArrowsSplit2, IconBolt, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { RunCard } from '../../shared/plan-runs/record';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { type Column, DataTable } from '../widgets/DataTable';
import { EmptyState } from '../widgets/EmptyState';
import { KeyHint } from '../widgets/KeyHint';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { DueIn } from './DueIn';
import { levelNames } from '../../shared/plan-runs/level-names';
import { openActivate, openRun } from './open';
import { DrillTag, RunLevel } from './RunMarks';
import styles from './Runs.module.css';
import { runsInOrder } from '../../shared/plan-runs/run-order';
import { useRuns } from './useRuns';

/** Every run of a plan: what runs first, drills marked; with all also what was withdrawn, joined, barred and finished. */
export function RunList() {
  const t = useWords('planRuns');
  const language = useLanguage();
  const shell = useShell();
  const [all, setAll] = useState(false);
  const list = useRuns(all);
  const rows = list.data && runsInOrder(list.data);
  const running = (rows ?? []).filter(({ state }) => state === 'running');
  const drills = running.filter(({ drill }) => drill).length;
  useScreenKeys([
    { key: 'A', label: t('keys.all'), run: () => setAll((before) => !before) },
    { key: 'D', label: t('drillsScreen.keys.drills'), run: () => shell.go('/runs/drills') },
  ]);
  const open = ({ id, state }: RunCard) => {
    // A barred attempt never became a run: its line says all there is.
    if (state !== 'barred') openRun(shell, { id }, state === 'running' ? 'steps' : 'picture');
  };
  const columns: Column<RunCard>[] = [
    {
      key: 'level',
      header: t('list.column.level'),
      width: '9.25rem',
      render: ({ level, state }) =>
        state === 'running' ? (
          <RunLevel level={level} short />
        ) : (
          <span className={styles.quiet}>{t(`shortLevel.${levelNames[level]}`)}</span>
        ),
    },
    {
      key: 'plan',
      header: t('list.column.plan'),
      width: 'minmax(12rem, 3fr)',
      render: ({ title, area, drill }) => (
        <span className={styles.titleCell}>
          {drill && <DrillTag />}
          <span className={styles.cut} title={title[language]}>
            {title[language]} {area}
          </span>
        </span>
      ),
    },
    {
      key: 'state',
      header: t('list.column.state'),
      width: 'minmax(8rem, 1.4fr)',
      render: ({ state, activatedBy, contested, twins }) =>
        twins.length > 0 ? (
          <StatusTag urgency="amber" icon={IconArrowsJoin}>
            {t('list.twins')}
          </StatusTag>
        ) : contested ? (
          <StatusTag urgency="amber" icon={IconArrowsSplit2}>
            {t('list.contested')}
          </StatusTag>
        ) : state === 'barred' ? (
          <StatusTag icon={IconUserOff}>{t('list.tried', { name: activatedBy })}</StatusTag>
        ) : (
          <span className={styles.cut}>{t(`state.${state}`)}</span>
        ),
    },
    {
      key: 'steps',
      header: t('list.column.steps'),
      width: '5rem',
      align: 'end',
      render: ({ settled, steps, state }) => (state === 'barred' ? '' : t('list.progress', { settled, steps })),
    },
    {
      key: 'overdue',
      header: t('list.column.overdue'),
      width: '6.5rem',
      render: ({ overdue, state }) =>
        state === 'running' && overdue > 0 ? <StatusTag urgency="red">{t('list.overdue', { n: overdue })}</StatusTag> : '',
    },
    {
      key: 'due',
      header: t('list.column.due'),
      width: '8rem',
      hideBelow: 62,
      render: ({ dueNext, state }) => (state === 'running' && dueNext !== undefined ? <DueIn at={dueNext} /> : ''),
    },
    {
      key: 'people',
      header: t('list.column.people'),
      width: '9rem',
      hideBelow: 86,
      render: ({ unfilled, silent, state }) =>
        state === 'running' && (
          <span className={styles.cut}>
            {[unfilled > 0 && t('list.unfilled', { n: unfilled }), silent > 0 && t('list.silent', { n: silent })].filter(Boolean).join(' ')}
          </span>
        ),
    },
    {
      key: 'commander',
      header: t('list.column.commander'),
      width: '6.5rem',
      hideBelow: 72,
      render: ({ commander }) => <span className={styles.cut}>{commander}</span>,
    },
    {
      key: 'since',
      header: t('list.column.since'),
      width: '6.5rem',
      render: ({ activatedAt }) => <ZoneTime at={activatedAt} />,
    },
    { key: 'number', header: t('list.column.number'), width: '8.5rem', hideBelow: 95, render: ({ number }) => number },
  ];
  return (
    <Page
      title={t('list.title')}
      now={list.data && (running.length === 0 ? t('list.none') : t('list.now', { real: running.length - drills, drills }))}
      fill
      actions={
        <>
          <Button variant="default" rightSection={<KeyHint keys="D" />} onClick={() => shell.go('/runs/drills')}>
            {t('drillsScreen.toList')}
          </Button>
          <Button variant="default" rightSection={<KeyHint keys="A" />} onClick={() => setAll((before) => !before)}>
            {t(all ? 'list.running' : 'list.all')}
          </Button>
          <Button
            leftSection={<IconBolt size="1.15rem" aria-hidden />}
            rightSection={<KeyHint keys="F5" />}
            onClick={() => openActivate(shell)}
          >
            {t('list.activate')}
          </Button>
        </>
      }
    >
      <StaleMark stale={list.stale} since={list.since} />
      {list.data === undefined && <RefusalNote refusal={list.refusal} />}
      <DataTable
        name="planRuns"
        label={t('list.title')}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        onOpen={open}
        stale={list.stale}
        urgencyOf={({ state, overdue }) => (state === 'running' && overdue > 0 ? 'red' : undefined)}
        empty={<EmptyState title={t('list.none')}>{t('list.noneHint')}</EmptyState>}
      />
    </Page>
  );
}
