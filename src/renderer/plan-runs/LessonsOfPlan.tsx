import { planRuns } from '../../shared/plan-runs/contract';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './End.module.css';

export interface ShownLesson {
  key: string;
  at: number;
  author: string;
  text: string;
  proposal: string;
  /** The step it is about, in words or by its code. */
  about: string | undefined;
  /** Number of the run it comes from, where several stand together. */
  number?: string;
}

/** Lessons one under the other, with the edits they propose. */
export function LessonList({ lessons }: { lessons: readonly ShownLesson[] }) {
  const t = useWords('planRuns');
  if (lessons.length === 0) return null;
  return (
    <ul className={styles.lessons}>
      {lessons.map(({ key, at, author, text, proposal, about, number }) => (
        <li key={key} className={styles.lesson}>
          <div className={styles.said}>{text}</div>
          {about !== undefined && about !== '' && <div className={styles.quiet}>{about}</div>}
          {proposal !== '' && (
            <div className={styles.said}>
              <strong>{t('ending.lessons.suggests')}</strong>
              {proposal}
            </div>
          )}
          <div className={styles.quiet}>
            {number !== undefined && `${t('ending.lessons.run', { number })} · `}
            {t('ending.lessons.by', { author, at })}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What runs of a plan taught, for whoever edits it. `stepName` says what a step is called in the version at hand. */
export function LessonsOfPlan({ plan, stepName }: { plan: string; stepName?: (code: string) => string | undefined }) {
  const t = useWords('planRuns');
  const { data, refusal } = useStation(planRuns.lessons, { plan });
  return (
    <Panel title={t('ending.lessons.ofPlan')}>
      {data?.length === 0 && <p className={styles.quiet}>{t('ending.lessons.ofPlanNone')}</p>}
      <LessonList
        lessons={(data ?? []).map(({ run, step, ...lesson }) => ({
          ...lesson,
          key: `${run} ${lesson.at} ${lesson.text}`,
          about: step === undefined ? undefined : (stepName?.(step) ?? step),
        }))}
      />
      <RefusalNote refusal={refusal} />
    </Panel>
  );
}
