import type { ShiftOnDuty } from '../../shared/attendance/contract';
import { dateIn } from '../../shared/time';
import { useWords } from '../i18n/useWords';
import { useZone } from '../station';
import { Notice } from '../widgets/Notice';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import { urgencyOfEnd } from './shift-end';
import styles from './ShiftPage.module.css';

/** The shift in letters that are read from across the room: its name, and how long it still goes. */
export function ShiftHead({ duty, now }: { duty: ShiftOnDuty; now: number }) {
  const t = useWords('attendance');
  const common = useWords('common');
  const zone = useZone();
  const { shift, unrelieved, next } = duty;
  const urgency = urgencyOfEnd(shift.end, unrelieved !== undefined, now);
  return (
    <>
      <div className={styles.head}>
        <div className={styles.shiftName}>{shift.name}</div>
        <div className={styles.shiftFacts}>
          <span>
            {t(dateIn(zone, shift.start) === dateIn(zone, shift.end) ? 'page.span' : 'page.spanNextDay', {
              from: shift.start,
              until: shift.end,
            })}
          </span>
          <span className={styles.shiftTags}>
            <span>
              {t('page.leader')} <strong>{shift.leader?.name ?? t('common:none')}</strong>
            </span>
            {shift.open > 0 && <StatusTag urgency="amber">{t('page.open', { n: shift.open })}</StatusTag>}
            {next && <span className={styles.quiet}>{t('page.next', { shift: next.shift.name, at: next.shift.start })}</span>}
          </span>
        </div>
        <div className={styles.end} data-urgency={urgency}>
          <span className={styles.endWord}>{t(unrelieved ? 'page.over' : 'page.left')}</span>
          <span className={styles.endTime}>
            {ageInWords(common, unrelieved ? now - unrelieved.shift.end : Math.max(0, shift.end - now))}
          </span>
        </div>
      </div>
      {unrelieved && (
        <Notice urgency="red" title={t('page.unrelieved', { shift: unrelieved.shift.name })}>
          {t('page.unrelievedNow', { names: unrelieved.people.map(({ name }) => name).join(t('common:separator')) })}
        </Notice>
      )}
      {shift.contested && (
        <Notice urgency="amber" title={t('page.contested')}>
          {t('page.contestedNow')}
        </Notice>
      )}
      {!shift.rostered && (
        <Notice urgency="amber" title={t('page.unrostered')}>
          {t('page.unrosteredNow')}
        </Notice>
      )}
    </>
  );
}
