import type { ReactNode } from 'react';
import styles from './Page.module.css';

export interface PageProps {
  title: string;
  /** The answer to 'what now?': one line, what this officer should do here next. */
  now?: ReactNode;
  /** Buttons and search, right of the title. */
  actions?: ReactNode;
  /** Fixed below the title: filters, counts. */
  toolbar?: ReactNode;
  /** True: the content scrolls by itself (tables, boards) and fills the height. */
  fill?: boolean;
  children: ReactNode;
}

/** Every screen: title, what now, actions, content. */
export function Page({ title, now, actions, toolbar, fill = false, children }: PageProps) {
  return (
    <section className={styles.page} aria-label={title}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1 className={styles.title}>{title}</h1>
          {now !== undefined && <div className={styles.now}>{now}</div>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {toolbar !== undefined && <div className={styles.toolbar}>{toolbar}</div>}
      <div className={fill ? styles.fill : styles.scroll}>{children}</div>
    </section>
  );
}
