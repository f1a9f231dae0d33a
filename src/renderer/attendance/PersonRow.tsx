import { Button } from '@mantine/core';
import { attendance } from '../../shared/attendance/contract';
import { presenceState } from '../../shared/attendance/presence';
import type { Presence } from '../../shared/attendance/record';
import { isOverdue } from '../../shared/attendance/rules';
import { minute } from '../../shared/time';
import { useWords } from '../i18n/useWords';
import { useMay } from '../station';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import { StateTag } from './StateTag';
import styles from './ShiftPage.module.css';

export interface PersonRowProps {
  presence: Presence;
  /** Beginning of the shift. */
  start: number;
  now: number;
  own: boolean;
  busy: boolean;
  onLeave: () => void;
  onReturn: () => void;
  onOut: () => void;
}

/** One person of the shift: how they stand, since when, and the one thing to do about it. */
export function PersonRow({ presence, start, now, own, busy, onLeave, onReturn, onOut }: PersonRowProps) {
  const t = useWords('attendance');
  const common = useWords('common');
  const may = useMay(attendance.leavePost);
  const { person, post, checkedIn, away, checkedOutAt, leftWithoutPermission, checkIns } = presence;
  const state = presenceState(presence, start, now);
  const there = checkedIn !== undefined && checkedOutAt === undefined;
  const facts = [
    checkedIn && t(checkedIn.carriedOver ? 'people.carriedOver' : 'people.at', { at: checkedIn.at }),
    checkedIn && checkedIn.minutesLate > 0 && t('people.late', { late: ageInWords(common, checkedIn.minutesLate * minute) }),
    checkedIn?.reason && t('people.reason', { reason: checkedIn.reason }),
    checkIns > 1 && t('people.checkIns'),
    away && t('people.since', { at: away.since }),
    away?.permission && t('people.permittedBy', { name: away.permission.by.name, means: t(`leave.${away.permission.means}`) }),
    away && t('people.reason', { reason: away.reason }),
    away?.expectedBack !== undefined && !isOverdue(away.expectedBack, now) && t('people.back', { at: away.expectedBack }),
    checkedOutAt !== undefined && t('people.outAt', { at: checkedOutAt }),
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
  return (
    <li className={styles.person} data-gone={checkedOutAt !== undefined || undefined}>
      <div className={styles.state}>
        <StateTag state={state} />
      </div>
      <div className={styles.who}>
        <div className={styles.nameLine}>
          <span className={styles.name}>{person.name}</span>
          <span className={styles.post}>{t(`people.post.${post ?? 'none'}`)}</span>
          {own && <span className={styles.own}>{t('people.own')}</span>}
        </div>
        <div className={styles.facts}>
          {facts.length > 0 && <span>{facts.join(' · ')}</span>}
          {away && isOverdue(away.expectedBack, now) && away.expectedBack !== undefined && (
            <StatusTag urgency="amber">{t('people.overdue', { age: ageInWords(common, now - away.expectedBack) })}</StatusTag>
          )}
          {leftWithoutPermission > 0 && <StatusTag urgency="amber">{t('people.violations', { n: leftWithoutPermission })}</StatusTag>}
        </div>
      </div>
      {may && there && (
        <div className={styles.verbs}>
          {away ? (
            <Button size="sm" loading={busy} onClick={onReturn} aria-label={`${t('people.return')} ${person.name}`}>
              {t('people.return')}
            </Button>
          ) : (
            <Button size="sm" variant="default" onClick={onLeave} aria-label={`${t('people.leave')} ${person.name}`}>
              {t('people.leave')}
            </Button>
          )}
          <Button size="sm" variant="subtle" color="gray" onClick={onOut} aria-label={`${t('people.out')} ${person.name}`}>
            {t('people.out')}
          </Button>
        </div>
      )}
    </li>
  );
}
