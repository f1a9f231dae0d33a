import { Button, Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconArrowsSplit2, IconClipboardCheck, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { serviceRequests } from '../../shared/service-requests/contract';
import type { RequestRow } from '../../shared/service-requests/record';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useLanguage, useWords } from '../i18n/useWords';
import { DutiesTab, GoalImprovements } from '../periodic-duties';
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
import { limitUrgency } from './limit-urgency';
import { LimitTag } from './LimitTag';
import { openNewRequest, openRequest } from './open';
import styles from './Requests.module.css';

const tabs = ['requests', 'duties', 'improvement', 'collection'] as const;
type Tab = (typeof tabs)[number];
// The list that was looked at last is found again.
const looked = new Map<'tab', Tab>();

/** Service requests, periodic duties, and the two ledgers: 1 to 4 go from one to the other. */
export function ServicesPage() {
  const t = useWords('serviceRequests');
  const shell = useShell();
  const mayRegister = useMay(serviceRequests.register);
  const [tab, setTab] = useState<Tab>(looked.get('tab') ?? 'requests');
  const choose = (next: Tab) => {
    looked.set('tab', next);
    setTab(next);
  };
  useScreenKeys([
    ...tabs.map((one, i) => ({ key: String(i + 1), label: t(`tab.${one}`), run: () => choose(one) })),
    ...(mayRegister ? [{ key: 'N', label: t('keys.register'), run: () => openNewRequest(shell) }] : []),
  ]);
  const switcher = (
    <SegmentedControl
      aria-label={t('tab.label')}
      value={tab}
      onChange={(next) => choose(next as Tab)}
      data={tabs.map((value) => ({ value, label: t(`tab.${value}`) }))}
    />
  );
  const register = mayRegister && (
    <Button leftSection={<IconPlus size="1.15rem" aria-hidden />} rightSection={<KeyHint keys="N" />} onClick={() => openNewRequest(shell)}>
      {t('list.register')}
    </Button>
  );
  if (tab === 'duties') return <DutiesTab switcher={switcher} />;
  return <RequestList key={tab} tab={tab} switcher={switcher} register={register} />;
}

interface RequestListProps {
  tab: Exclude<Tab, 'duties'>;
  switcher: React.ReactNode;
  register: React.ReactNode;
}

function RequestList({ tab, switcher, register }: RequestListProps) {
  const t = useWords('serviceRequests');
  const language = useLanguage();
  const shell = useShell();
  const [text, setText] = useState('');
  const [ended, setEnded] = useState(false);
  const [choice, setChoice] = useState('');
  const [openId, setOpenId] = useState<string>();
  const now = useNow(minute / 4);
  const box = useRef<HTMLInputElement>(null);
  const table = useRef<{ focus: () => void }>(null);
  const ledger = tab === 'requests' ? undefined : tab;
  const list = useStation(
    serviceRequests.list,
    { text, ended, ...(ledger ? { ledger } : {}), ...(choice ? { choice } : {}) },
    { keepPrevious: true },
  );
  const filtered = text.trim() !== '' || choice !== '';
  useScreenKeys([{ key: '/', label: t('keys.find'), run: () => box.current?.focus() }]);
  const open = (request: RequestRow) => {
    setOpenId(request.id);
    openRequest(shell, request);
  };
  const stillOpen = (list.data ?? []).filter(({ outcome }) => outcome === 'open');
  const counted = (urgency: 'red' | 'amber') => stillOpen.filter(({ clock }) => limitUrgency(clock, now) === urgency).length;
  const counts = { open: stillOpen.length, over: counted('red'), near: counted('amber') };

  const title: Column<RequestRow> = {
    key: 'title',
    header: t('list.column.title'),
    width: 'minmax(10rem, 3fr)',
    render: (request) => (
      <span className={styles.cut} title={request.title}>
        {request.title || t('list.unheard')}
      </span>
    ),
  };
  const service: Column<RequestRow> = {
    key: 'service',
    header: t('list.column.service'),
    width: 'minmax(7rem, 1.2fr)',
    render: (request) => <span className={styles.cut}>{request.serviceName[language]}</span>,
  };
  const number: Column<RequestRow> = {
    key: 'number',
    header: t('list.column.number'),
    width: '9rem',
    hideBelow: 74,
    render: (row) => row.number,
  };
  const columns: Column<RequestRow>[] =
    ledger === undefined
      ? [
          {
            key: 'clock',
            header: t('list.column.limit'),
            width: '10.5rem',
            render: ({ clock, outcome }) => outcome === 'open' && <LimitTag limit={clock} />,
          },
          service,
          title,
          { key: 'asker', header: t('list.column.asker'), width: 'minmax(5rem, 1fr)', hideBelow: 58, render: ({ asker }) => asker },
          {
            key: 'next',
            header: t('list.column.next'),
            width: 'minmax(8rem, 1.4fr)',
            render: (request) =>
              request.contested ? (
                <StatusTag urgency="amber" icon={IconArrowsSplit2}>
                  {t('outcome.contested')}
                </StatusTag>
              ) : (
                <span className={styles.cut}>
                  {request.outcome === 'open' ? request.next?.name[language] : t(`outcome.${request.outcome}`)}
                </span>
              ),
          },
          number,
        ]
      : [
          {
            key: 'at',
            header: t('list.column.entered'),
            width: '10rem',
            render: ({ entered }) => entered && <ZoneTime at={entered.at} show="dateTime" />,
          },
          ...(ledger === 'collection'
            ? [
                {
                  key: 'choice',
                  header: t('list.column.collection'),
                  width: 'minmax(6rem, 1fr)',
                  render: ({ entered }: RequestRow) => entered?.choiceName?.[language] ?? entered?.choice,
                },
              ]
            : [service]),
          title,
          {
            key: 'note',
            header: t(ledger === 'collection' ? 'list.column.evaluation' : 'list.column.improvement'),
            width: 'minmax(10rem, 3fr)',
            render: ({ entered }) => (
              <span className={styles.cut} title={entered?.note}>
                {entered?.note}
              </span>
            ),
          },
          { key: 'by', header: t('list.column.by'), width: 'minmax(5rem, 1fr)', hideBelow: 58, render: ({ entered }) => entered?.by },
          number,
        ];

  return (
    <Page
      title={t('list.title')}
      now={
        ledger !== undefined || filtered || !list.data ? t(`tab.about.${tab}`) : counts.open === 0 ? t('list.none') : t('list.now', counts)
      }
      fill
      actions={register}
      toolbar={
        <>
          {switcher}
          <SearchBox
            ref={box}
            value={text}
            onChange={setText}
            label={t('list.filter')}
            keys="/"
            width="16rem"
            onDown={() => table.current?.focus()}
          />
          {ledger === undefined && (
            <Checkbox label={t('list.ended')} checked={ended} onChange={(event) => setEnded(event.currentTarget.checked)} />
          )}
          {ledger === 'collection' && (
            <NativeSelect
              aria-label={t('list.column.collection')}
              w="11rem"
              value={choice}
              onChange={(event) => setChoice(event.currentTarget.value)}
              data={[
                { value: '', label: t('list.allCollections') },
                ...(['environment', 'use', 'code'] as const).map((value) => ({ value, label: t(`collection.${value}`) })),
              ]}
            />
          )}
          <StaleMark stale={list.stale} since={list.since} />
        </>
      }
    >
      {list.data === undefined && <RefusalNote refusal={list.refusal} />}
      {ledger === 'improvement' && <GoalImprovements />}
      <DataTable
        ref={table}
        name={`serviceRequests.${tab}`}
        label={t(`tab.${tab}`)}
        columns={columns}
        rows={list.data}
        keyOf={({ id }) => id}
        onOpen={open}
        openKey={openId}
        stale={list.stale}
        urgencyOf={({ clock }) => {
          const urgency = limitUrgency(clock, now);
          return urgency === 'calm' ? undefined : urgency;
        }}
        empty={
          filtered ? (
            <EmptyState title={t('list.nothing')} />
          ) : (
            <EmptyState icon={IconClipboardCheck} title={t(`empty.${tab}`)}>
              {t(`empty.${tab}Now`)}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
