import type { ReactNode } from 'react';
import type { Instant } from '../../shared/time';
import styles from './Timeline.module.css';
import { ZoneTime } from './ZoneTime';

/** What was done to a thing, one moment under the other, in the order they are given. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className={styles.timeline}>{children}</ol>;
}

export interface MomentProps {
  at: Instant;
  seconds?: boolean;
  did: ReactNode;
  /** Who, and at which station. */
  by: ReactNode;
  /** What was said with it, and what may be done about it. */
  children?: ReactNode;
}

export function Moment({ at, seconds = false, did, by, children }: MomentProps) {
  return (
    <li className={styles.moment}>
      <div className={styles.quiet}>
        <ZoneTime at={at} seconds={seconds} />
      </div>
      <div className={styles.what}>
        <div className={styles.did}>{did}</div>
        <div className={styles.quiet}>{by}</div>
        {children}
      </div>
    </li>
  );
}

/** Words as somebody wrote them, line by line. */
export function Said({ children }: { children: ReactNode }) {
  return <div className={styles.said}>{children}</div>;
}
