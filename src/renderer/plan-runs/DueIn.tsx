import { day, hour, minute, second } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import styles from './Runs.module.css';

export interface DueInProps {
  at: number;
  /** From when on it is amber; without it only what is over has a colour. */
  amberAt?: number | undefined;
}

/** What is left until a moment, or how long it is over; counts by itself, in seconds within the hour. */
export function DueIn({ at, amberAt }: DueInProps) {
  const t = useWords('planRuns');
  // By the second only where seconds are shown: two hundred steps stand in one list.
  const far = useNow(minute);
  const near = Math.abs(at - far) < hour + 2 * minute;
  return near ? <Counting at={at} amberAt={amberAt} /> : <Reading at={at} amberAt={amberAt} now={far} t={t} />;
}

function Counting({ at, amberAt }: DueInProps) {
  const t = useWords('planRuns');
  const now = useNow(second);
  return <Reading at={at} amberAt={amberAt} now={now} t={t} />;
}

function Reading({ at, amberAt, now, t }: DueInProps & { now: number; t: ReturnType<typeof useWords<'planRuns'>> }) {
  const over = now > at;
  const length = Math.abs(at - now);
  const urgency = over ? 'red' : amberAt !== undefined && now >= amberAt ? 'amber' : undefined;
  const time =
    length >= day
      ? t('due.days', { n: Math.floor(length / day), rest: Math.floor((length % day) / hour) })
      : digits(over ? Math.floor(length / second) : Math.ceil(length / second));
  return (
    <span className={styles.due} data-urgency={urgency}>
      {t(over ? 'due.over' : 'due.left', { time })}
    </span>
  );
}

/** `04:09`, `3:04:09`. */
function digits(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor((seconds % 3_600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
