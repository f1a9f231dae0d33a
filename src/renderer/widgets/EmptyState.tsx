import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  icon?: Icon;
  title: string;
  /** What fills it, and how to begin. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing is here, and why, and what to do. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {Icon && <Icon size="2rem" stroke={1.4} aria-hidden />}
      <div className={styles.title}>{title}</div>
      {children !== undefined && <div className={styles.words}>{children}</div>}
      {action}
    </div>
  );
}
