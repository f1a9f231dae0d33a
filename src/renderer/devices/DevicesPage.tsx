import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { type DeviceCard, devices } from '../../shared/devices/contract';
import { type Subsystem, subsystems } from '../../shared/devices/facts';
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

/** Every device of the register, found as one types. */
export function DevicesPage() {
  const t = useWords('devices');
  const shell = useShell();
  const mayKeep = useMay(devices.register);
  const [text, setText] = useState('');
  const [subsystem, setSubsystem] = useState<Subsystem | ''>('');
  const [retired, setRetired] = useState(false);
  const [openKey, setOpenKey] = useState<string>();
  const table = useRef<{ focus: () => void }>(null);
  const pages = useStationPages(
    devices.list,
    { text: text.slice(0, 80), subsystem: subsystem || undefined, retired },
    (last) => (last.next ? { after: last.next } : undefined),
    { keepPrevious: true },
  );
  const rows = useMemo(() => pages.data?.flatMap((page) => page.rows), [pages.data]);
  const filtered = text.trim() !== '' || subsystem !== '' || retired;

  const columns: Column<DeviceCard>[] = [
    { key: 'name', header: t('fact.name'), width: 'minmax(14rem, 2.2fr)', render: (device) => device.name },
    { key: 'type', header: t('fact.type'), width: '7rem', render: (device) => device.type },
    { key: 'subsystem', header: t('fact.subsystem'), width: '8.5rem', render: (device) => t(`subsystem.${device.subsystem}`) },
    { key: 'area', header: t('fact.area'), width: '5rem', render: (device) => device.area },
    { key: 'place', header: t('fact.place'), width: 'minmax(10rem, 1.6fr)', render: (device) => device.place },
    { key: 'ip', header: t('fact.ip'), width: '8.5rem', render: (device) => device.ip },
    { key: 'importance', header: t('fact.importance'), width: '5.5rem', render: (device) => t(`importance.${device.importance}`) },
    { key: 'code', header: t('fact.code'), width: '13rem', render: (device) => device.code },
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
          <Button leftSection={<IconPlus size="1.15rem" aria-hidden />} onClick={add}>
            {t('list.add')}
          </Button>
        )
      }
      toolbar={
        <>
          <SearchBox value={text} onChange={setText} label={t('list.search')} onDown={() => table.current?.focus()} width="24rem" />
          <NativeSelect
            aria-label={t('fact.subsystem')}
            w="11rem"
            value={subsystem}
            onChange={(event) => setSubsystem(event.currentTarget.value as Subsystem | '')}
            data={[
              { value: '', label: t('list.allSubsystems') },
              ...subsystems.map((value) => ({ value, label: t(`subsystem.${value}`) })),
            ]}
          />
          <Checkbox checked={retired} onChange={(event) => setRetired(event.currentTarget.checked)} label={t('list.showRetired')} />
          {pages.data && <span>{t('list.count', { n: pages.data[0]?.total ?? 0 })}</span>}
          <StaleMark stale={pages.stale} since={pages.since} />
        </>
      }
    >
      {pages.data === undefined && <RefusalNote refusal={pages.refusal} />}
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
        empty={filtered ? <EmptyState title={t('list.nothing')} /> : <EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>}
      />
    </Page>
  );
}
