import type { ReactNode } from 'react';
import styles from './Panel.module.css';

export interface PanelProps {
  title?: ReactNode;
  /** Right of the title, only with one: a StaleMark, a count, a button. */
  aside?: ReactNode;
  /** True: no padding, for tables. */
  flush?: boolean;
  children: ReactNode;
}

/** A bordered area of one matter. */
export function Panel({ title, aside, flush = false, children }: PanelProps) {
  return (
    <section className={styles.panel}>
      {title !== undefined && (
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {aside}
        </header>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
