import type { Moment } from '../../shared/faults/record';
import { minute } from '../../shared/time';
import { useWords } from '../i18n/useWords';
import { ZoneTime } from '../widgets/ZoneTime';
import { momentLines, momentTitle } from './moment-words';
import styles from './FaultPanel.module.css';

/** Who did what, when, at which station; the newest first. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  const t = useWords('faults');
  return (
    <ol className={styles.timeline}>
      {moments.toReversed().map((moment) => (
        <li key={moment.entry} className={styles.moment}>
          <div className={styles.when}>
            <ZoneTime at={moment.at} />
          </div>
          <div className={styles.what}>
            <div className={styles.title}>{momentTitle(t, moment)}</div>
            <div className={styles.who}>
              {moment.by.name}
              {' · '}
              {t('moment.at', { letter: moment.letter })}
              {moment.happenedAt !== undefined && Math.abs(moment.at - moment.happenedAt) >= minute && (
                <>
                  {' · '}
                  {t('moment.told', { at: moment.happenedAt })}
                </>
              )}
            </div>
            {momentLines(t, moment).map((line) => (
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
