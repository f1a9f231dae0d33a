import { Button, Checkbox } from '@mantine/core';
import { IconFileSpreadsheet, IconPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { type DeviceCard, devices } from '../../shared/devices/contract';
import type { NodeFilter } from '../../shared/devices/outline';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useMay, useStationPages } from '../station';
import { type Column, DataTable } from '../widgets/DataTable';
import { EmptyState } from '../widgets/EmptyState';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { SearchBox } from '../widgets/SearchBox';
import { StaleMark } from '../widgets/StaleMark';
import { DeviceForm } from './DeviceForm';
import { DevicePanel } from './DevicePanel';
import { Outline } from './Outline';
import styles from './Outline.module.css';

/** Every device of the register, found as one types. */
export function DevicesPage() {
  const t = useWords('devices');
  const shell = useShell();
  const mayKeep = useMay(devices.register);
  const [text, setText] = useState('');
  const [node, setNode] = useState<NodeFilter>();
  const [retired, setRetired] = useState(false);
  const [openKey, setOpenKey] = useState<string>();
  const table = useRef<{ focus: () => void }>(null);
  const pages = useStationPages(
    devices.list,
    { text: text.slice(0, 80), retired, ...(retired ? {} : node) },
    (last) => (last.next ? { after: last.next } : undefined),
    { keepPrevious: true },
  );
  const rows = useMemo(() => pages.data?.flatMap((page) => page.rows), [pages.data]);
  const filtered = text.trim() !== '' || node !== undefined || retired;

  const columns: Column<DeviceCard>[] = [
    { key: 'name', header: t('fact.name'), width: 'minmax(14rem, 2.2fr)', render: (device) => device.name },
    { key: 'type', header: t('fact.type'), width: '6rem', hideBelow: 46, render: (device) => device.type },
    {
      key: 'subsystem',
      header: t('fact.subsystem'),
      width: '7.5rem',
      hideBelow: 62,
      render: (device) => t(`subsystem.${device.subsystem}`),
    },
    { key: 'area', header: t('fact.area'), width: '4.5rem', hideBelow: 56, render: (device) => device.area },
    { key: 'place', header: t('fact.place'), width: 'minmax(10rem, 1.4fr)', hideBelow: 70, render: (device) => device.place },
    { key: 'upstream', header: t('fact.upstream'), width: '8rem', hideBelow: 78, render: (device) => device.upstream },
    { key: 'ip', header: t('fact.ip'), width: '7.5rem', hideBelow: 40, render: (device) => device.ip },
    { key: 'importance', header: t('fact.importance'), width: '5rem', render: (device) => t(`importance.${device.importance}`) },
    { key: 'code', header: t('fact.code'), width: '12.5rem', hideBelow: 52, render: (device) => device.code },
  ];
  const open = (device: DeviceCard) => {
    setOpenKey(device.id);
    shell.openPanel({ key: `device:${device.id}`, title: device.name, element: <DevicePanel id={device.id} /> });
  };
  const add = () => shell.openPanel({ key: 'devices.new', title: t('form.title'), element: <DeviceForm />, keep: true });

  return (
    <Page
      title={t('list.title')}
      now={t(mayKeep ? 'list.nowKeep' : 'list.now')}
      fill
      actions={
        mayKeep && (
          <>
            <Button
              variant="default"
              leftSection={<IconFileSpreadsheet size="1.15rem" aria-hidden />}
              onClick={() => shell.go('/devices/import')}
            >
              {t('import.open')}
            </Button>
            <Button leftSection={<IconPlus size="1.15rem" aria-hidden />} onClick={add}>
              {t('list.add')}
            </Button>
          </>
        )
      }
      toolbar={
        <>
          <SearchBox value={text} onChange={setText} label={t('list.search')} onDown={() => table.current?.focus()} width="24rem" />
          <Checkbox checked={retired} onChange={(event) => setRetired(event.currentTarget.checked)} label={t('list.showRetired')} />
          {pages.data && <span>{t('list.count', { n: pages.data[0]?.total ?? 0 })}</span>}
          <StaleMark stale={pages.stale} since={pages.since} />
        </>
      }
    >
      {pages.data === undefined && <RefusalNote refusal={pages.refusal} />}
      <div className={styles.side}>
        {!retired && <Outline onChoose={setNode} />}
        <div className={styles.list}>
          <DataTable
            ref={table}
            name="devices"
            label={t('list.title')}
            columns={columns}
            rows={rows}
            keyOf={(device) => device.id}
            onOpen={open}
            openKey={openKey}
            onEnd={pages.more}
            stale={pages.stale}
            empty={
              filtered ? <EmptyState title={t('list.nothing')} /> : <EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>
            }
          />
        </div>
      </div>
    </Page>
  );
}
