import { IconAlertTriangle, IconFlame, IconInfoCircle, type Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './StatusTag.module.css';

/** Colour is for urgency alone; everything that is merely so is `plain`, what is not proven any more is `stale`. */
export type Urgency = 'plain' | 'stale' | 'blue' | 'amber' | 'red';

const icons: Partial<Record<Urgency, TablerIcon>> = { blue: IconInfoCircle, amber: IconAlertTriangle, red: IconFlame };

export interface StatusTagProps {
  urgency?: Urgency;
  /** Instead of the urgency's own icon; never without one when it has a colour. */
  icon?: TablerIcon | undefined;
  /** The word: colour never stands alone. */
  children: ReactNode;
}

/** A state: icon, word, and colour only where it is urgent. */
export function StatusTag({ urgency = 'plain', icon, children }: StatusTagProps) {
  const Icon = icon ?? icons[urgency];
  return (
    <span className={styles.tag} data-urgency={urgency}>
      {Icon && <Icon size="1.05em" stroke={2} aria-hidden />}
      {children}
    </span>
  );
}
