import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconArrowsSplit2, IconChecklist, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { matters } from '../../shared/matters/contract';
import { isHighRisk } from '../../shared/matters/level';
import { type MatterKind, matterKinds } from '../../shared/matters/kinds';
import { isEnded, type MatterRow } from '../../shared/matters/record';
import { matterUrgency } from '../../shared/matters/urgency';
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
import { DeadlineTag } from './DeadlineTag';
import styles from './Matters.module.css';
import { openMatter, openNewMatter } from './open';

/** Everything that is tracked to done: open ones first, the next deadline first. */
export function MattersPage() {
  const t = useWords('matters');
  const shell = useShell();
  const mayOpen = useMay(matters.open);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<MatterKind | ''>('');
  const [ended, setEnded] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const now = useNow(minute / 4);
  const box = useRef<HTMLInputElement>(null);
  const table = useRef<{ focus: () => void }>(null);
  const list = useStation(matters.list, { text, ended, ...(kind ? { kind } : {}) }, { keepPrevious: true });
  const filtered = text.trim() !== '' || kind !== '';
  const create = () => openNewMatter(shell);
  useScreenKeys([
    { key: '/', label: t('keys.find'), run: () => box.current?.focus() },
    ...(mayOpen ? [{ key: 'N', label: t('keys.open'), run: create }] : []),
  ]);
  const open = (matter: MatterRow) => {
    setOpenId(matter.id);
    openMatter(shell, matter);
  };
  const urgent = (matter: MatterRow) => matterUrgency(matter, now);
  const stillOpen = (list.data ?? []).filter(({ state }) => !isEnded(state));
  const counts = {
    open: stillOpen.length,
    over: stillOpen.filter((matter) => urgent(matter) === 'red').length,
    near: stillOpen.filter((matter) => urgent(matter) === 'amber').length,
  };

  const columns: Column<MatterRow>[] = [
    { key: 'deadline', header: t('list.column.deadline'), width: '10.5rem', render: (matter) => <DeadlineTag matter={matter} /> },
    { key: 'kind', header: t('list.column.kind'), width: '7.5rem', render: (matter) => t(`kind.${matter.kind}`) },
    {
      key: 'title',
      header: t('list.column.title'),
      width: 'minmax(10rem, 3fr)',
      render: (matter) => (
        <span className={styles.cut} title={matter.title}>
          {isHighRisk(matter.level) && (
            <>
              <StatusTag urgency={matter.level === 'I' ? 'red' : 'amber'}>{t(`level.${matter.level}`)}</StatusTag>{' '}
            </>
          )}
          {matter.title || t('list.unheard')}
        </span>
      ),
    },
    { key: 'from', header: t('list.column.from'), width: 'minmax(5rem, 1fr)', hideBelow: 62, render: (matter) => matter.from },
    { key: 'holder', header: t('list.column.holder'), width: 'minmax(6rem, 1fr)', hideBelow: 54, render: (matter) => matter.holder },
    {
      key: 'state',
      header: t('list.column.state'),
      width: '8.5rem',
      render: (matter) =>
        matter.contested ? (
          <StatusTag urgency="amber" icon={IconArrowsSplit2}>
            {t('state.contested')}
          </StatusTag>
        ) : (
          t(`state.${matter.state}`)
        ),
    },
    { key: 'number', header: t('list.column.number'), width: '9rem', hideBelow: 74, render: (matter) => matter.number },
  ];

  return (
    <Page
      title={t('list.title')}
      now={list.data && !filtered ? (counts.open === 0 ? t('list.none') : t('list.now', counts)) : t('list.title')}
      fill
      actions={
        mayOpen && (
          <Button leftSection={<IconPlus size="1.15rem" aria-hidden />} rightSection={<KeyHint keys="N" />} onClick={create}>
            {t('list.open')}
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
          <NativeSelect
            aria-label={t('kind.label')}
            w="10rem"
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as MatterKind | '')}
            data={[{ value: '', label: t('list.allKinds') }, ...matterKinds.map((value) => ({ value, label: t(`kind.${value}`) }))]}
          />
          <Checkbox label={t('list.ended')} checked={ended} onChange={(event) => setEnded(event.currentTarget.checked)} />
          <StaleMark stale={list.stale} since={list.since} />
        </>
      }
    >
      {list.data === undefined && <RefusalNote refusal={list.refusal} />}
      <DataTable
        ref={table}
        name="matters"
        label={t('list.title')}
        columns={columns}
        rows={list.data}
        keyOf={({ id }) => id}
        onOpen={open}
        openKey={openId}
        stale={list.stale}
        urgencyOf={(matter) => {
          const urgency = urgent(matter);
          return urgency === 'calm' ? undefined : urgency;
        }}
        empty={
          filtered ? (
            <EmptyState title={t('list.nothing')} />
          ) : (
            <EmptyState icon={IconChecklist} title={t('list.empty')}>
              {t('list.emptyNow')}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
