import { IconAlertTriangle, IconFlame } from '@tabler/icons-react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { door } from '../../shared/door';
import { planRuns } from '../../shared/plan-runs/contract';
import { second } from '../../shared/time';
import { useAgainAt, useSoundUntilTaken } from '../alarms';
import { useNow } from '../clock';
import { useLanguage, useWords } from '../i18n/useWords';
import { useKeys, useShell } from '../shell';
import { useStation } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { alarmSentence, alarmsInOrder } from './alarm-words';
import { openRun } from './open';
import { DrillTag } from './RunMarks';
import styles from './Runs.module.css';
import { useTakeRunAlarms } from './useTakeRunAlarms';

const takeKey = 'Shift+F12';

/** Across the foot of every screen: what of a running plan is due, over, unfilled or failed and told to the officer, until somebody takes it. It sounds too, also while locked. */
export function RunStrip() {
  const t = useWords('planRuns');
  const common = useWords('common');
  const language = useLanguage();
  const shell = useShell();
  const take = useTakeRunAlarms();
  const { data, again, since } = useStation(planRuns.alarms, {});
  const now = useNow(second);
  useAgainAt(data?.nextChange, { again, since });
  const toTake = alarmsInOrder((data?.alarms ?? []).filter(({ mine, takenBy }) => mine && takenBy === undefined));
  const [first] = toTake;
  const locked = useStation(door.current, {}).data?.locked;
  useEffect(() => {
    if (locked !== undefined) again();
  }, [locked, again]);
  useSoundUntilTaken(data && toTake.map(({ run, key, level, since: toldAt }) => ({ key: `${run}/${key}`, level, toldAt })), (n) => ({
    title: t('alarm.note'),
    body: first && !data?.locked ? `${first.title[language]} ${alarmSentence(t, common, language, first, now)}` : t('alarm.locked', { n }),
  }));
  useKeys(first ? [{ key: takeKey, label: t('keys.take'), group: 'station', run: () => void take(toTake) }] : []);
  if (!first || !data) return null;
  const urgency = toTake.some(({ level }) => level === 'red') ? 'red' : 'amber';
  const Icon = urgency === 'red' ? IconFlame : IconAlertTriangle;
  if (data.locked) {
    return createPortal(
      <div className={styles.strip} data-urgency={urgency} role="alert" style={{ position: 'fixed', inset: 'auto 0 5.5rem', zIndex: 500 }}>
        <Icon size="1.35rem" stroke={1.9} aria-hidden />
        {t('alarm.locked', { n: toTake.length })}
      </div>,
      document.body,
    );
  }
  return (
    <section className={styles.strip} data-urgency={urgency} aria-label={t('alarm.label')}>
      <Icon size="1.35rem" stroke={1.9} aria-hidden />
      <button type="button" className={styles.most} onClick={() => openRun(shell, { id: first.run })}>
        {first.drill && <DrillTag />}
        <strong className={styles.cut}>{alarmSentence(t, common, language, first, now)}</strong>
        <span className={styles.stripTitle}>{first.title[language]}</span>
        <span className={styles.quiet}>{first.number}</span>
      </button>
      {toTake.length > 1 && <span className={styles.bannerFact}>{t('alarm.more', { n: toTake.length - 1 })}</span>}
      <button type="button" className={styles.verb} onClick={() => void take(toTake)}>
        <KeyHint keys={takeKey} />
        {t('alarm.take')}
      </button>
    </section>
  );
}
