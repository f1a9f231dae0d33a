import { planDeciders, plans } from '../../shared/plans/contract';
import { isReviewOverdue } from '../../shared/plans/review-due';
import { dateIn, minute } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { holdsRole, useOfficer, useStation, useZone } from '../station';
import { StatusTag } from '../widgets/StatusTag';
import { choosePlan } from './chosen';
import styles from './PlansPage.module.css';

/** In the top bar of those who keep the plans: how many are due for review, else how many wait for them to decide. Nothing while none is. */
export function PlanBadge() {
  const isDecider = holdsRole(useOfficer(), planDeciders);
  const t = useWords('plans');
  const shell = useShell();
  const zone = useZone();
  const today = dateIn(zone, useNow(minute));
  const cards = useStation(plans.list, {}).data ?? [];
  const overdue = cards.filter(({ reviewDue }) => isReviewOverdue(reviewDue, today));
  const waiting = isDecider ? cards.filter(({ versions }) => versions.some(({ state, own }) => state === 'waiting' && !own)) : [];
  const found = overdue.length > 0 ? overdue : waiting;
  const n = found.length;
  if (n === 0) return null;
  const words = t(found === overdue ? 'bar.overdue' : 'bar.waiting', { n });
  const go = () => {
    choosePlan(found[0]?.code ?? '');
    shell.go('/plans');
  };
  return (
    <button type="button" className={styles.badge} title={words} aria-label={words} onClick={go}>
      <StatusTag urgency={found === overdue ? 'amber' : 'plain'}>
        <span className={styles.badgeWord}>{words}</span>
        <span className={styles.badgeShort}>{t('bar.short', { n })}</span>
      </StatusTag>
    </button>
  );
}
