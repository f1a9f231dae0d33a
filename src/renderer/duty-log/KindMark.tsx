import {
  type Icon,
  IconAlertTriangle,
  IconBulb,
  IconDoorEnter,
  IconHelpCircle,
  IconListCheck,
  IconNotes,
  IconPhone,
  IconSpeakerphone,
} from '@tabler/icons-react';
import type { LogKind } from '../../shared/duty-log/kinds';
import { useWords } from '../i18n/useWords';
import styles from './LogPage.module.css';

export const kindIcons: Readonly<Record<LogKind, Icon>> = {
  call: IconPhone,
  instruction: IconBulb,
  notice: IconSpeakerphone,
  request: IconHelpCircle,
  incident: IconAlertTriangle,
  patrol: IconListCheck,
  visitor: IconDoorEnter,
  other: IconNotes,
};

/** What an entry is about: icon and word, without colour, which is for urgency alone. */
export function KindMark({ kind }: { kind: LogKind }) {
  const t = useWords('dutyLog');
  const Icon = kindIcons[kind];
  return (
    <span className={styles.kind}>
      <Icon size="1.1em" stroke={1.8} aria-hidden />
      {t(`kind.${kind}`)}
    </span>
  );
}
