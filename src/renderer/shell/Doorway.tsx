import type { ReactNode } from 'react';
import { dateIn, timeIn } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useUnitStatus } from '../station';
import { Appearance } from './Appearance';
import styles from './Doorway.module.css';
import { DoorWarnings } from './DoorWarnings';
import { MovedAsideNotice } from './MovedAsideNotice';
import { StationDownNotice } from './StationDownNotice';

/** The frame before the frame: sign-in, locked desk, first run. Shows unit, station and time, and nothing of the work. */
export function Doorway({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  const t = useWords('shell');
  const status = useUnitStatus().data;
  return (
    <div className={styles.doorway}>
      <header className={styles.head}>
        <div className={styles.unit}>
          <span className={styles.name}>{status?.unit ?? t('product')}</span>
          {status?.letter && <span className={styles.letter}>{t('station', { letter: status.letter })}</span>}
        </div>
        <div className={styles.verbs}>
          <Appearance />
        </div>
      </header>
      <MovedAsideNotice />
      <StationDownNotice />
      {status?.founded && <DoorWarnings />}
      <main className={wide ? styles.wide : styles.narrow}>
        {!wide && status && <BigClock zone={status.zone} />}
        <div className={styles.card}>{children}</div>
      </main>
    </div>
  );
}

function BigClock({ zone }: { zone: string }) {
  const now = useNow(1000);
  return (
    <div className={styles.clock}>
      <time className={styles.time}>{timeIn(zone, now, true)}</time>
      <span className={styles.date}>{dateIn(zone, now)}</span>
    </div>
  );
}
