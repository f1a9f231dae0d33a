import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowsSplit2, IconFlame, IconPencil, IconShieldX } from '@tabler/icons-react';
import { type HandoverLine, handover } from '../../shared/handover/contract';
import { urgencyOf } from '../../shared/handover/limits';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useStationPages } from '../station';
import { type Column, DataTable } from '../widgets/DataTable';
import { EmptyState } from '../widgets/EmptyState';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './HandoverList.module.css';
import { useLayoutWord } from './layout';

/** Past handovers, newest first; Enter opens one exactly as it was signed. */
export function HandoverList() {
  const t = useWords('handover');
  const shell = useShell();
  const now = useNow(30_000);
  const pages = useStationPages(handover.list, {}, (last) => (last.next === undefined ? undefined : { before: last.next }));
  const rows = pages.data?.flatMap((page) => page.rows);
  const urgency = (row: HandoverLine) => urgencyOf(row.end, row.phase === 'takenOver' || row.phase === 'complete', now);
  const columns: Column<HandoverLine>[] = [
    {
      key: 'shift',
      header: t('past.shift'),
      width: '12rem',
      render: (row) => `${row.key.slice(0, 10)} ${row.name}`,
    },
    { key: 'outgoing', header: t('past.outgoing'), width: 'minmax(6rem, 1fr)', render: (row) => row.outgoing },
    { key: 'incoming', header: t('past.incoming'), width: 'minmax(6rem, 1fr)', render: (row) => row.incoming },
    { key: 'leader', header: t('past.leader'), width: 'minmax(6rem, 1fr)', render: (row) => row.leader, hideBelow: 50 },
    {
      key: 'takenOver',
      header: t('past.takenOver'),
      width: '10rem',
      render: (row) => row.takenOverAt !== undefined && <ZoneTime at={row.takenOverAt} />,
    },
    { key: 'items', header: t('past.items'), width: '4rem', align: 'end', render: (row) => (row.phase === 'draft' ? '' : row.items) },
    {
      key: 'marks',
      header: t('past.marks'),
      width: 'minmax(12rem, 2fr)',
      render: (row) => <Marks row={row} urgency={urgency(row)} now={now} />,
    },
  ];
  return (
    <Page
      title={t('past.title')}
      now={t('past.now')}
      fill
      actions={
        <>
          <StaleMark stale={pages.stale} since={pages.since} />
          <Button variant="default" onClick={() => shell.go('/handover')}>
            {t('past.back')}
          </Button>
        </>
      }
    >
      {rows === undefined && <RefusalNote refusal={pages.refusal} />}
      <DataTable
        name="handovers"
        label={t('past.title')}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.key}
        onOpen={(row) => shell.go(`/handover/${row.key}`)}
        onEnd={pages.more}
        stale={pages.stale}
        urgencyOf={(row) => {
          const found = urgency(row);
          if (!row.intact) return 'red';
          return found === 'amber' || found === 'red' ? found : row.contested ? 'amber' : undefined;
        }}
        empty={<EmptyState title={t('past.empty')} />}
      />
    </Page>
  );
}

function Marks({ row, urgency, now }: { row: HandoverLine; urgency: ReturnType<typeof urgencyOf>; now: number }) {
  const t = useWords('handover');
  const word = useLayoutWord();
  return (
    <div className={styles.marks}>
      {urgency === 'red' && (
        <StatusTag urgency="red" icon={IconFlame}>
          {t('past.unsigned')}
        </StatusTag>
      )}
      {urgency === 'amber' && (
        <StatusTag urgency="amber" icon={IconAlertTriangle}>
          {t('past.unsigned')}
        </StatusTag>
      )}
      {row.phase === 'draft' && now < row.end && <StatusTag>{t('past.current')}</StatusTag>}
      {row.phase === 'outgoingSigned' && <StatusTag>{t('phase.outgoingSigned')}</StatusTag>}
      {row.phase === 'takenOver' && (
        <StatusTag urgency="amber" icon={IconAlertTriangle}>
          {t('past.leaderDue')}
        </StatusTag>
      )}
      {!row.intact && (
        <StatusTag urgency="red" icon={IconShieldX}>
          {t('past.altered')}
        </StatusTag>
      )}
      {row.contested && (
        <StatusTag urgency="amber" icon={IconArrowsSplit2}>
          {t('past.contested')}
        </StatusTag>
      )}
      {row.minutesLate > 0 && (
        <StatusTag urgency="amber" icon={IconAlertTriangle}>
          {t('past.late', { n: row.minutesLate })}
        </StatusTag>
      )}
      {row.corrections > 0 && <StatusTag icon={IconPencil}>{t('past.corrections', { n: row.corrections })}</StatusTag>}
      {row.mode && row.mode !== 'ordinary' && <StatusTag>{word('mode', row.mode)}</StatusTag>}
    </div>
  );
}
