import type { FaultRecord } from '../../shared/faults/record';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './Ledger.module.css';
import { ledgerMinutes } from './ledger-minutes';
import type { NamedProfile } from './useProfile';

/** Every minute since the report: whom it is charged to, and which clocks stood still; the sums at once, the lines on demand. */
export function Ledger({ fault, named }: { fault: FaultRecord; named: NamedProfile }) {
  const t = useWords('faults');
  const now = useNow(minute / 2);
  if (fault.ledger.length === 0) return null;
  const { lines, sums, total } = ledgerMinutes(fault.ledger, now);
  return (
    <details>
      <summary className={styles.summary}>
        <h3 className={styles.heading}>{t('ledger.title')}</h3>
        <span className={styles.sums}>
          {[t('ledger.sum', { n: total }), ...sums.map(([charge, n]) => t('ledger.part', { who: t(`ledger.charges.${charge}`), n }))].join(
            ' · ',
          )}
        </span>
      </summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('ledger.time')}</th>
            <th>{t('ledger.state')}</th>
            <th>{t('ledger.charge')}</th>
            <th>{t('ledger.stopped')}</th>
            <th className={styles.number}>{t('ledger.minutes')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, minutes }) => (
            <tr key={`${line.from} ${line.state}`}>
              <td className={styles.time}>
                <ZoneTime at={line.from} />
                {'–'}
                {line.until === undefined ? t('ledger.still') : <ZoneTime at={line.until} />}
              </td>
              <td>{t(`state.${line.state}`)}</td>
              <td>{[t(`ledger.charges.${line.charge}`), line.charge === 'engineer' && line.holder].filter(Boolean).join(' ')}</td>
              <td>{line.pauses.map(named.clockName).join(t('common:separator')) || t('ledger.none')}</td>
              <td className={styles.number}>{minutes}</td>
            </tr>
          ))}
          {sums.map(([charge, n]) => (
            <tr key={charge} className={styles.foot}>
              <td colSpan={4}>{t(`ledger.charges.${charge}`)}</td>
              <td className={styles.number}>{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
