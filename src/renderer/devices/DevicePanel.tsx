import { Button } from '@mantine/core';
import { useState } from 'react';
import { devices } from '../../shared/devices/contract';
import { useWords } from '../i18n/useWords';
import { PlannedWorkMark } from '../planned-work';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { Facts } from '../widgets/Facts';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { ZoneTime } from '../widgets/ZoneTime';
import { DeviceForm } from './DeviceForm';
import { DeviceHistory } from './DeviceHistory';
import styles from './DevicePanel.module.css';

/** One device; who keeps the register also changes and retires it here. */
export function DevicePanel({ id }: { id: string }) {
  const t = useWords('devices');
  const shell = useShell();
  const mayKeep = useMay(devices.change);
  const record = useStation(devices.one, { id });
  const retire = useCommand(devices.retire);
  const [editing, setEditing] = useState(false);
  const device = record.data;
  if (!device) return <RefusalNote refusal={record.refusal} />;
  const contestedWord = (field: string, value: string) =>
    field === 'subsystem' ? t(`subsystem.${value as 'network'}`) : field === 'importance' ? t(`importance.${value as 'key'}`) : value;
  if (editing) return <DeviceForm device={device} onDone={() => setEditing(false)} />;
  return (
    <div className={styles.parts}>
      <StaleMark stale={record.stale} since={record.since} />
      <PlannedWorkMark device={id} />
      {device.retired && <Notice>{t('list.retired')}</Notice>}
      {device.contested.map(({ field, values }) => (
        <Notice key={field} urgency="amber">
          {t('contested', {
            field: t(`fact.${field}`),
            values: values.map((value) => contestedWord(field, value)).join(t('common:separator')),
          })}
        </Notice>
      ))}
      <Facts
        facts={[
          [t('fact.name'), device.name],
          [t('fact.code'), device.code],
          [t('fact.type'), device.type],
          [t('fact.subsystem'), t(`subsystem.${device.subsystem}`)],
          [t('fact.area'), device.area],
          [t('fact.place'), device.place],
          [t('fact.upstream'), device.upstream],
          [t('fact.ip'), device.ip],
          [t('fact.port'), device.port],
          [t('fact.maker'), device.maker],
          [t('fact.model'), device.model],
          [t('fact.inServiceSince'), device.inServiceSince],
          [t('fact.importance'), t(`importance.${device.importance}`)],
          [t('fact.registeredAt'), <ZoneTime key="registered" at={device.registeredAt} show="dateTime" />],
          [t('fact.changedAt'), device.changedAt && <ZoneTime key="changed" at={device.changedAt} show="dateTime" />],
          [t('fact.retiredAt'), device.retiredAt && <ZoneTime key="retired" at={device.retiredAt} show="dateTime" />],
          [t('fact.retiredReason'), device.retiredReason],
        ]}
      />
      <DeviceHistory id={id} />
      {mayKeep && !device.retired && (
        <div className={styles.actions}>
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('form.edit')}
          </Button>
          <ConfirmInline
            label={t('retire.label')}
            question={t('retire.question')}
            reasonLabel={t('common:reason')}
            busy={retire.busy}
            onConfirm={async (reason) => {
              const answer = await retire.send({ id, reason });
              if (answer.ok) shell.say(t('retire.done', { name: device.name }));
              return answer.ok;
            }}
          />
        </div>
      )}
      <RefusalNote refusal={retire.refusal} />
    </div>
  );
}
