import { useState } from 'react';
import { plannedActual } from '../../shared/plan-runs/planned-actual';
import { runWords } from '../../shared/plan-runs/plain-words';
import type { RunRecord } from '../../shared/plan-runs/record';
import { minute } from '../../shared/time';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys } from '../shell';
import { EmptyState } from '../widgets/EmptyState';
import { ageInWords } from '../widgets/words-of-age';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './End.module.css';

/** Every step as it was planned against what came of it; the late and the undone can be looked at alone. */
export function PlannedActualTable({ run }: { run: RunRecord }) {
  const t = useWords('planRuns');
  const common = useWords('common');
  const language = useLanguage();
  const { standing: standings } = runWords[language];
  const [onlyOff, setOnlyOff] = useState(false);
  useScreenKeys([{ key: 'V', label: t('ending.keys.off'), run: () => setOnlyOff((before) => !before) }]);
  const steps = run.stepList.map((step) => {
    const actual = plannedActual(step);
    const late = (actual.difference ?? 0) >= minute;
    // What has its time still ahead of it is not held against anybody.
    const open = (step.standing === 'open' || step.standing === 'failed') && (run.endedAt !== undefined || step.urgency === 'red');
    const missed = (actual.rounds?.missed ?? 0) > 0;
    return { step, actual, late, open: open && actual.rounds === undefined, off: late || missed || (open && actual.rounds === undefined) };
  });
  const off = steps.filter((one) => one.off).length;
  const counts = {
    all: steps.length,
    settled: run.settled,
    late: steps.filter((one) => one.late).length,
    open: steps.filter((one) => one.open).length,
  };
  const difference = (ms: number) => {
    if (Math.abs(ms) < minute) return t('ending.planned.inTime');
    return t(ms > 0 ? 'ending.planned.late' : 'ending.planned.early', { time: ageInWords(common, Math.abs(ms)) });
  };
  return (
    <section className={styles.planned} aria-label={t('ending.planned.title')}>
      <header className={styles.plannedHead}>
        <h2 className={styles.heading}>{t('ending.planned.title')}</h2>
        <span className={styles.quiet}>{t('ending.planned.sum', counts)}</span>
        <span className={styles.kinds}>
          <button type="button" className={styles.kind} aria-pressed={!onlyOff} onClick={() => setOnlyOff(false)}>
            {t('ending.planned.all', { n: steps.length })}
          </button>
          <button type="button" className={styles.kind} aria-pressed={onlyOff} title="V" onClick={() => setOnlyOff(true)}>
            {t('ending.planned.off', { n: off })}
          </button>
        </span>
      </header>
      <div className={styles.plannedRoom}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('ending.planned.step')}</th>
              <th className={styles.at}>{t('ending.planned.due')}</th>
              <th className={styles.at}>{t('ending.planned.done')}</th>
              <th className={styles.gap}>{t('ending.planned.difference')}</th>
              <th className={styles.who}>{t('ending.planned.by')}</th>
            </tr>
          </thead>
          {run.phases.map((phase) => {
            const own = steps.filter(({ step, off: isOff }) => step.phase === phase.code && (!onlyOff || isOff));
            if (own.length === 0) return null;
            return (
              <tbody key={phase.code}>
                <tr className={styles.phase}>
                  <th colSpan={5}>{phase.name[language]}</th>
                </tr>
                {own.map(({ step, actual: { due, settledAt, difference: gap, by, rounds }, late, open }) => (
                  <tr key={step.code}>
                    <td>
                      <div className={styles.stepWords} title={step.what[language]}>
                        {step.critical && <strong className={styles.critical}>{t('ending.planned.critical')}</strong>}
                        {step.what[language]}
                      </div>
                    </td>
                    <td className={styles.at}>{due !== undefined && <ZoneTime at={due} />}</td>
                    <td className={styles.at}>
                      {step.standing !== 'done' && !rounds && (
                        <div className={open ? styles.undone : styles.quiet}>{standings[step.standing]}</div>
                      )}
                      {settledAt !== undefined && <ZoneTime at={settledAt} />}
                      {rounds && <div className={styles.quiet}>{t('ending.planned.rounds', rounds)}</div>}
                    </td>
                    <td className={late ? `${styles.gap} ${styles.undone}` : styles.gap}>{gap !== undefined && difference(gap)}</td>
                    <td className={styles.who}>{by}</td>
                  </tr>
                ))}
              </tbody>
            );
          })}
        </table>
        {onlyOff && off === 0 && <EmptyState title={t('ending.planned.none')} />}
      </div>
    </section>
  );
}
