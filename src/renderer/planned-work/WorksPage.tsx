import { Button, Checkbox } from '@mantine/core';
import { IconArrowsSplit2, IconBarrierBlock, IconPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { plannedWork } from '../../shared/planned-work/contract';
import type { WorkRow } from '../../shared/planned-work/record';
import { inOrder, workStateAt, workUrgency } from '../../shared/planned-work/state';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useMay, useStation } from '../station';
import { type Column, DataTable } from '../widgets/DataTable';
import { EmptyState } from '../widgets/EmptyState';
import { KeyHint } from '../widgets/KeyHint';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { SearchBox } from '../widgets/SearchBox';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { openWork } from './open';
import { openHang } from './open-hang';
import styles from './PlannedWork.module.css';
import { scopeInWords } from './scope-words';
import { TimeTag } from './TimeTag';

/** Every tag: what hangs and what is overdue first, then what is to come; what has ended when wanted. */
export function WorksPage() {
  const t = useWords('plannedWork');
  const device = useWords('devices');
  const shell = useShell();
  const mayHang = useMay(plannedWork.hang);
  const [text, setText] = useState('');
  const [ended, setEnded] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const now = useNow(minute / 4);
  const box = useRef<HTMLInputElement>(null);
  const table = useRef<{ focus: () => void }>(null);
  const list = useStation(plannedWork.list, { text, ended }, { keepPrevious: true });
  const filtered = text.trim() !== '';
  const hang = () => openHang(shell);
  useScreenKeys([
    { key: '/', label: t('keys.find'), run: () => box.current?.focus() },
    ...(mayHang ? [{ key: 'N', label: t('keys.hang'), run: hang }] : []),
  ]);
  const open = (work: WorkRow) => {
    setOpenId(work.id);
    openWork(shell, work);
  };
  // A work comes into force without anybody saying so.
  const rows = useMemo(() => list.data && inOrder(list.data, now), [list.data, now]);
  const counts = { inForce: 0, over: 0, near: 0, planned: 0 };
  for (const work of rows ?? []) {
    const state = workStateAt(work, now);
    if (state === 'planned') counts.planned++;
    if (state === 'inForce' || state === 'overdue') counts.inForce++;
    if (state === 'overdue') counts.over++;
    if (workUrgency(work, now) === 'amber') counts.near++;
  }

  const columns: Column<WorkRow>[] = [
    {
      key: 'left',
      header: t('list.column.left'),
      width: '11rem',
      render: (work) => (work.endedAt === undefined ? <TimeTag work={work} /> : <ZoneTime at={work.endedAt} />),
    },
    {
      key: 'scope',
      header: t('list.column.scope'),
      width: 'minmax(10rem, 2fr)',
      render: (work) => {
        const what = scopeInWords(t, device, work) || t('list.unheard');
        return (
          <span className={styles.cut} title={what}>
            {what}
          </span>
        );
      },
    },
    {
      key: 'reason',
      header: t('list.column.reason'),
      width: 'minmax(10rem, 3fr)',
      render: ({ reason }) => (
        <span className={styles.cut} title={reason}>
          {reason}
        </span>
      ),
    },
    {
      key: 'owner',
      header: t('list.column.owner'),
      width: '11rem',
      hideBelow: 58,
      render: ({ owner }) => (
        <span className={styles.cut} title={[owner?.name, owner?.phone].filter(Boolean).join(' ')}>
          {[owner?.name, owner?.phone].filter(Boolean).join(' ')}
        </span>
      ),
    },
    { key: 'end', header: t('list.column.end'), width: '8rem', hideBelow: 62, render: ({ end }) => <ZoneTime at={end} /> },
    {
      key: 'state',
      header: t('list.column.state'),
      width: '8.5rem',
      render: (work) =>
        work.contested ? (
          <StatusTag urgency="amber" icon={IconArrowsSplit2}>
            {t('state.contested')}
          </StatusTag>
        ) : work.restored === false ? (
          [t('state.takenDown'), t('fact.notRestored')].join(t('common:separator'))
        ) : (
          t(`state.${workStateAt(work, now)}`)
        ),
    },
    { key: 'number', header: t('list.column.number'), width: '9rem', hideBelow: 74, render: ({ number }) => number },
  ];

  return (
    <Page
      title={t('list.title')}
      now={list.data && !filtered ? (counts.inForce + counts.planned === 0 ? t('list.none') : t('list.now', counts)) : t('list.title')}
      fill
      actions={
        mayHang && (
          <Button leftSection={<IconPlus size="1.15rem" aria-hidden />} rightSection={<KeyHint keys="N" />} onClick={hang}>
            {t('list.hang')}
          </Button>
        )
      }
      toolbar={
        <>
          <SearchBox
            ref={box}
            value={text}
            onChange={setText}
            label={t('list.filter')}
            keys="/"
            width="22rem"
            onDown={() => table.current?.focus()}
          />
          <Checkbox label={t('list.ended')} checked={ended} onChange={(event) => setEnded(event.currentTarget.checked)} />
          <StaleMark stale={list.stale} since={list.since} />
        </>
      }
    >
      {list.data === undefined && <RefusalNote refusal={list.refusal} />}
      <DataTable
        ref={table}
        name="plannedWork"
        label={t('list.title')}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        onOpen={open}
        openKey={openId}
        stale={list.stale}
        urgencyOf={(work) => {
          const urgency = workUrgency(work, now);
          return urgency === 'calm' ? undefined : urgency;
        }}
        empty={
          filtered ? (
            <EmptyState title={t('list.nothing')} />
          ) : (
            <EmptyState icon={IconBarrierBlock} title={t('list.empty')}>
              {t('list.emptyNow')}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
