import { IconAlertTriangle, IconArrowsSplit2, IconClipboardText, IconFlame } from '@tabler/icons-react';
import { handover } from '../../shared/handover/contract';
import { urgencyOf } from '../../shared/handover/limits';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useStation } from '../station';
import { StatusTag, type Urgency } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import styles from './DueBadge.module.css';

/** At the top of every screen: calm while it is drafted, amber at the end of the shift, red a quarter of an hour later, and a leader's signature that is due. */
export function DueBadge() {
  const t = useWords('handover');
  const common = useWords('common');
  const shell = useShell();
  const now = useNow(5_000);
  // Nothing announces that time has passed: asked again every half minute.
  const due = useStation(handover.due, {}, { every: 30_000 }).data;
  if (!due) return null;
  const takenOver = due.phase === 'takenOver' || due.phase === 'complete';
  const urgency = urgencyOf(due.end, takenOver, now);
  const distance = Math.abs(due.end - now);
  const left = ageInWords(common, distance < minute ? distance : distance - (distance % minute));
  const facts = { name: due.name, left };
  const shown: { urgency: Urgency; icon: typeof IconFlame; text: string } | undefined = due.contested
    ? { urgency: 'amber', icon: IconArrowsSplit2, text: t('badge.contested', facts) }
    : due.leaderDue
      ? { urgency: 'amber', icon: IconAlertTriangle, text: t('badge.leader', facts) }
      : urgency === 'red'
        ? { urgency: 'red', icon: IconFlame, text: t('badge.red', facts) }
        : urgency === 'amber'
          ? { urgency: 'amber', icon: IconAlertTriangle, text: t('badge.amber', facts) }
          : urgency === 'drafting'
            ? { urgency: 'plain', icon: IconClipboardText, text: t('badge.drafting', facts) }
            : undefined;
  if (!shown) return null;
  return (
    <button type="button" className={styles.badge} title={t('badge.open')} tabIndex={-1} onClick={() => shell.go(`/handover/${due.key}`)}>
      <StatusTag urgency={shown.urgency} icon={shown.icon}>
        {shown.text}
      </StatusTag>
    </button>
  );
}
