import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { faults } from '../../shared/faults/contract';
import { hour, minute } from '../../shared/time';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useMay, useStation } from '../station';
import { Notice } from '../widgets/Notice';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './DevicePanel.module.css';

/** Periods availability is asked for, days; the usual one is a month. */
const periods = [7, 30, 90] as const;
const mostFaults = 50;

/** How available the device was, as far as its faults tell, and all its faults, newest first. */
export function DeviceHistory({ id }: { id: string }) {
  const t = useWords('devices');
  const state = useWords('faults');
  const shell = useShell();
  const may = useMay(faults.find);
  const [days, setDays] = useState<(typeof periods)[number]>(30);
  const known = useStation(faults.availability, { device: id, days }, { enabled: may, keepPrevious: true });
  const past = useStation(faults.find, { device: id, limit: mostFaults }, { enabled: may });
  if (!may) return null;
  const { data } = known;
  return (
    <section className={styles.history} aria-label={t('history.title')}>
      <h3 className={styles.heading}>{t('history.title')}</h3>
      {data?.outSince !== undefined && (
        <Notice urgency="amber">
          {t('history.outSince')} <ZoneTime at={data.outSince} show="dateTime" />
        </Notice>
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('history.period')}
        value={String(days)}
        onChange={(value) => setDays(periods.find((one) => String(one) === value) ?? 30)}
        data={periods.map((one) => ({ value: String(one), label: t('history.days', { days: one }) }))}
      />
      {data && (
        <div>
          <span className={styles.share}>{data.share === undefined ? t('history.unknown') : percent(data.share)}</span>
          <span className={styles.quiet}>
            {t('history.share', {
              days,
              n: data.faults,
              hours: Math.floor(data.out / hour),
              minutes: Math.floor((data.out % hour) / minute),
            })}
          </span>
          <div className={styles.quiet}>
            {t('history.knownSince')} <ZoneTime at={data.knownSince} show="dateTime" />
          </div>
        </div>
      )}
      {past.data?.length === 0 && <div className={styles.quiet}>{t('history.none')}</div>}
      {past.data?.map((fault) => (
        <button
          key={fault.id}
          type="button"
          className={styles.fault}
          onClick={() => shell.open('fault', { id: fault.id, title: fault.number })}
        >
          <span className={styles.faultHead}>
            <span>{fault.number}</span>
            <span>{state(`state.${fault.state}`)}</span>
            <ZoneTime at={fault.reportedAt} show="dateTime" />
          </span>
          <span className={styles.symptom}>{fault.symptom}</span>
        </button>
      ))}
    </section>
  );
}

/** Rounded down: 99.99 % is not all. */
function percent(share: number): string {
  return `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`;
}
