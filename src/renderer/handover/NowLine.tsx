import { IconAlertTriangle, IconFlame } from '@tabler/icons-react';
import type { HandoverView } from '../../shared/handover/contract';
import { draftedBefore, urgencyOf } from '../../shared/handover/limits';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import styles from './HandoverPage.module.css';

/** What now, in one line: who must act, what, and how long is left. */
export function NowLine({ view, open }: { view: HandoverView; open: number }) {
  const t = useWords('handover');
  const common = useWords('common');
  const now = useNow(1_000);
  const { shift, phase, version, expected } = view;
  const takenOver = phase === 'takenOver' || phase === 'complete';
  const urgency = urgencyOf(shift.end, takenOver, now);
  const distance = Math.abs(shift.end - now);
  // The last ten minutes count in seconds, everything else in minutes.
  const left = ageInWords(common, distance < minute ? distance : distance - (distance % minute));
  const names = (signers: readonly { name: string }[]) => signers.map(({ name }) => name).join(t('common:separator')) || t('now.nobody');
  const all = view.content.items.filter(({ kind }) => kind !== 'sealed').length;
  const facts = {
    left,
    shift: shift.name,
    end: shift.end,
    done: all - open,
    all,
    name: (phase === 'takenOver' ? version?.incoming[0]?.name : version?.outgoing?.name) ?? '',
  };
  const over = now >= shift.end;
  const sentence = {
    draft: () =>
      over
        ? t('now.draftOver', { ...facts, who: names(expected.outgoing) })
        : t(now < shift.end - draftedBefore ? 'now.tooEarly' : 'now.draft', { ...facts, who: names(expected.outgoing) }),
    outgoingSigned: () => t(over ? 'now.outgoingSignedOver' : 'now.outgoingSigned', { ...facts, who: names(expected.incoming) }),
    takenOver: () => t('now.takenOver', { ...facts, who: names(expected.leader) }),
    complete: () => t('now.complete'),
    // What was signed by all three may still be two, or no longer what was signed.
    contested: () => t('now.contested', { ...facts, who: names(expected.leader) }),
    broken: () => t('now.broken'),
  }[version?.intact === false ? 'broken' : view.contested && takenOver ? 'contested' : phase]();
  return (
    <div className={styles.now}>
      {(urgency === 'amber' || urgency === 'red') && (
        <StatusTag urgency={urgency} icon={urgency === 'red' ? IconFlame : IconAlertTriangle}>
          {t(`now.${urgency}`)}
        </StatusTag>
      )}
      {version && version.minutesLate > 0 && (
        <StatusTag urgency="amber" icon={IconAlertTriangle}>
          {t('now.late', { n: version.minutesLate })}
        </StatusTag>
      )}
      <span>{sentence}</span>
    </div>
  );
}
