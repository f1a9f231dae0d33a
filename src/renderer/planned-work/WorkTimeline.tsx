import type { WorkRecord } from '../../shared/planned-work/record';
import { useWords } from '../i18n/useWords';
import { ZoneTime } from '../widgets/ZoneTime';
import { momentLines, momentTitle } from './moment-words';
import styles from './PlannedWork.module.css';

/** Who did what, when, at which station; the newest first. */
export function WorkTimeline({ work }: { work: WorkRecord }) {
  const t = useWords('plannedWork');
  const common = useWords('common');
  return (
    <ol className={styles.timeline}>
      {work.timeline.toReversed().map((moment) => (
        <li key={moment.entry} className={styles.moment}>
          <div className={styles.quiet}>
            <ZoneTime at={moment.at} />
          </div>
          <div className={styles.what}>
            <div className={styles.did}>{momentTitle(t, moment)}</div>
            <div className={styles.quiet}>
              {moment.author || t('moment.station')}
              {' · '}
              {t('moment.at', { letter: moment.letter })}
            </div>
            {momentLines(t, common, moment).map((line) => (
              <div key={line} className={styles.said}>
                {line}
              </div>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
