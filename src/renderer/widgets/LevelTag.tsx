import { IconAlertCircle, IconAlertHexagon, IconAlertOctagon, IconAlertTriangle, type Icon } from '@tabler/icons-react';
import type { WarningKind, WarningLevel } from '../../shared/warnings/levels';
import { useWords } from '../i18n/useWords';
import styles from './LevelTag.module.css';

/** Each level has a shape of its own: the colour never stands alone. */
const icons: Record<WarningLevel, Icon> = { I: IconAlertOctagon, II: IconAlertTriangle, III: IconAlertHexagon, IV: IconAlertCircle };

export interface LevelTagProps {
  level: WarningLevel;
  kind?: WarningKind | undefined;
  /** Numeral and colour alone, where there is little room. */
  short?: boolean;
  /** True: no frame, in the size of the line it stands in. */
  inherits?: boolean;
}

/** A level as it is announced: icon, numeral, word and colour (domain.md 4). */
export function LevelTag({ level, kind, short = false, inherits = false }: LevelTagProps) {
  const t = useWords('warnings');
  return (
    <span className={styles.tag} data-level={level} data-inherits={inherits || undefined}>
      <LevelIcon level={level} />
      {t(short ? `short.${level}` : `level.${level}`)}
      {kind && ` ${t(`kind.${kind}`)}`}
    </span>
  );
}

export function LevelIcon({ level }: { level: WarningLevel }) {
  const Shape = icons[level];
  return <Shape size="1.2em" stroke={2} aria-hidden />;
}
