import { IconAlertTriangle, IconCircleCheck, IconFlame, IconInfoCircle, type Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

const icons = { plain: IconCircleCheck, blue: IconInfoCircle, amber: IconAlertTriangle, red: IconFlame };

export interface NoticeProps {
  /** Instead of the urgency's own. */
  icon?: TablerIcon;
  urgency?: keyof typeof icons;
  title?: ReactNode;
  /** Buttons on the right. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** A sentence across the width: icon, words, what to do. Red is announced at once to a screen reader, the rest politely. */
export function Notice({ urgency = 'plain', icon, title, actions, children }: NoticeProps) {
  const Icon = icon ?? icons[urgency];
  return (
    <div className={styles.notice} data-urgency={urgency} role={urgency === 'red' ? 'alert' : 'status'}>
      <Icon className={styles.icon} size="1.25rem" stroke={1.9} aria-hidden />
      <div className={styles.words}>
        {title !== undefined && <div className={styles.title}>{title}</div>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
