import { Checkbox } from '@mantine/core';
import { IconAlarm, IconArrowsSplit2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { countsAs, type DueTo, reportClockOf } from '../../shared/reports/clock';
import { reports } from '../../shared/reports/contract';
import type { ReportCard } from '../../shared/reports/record';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useStation } from '../station';
import { type Column, DataTable } from '../widgets/DataTable';
import { EmptyState } from '../widgets/EmptyState';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { clockWords } from './clock-words';
import { openReport } from './open';
import styles from './Reports.module.css';

/** What was important: the running clocks first, then what waits for its next report; ended ones when wanted. */
export function ReportsPage() {
  const t = useWords('reports');
  const level = useWords('matters');
  const shell = useShell();
  const now = useNow(1000);
  const [ended, setEnded] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const table = useRef<{ focus: () => void }>(null);
  const open = useStation(reports.open, {});
  const all = useStation(reports.list, {}, { enabled: ended });
  const openIds = new Set((open.data ?? []).map(({ id }) => id));
  const rows = open.data && [...open.data, ...(ended ? (all.data ?? []).filter(({ id }) => !openIds.has(id)) : [])];
  const untold = (open.data ?? []).filter((report) => reportClockOf(report, now).toldAt === undefined).length;
  const hasRows = (rows?.length ?? 0) > 0;
  useEffect(() => {
    // Whoever comes by the key goes on with the keys.
    if (hasRows && (!document.activeElement || document.activeElement === document.body)) table.current?.focus();
  }, [hasRows]);

  const columns: Column<ReportCard>[] = [
    { key: 'clock', header: t('list.column.clock'), width: '11.5rem', render: (report) => <ClockTag report={report} now={now} /> },
    {
      key: 'title',
      header: t('list.column.title'),
      width: 'minmax(10rem, 3fr)',
      render: (report) => (
        <span className={styles.cut} title={report.title}>
          {report.level !== 'ordinary' && (
            <>
              <StatusTag {...(report.level === 'I' ? { urgency: 'red' } : report.level === 'II' ? { urgency: 'amber' } : {})}>
                {level(`level.${report.level}`)}
              </StatusTag>{' '}
            </>
          )}
          {report.title || t('list.unheard')}
        </span>
      ),
    },
    { key: 'receivedAt', header: t('list.column.receivedAt'), width: '7rem', render: ({ receivedAt }) => <ZoneTime at={receivedAt} /> },
    {
      key: 'leader',
      header: t('list.column.leader'),
      width: 'minmax(7rem, 1fr)',
      hideBelow: 50,
      render: (report) => <ToldName report={report} post="shiftLeader" />,
    },
    {
      key: 'main',
      header: t('list.column.main'),
      width: 'minmax(7rem, 1fr)',
      hideBelow: 50,
      render: (report) => <ToldName report={report} post="mainLeader" />,
    },
    {
      key: 'state',
      header: t('list.column.state'),
      width: '8.5rem',
      render: (report) =>
        report.contested ? (
          <StatusTag urgency="amber" icon={IconArrowsSplit2}>
            {t('state.contested')}
          </StatusTag>
        ) : (
          t(`state.${report.state}`)
        ),
    },
    {
      key: 'nextAt',
      header: t('list.column.nextAt'),
      width: '7rem',
      hideBelow: 60,
      render: ({ nextAt }) =>
        nextAt === undefined ? (
          ''
        ) : now > nextAt ? (
          <StatusTag urgency="amber">
            <ZoneTime at={nextAt} />
          </StatusTag>
        ) : (
          <ZoneTime at={nextAt} />
        ),
    },
    { key: 'number', header: t('list.column.number'), width: '9rem', hideBelow: 86, render: ({ number }) => number },
  ];

  return (
    <Page
      title={t('list.title')}
      now={open.data && (open.data.length === 0 ? t('list.none') : t('list.now', { open: open.data.length, untold }))}
      fill
      toolbar={
        <>
          <Checkbox label={t('list.ended')} checked={ended} onChange={(event) => setEnded(event.currentTarget.checked)} />
          <StaleMark stale={open.stale} since={open.since} />
        </>
      }
    >
      {open.data === undefined && <RefusalNote refusal={open.refusal} />}
      <DataTable
        ref={table}
        name="reports"
        label={t('list.title')}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        onOpen={(report) => {
          setOpenId(report.id);
          openReport(shell, report);
        }}
        openKey={openId}
        stale={open.stale}
        urgencyOf={(report) => {
          const { urgency } = reportClockOf(report, now);
          return report.endedAt !== undefined || urgency === 'calm' ? undefined : urgency;
        }}
        empty={
          <EmptyState icon={IconAlarm} title={t('list.empty')}>
            {t('list.emptyNow')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function ClockTag({ report, now }: { report: ReportCard; now: number }) {
  const t = useWords('reports');
  if (report.state === 'withdrawn') return null;
  const clock = reportClockOf(report, now);
  const words = clockWords(t, clock, report.receivedAt);
  // Late is on record and no longer presses: a word says it, not a colour.
  return clock.urgency === 'calm' ? (
    <StatusTag icon={clock.verdict === 'running' ? IconAlarm : undefined}>{words}</StatusTag>
  ) : (
    <StatusTag urgency={clock.urgency}>{clock.over > 0 ? `${t(`verdict.${clock.verdict}`)} ${words}` : words}</StatusTag>
  );
}

function ToldName({ report, post }: { report: ReportCard; post: DueTo }) {
  const t = useWords('reports');
  const told = report.told.filter(({ role }) => countsAs(role) === post).sort((a, b) => a.at - b.at)[0];
  if (!told) return <span className={styles.quiet}>{t('list.untold')}</span>;
  return (
    <span className={styles.cut} title={told.to.name}>
      {told.to.name} <ZoneTime at={told.at} show="time" />
    </span>
  );
}
