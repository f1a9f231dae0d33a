import { useMemo, useRef, useState } from 'react';
import { type EntryRow, journal } from '../../shared/journal/contract';
import { useAnyWord, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useStationPages } from '../station';
import { type Column, DataTable } from '../widgets/DataTable';
import { EmptyState } from '../widgets/EmptyState';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { SearchBox } from '../widgets/SearchBox';
import { StaleMark } from '../widgets/StaleMark';
import { ZoneTime } from '../widgets/ZoneTime';
import { EntryPanel } from './EntryPanel';
import { eventWord } from './event-word';
import { useSubjectWord } from './useSubjectWord';
import styles from './AuditTrailPage.module.css';

/** Who did what, newest first (domain.md 9). */
export function AuditTrailPage() {
  const t = useWords('journal');
  const word = useAnyWord();
  const shell = useShell();
  const subject = useSubjectWord();
  const [stream, setStream] = useState('');
  const [openKey, setOpenKey] = useState<string>();
  const table = useRef<{ focus: () => void }>(null);
  const wanted = stream.trim();
  const pages = useStationPages(
    journal.entries,
    wanted === '' ? { limit: 200 } : { stream: wanted, limit: 200 },
    (last) => (last.next === undefined ? undefined : { before: last.next }),
    { keepPrevious: true },
  );
  const rows = useMemo(() => pages.data?.flatMap((page) => page.rows), [pages.data]);

  const columns: Column<EntryRow>[] = [
    { key: 'at', header: t('trail.at'), width: '11rem', render: (row) => <ZoneTime at={row.at} show="dateTime" seconds /> },
    { key: 'seq', header: t('trail.seq'), width: '5.5rem', render: (row) => `${row.letter}-${row.seq}` },
    {
      key: 'actor',
      header: t('trail.actor'),
      width: 'minmax(6rem, 1fr)',
      render: (row) => (row.actor === 'station' ? t('trail.station') : row.actorName),
    },
    { key: 'what', header: t('trail.what'), width: 'minmax(7rem, 1.5fr)', render: (row) => eventWord(word, row.name) },
    {
      key: 'stream',
      header: t('trail.stream'),
      width: 'minmax(9rem, 1.5fr)',
      render: (row) => <Subject word={subject(row.stream)} plain={row.stream} />,
    },
  ];

  const open = (row: EntryRow) => {
    setOpenKey(row.id);
    shell.openPanel({
      key: `entry:${row.id}`,
      title: t('trail.panel', { number: `${row.letter}-${row.seq}` }),
      element: <EntryPanel row={row} onlyThis={setStream} />,
    });
  };

  return (
    <Page
      title={t('trail.title')}
      now={t('trail.now')}
      fill
      toolbar={
        <>
          <SearchBox
            value={stream}
            onChange={setStream}
            label={t('trail.filterLabel')}
            placeholder={t('trail.filter')}
            onDown={() => table.current?.focus()}
            width="26rem"
          />
          {rows && (
            <span className={styles.count}>{t(pages.hasMore ? 'common:table.loaded' : 'common:table.count', { n: rows.length })}</span>
          )}
          <StaleMark stale={pages.stale} since={pages.since} />
        </>
      }
    >
      {rows === undefined && pages.refusal && <RefusalNote refusal={pages.refusal} />}
      <DataTable
        ref={table}
        name="journal.entries"
        label={t('trail.title')}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        onOpen={open}
        openKey={openKey}
        onEnd={pages.more}
        stale={pages.stale}
        empty={<EmptyState title={t('trail.empty')} />}
      />
    </Page>
  );
}

/** A name where there is one, else the stream itself, as code. */
function Subject({ word, plain }: { word: string; plain: string }) {
  return word === plain ? <span className={styles.code}>{plain}</span> : word;
}
