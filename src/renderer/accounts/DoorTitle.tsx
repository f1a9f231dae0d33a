import type { ReactNode } from 'react';
import styles from './DoorTitle.module.css';

/** Title of a door and, below it, what to do. */
export function DoorTitle({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.words}>
      <h1 className={styles.title}>{title}</h1>
      {children !== undefined && <p className={styles.now}>{children}</p>}
    </div>
  );
}
