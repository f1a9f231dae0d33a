import { dateIn, dateTimeIn, type Instant, minute, timeIn } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useZone } from '../station';
import { distanceInWords } from './words-of-age';
import styles from './ZoneTime.module.css';

export interface ZoneTimeProps {
  at: Instant;
  seconds?: boolean;
  /** `auto`: the time alone for today, `11-22 03:40` within this year, else the whole date. `time`, `dateTime`, `date`: always so. */
  show?: 'auto' | 'time' | 'date' | 'dateTime';
  /** Also says how long ago (`12 分钟前`). */
  relative?: boolean;
}

/** A moment in the station's zone, 24 h, with the full date as its tooltip. */
export function ZoneTime({ at, seconds = false, show = 'auto', relative = false }: ZoneTimeProps) {
  const t = useWords('common');
  const zone = useZone();
  const now = useNow(relative ? 10_000 : minute);
  const full = dateTimeIn(zone, at, true);
  return (
    <time className={styles.time} dateTime={new Date(at).toISOString()} title={full}>
      {shown()}
      {relative && <span className={styles.relative}>{distanceInWords(t, at, now)}</span>}
    </time>
  );

  function shown(): string {
    if (show === 'time') return timeIn(zone, at, seconds);
    if (show === 'date') return dateIn(zone, at);
    if (show === 'dateTime') return dateTimeIn(zone, at, seconds);
    const today = dateIn(zone, now);
    const date = dateIn(zone, at);
    if (date === today) return timeIn(zone, at, seconds);
    return `${date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date} ${timeIn(zone, at, seconds)}`;
  }
}
