import { IconAlertTriangle, IconFlame } from '@tabler/icons-react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { door } from '../../shared/door';
import { second } from '../../shared/time';
import { warnings } from '../../shared/warnings/contract';
import { useAgainAt, useSoundUntilTaken } from '../alarms';
import { useNow } from '../clock';
import { useAnyWord, useWords } from '../i18n/useWords';
import { useKeys, useShell } from '../shell';
import { describeRefusal, useMay, useStation, useTell } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { alarmSentence } from './alarm-words';
import { openWarning } from './open';
import styles from './Warnings.module.css';

const takeKey = 'Ctrl+F12';

/** Across the foot of every screen: reports due, silent units, signatures missing, until somebody takes it. It sounds too, also while locked. */
export function WarningStrip() {
  const t = useWords('warnings');
  const common = useWords('common');
  const word = useAnyWord();
  const shell = useShell();
  const tell = useTell();
  const mayTake = useMay(warnings.takeAlarms);
  const { data, again, since } = useStation(warnings.alarms, {});
  const now = useNow(second);
  useAgainAt(data?.nextChange, { again, since });
  const toTake = (data?.alarms ?? []).filter(({ mine, takenUntil }) => mine && takenUntil === undefined);
  const [first] = toTake;
  const locked = useStation(door.current, {}).data?.locked;
  useEffect(() => {
    if (locked !== undefined) again();
  }, [locked, again]);
  useSoundUntilTaken(data && toTake.map(({ id, about, level, toldAt }) => ({ key: `${id}/${about}/${level}`, level, toldAt })), (n) => ({
    title: t('alarm.note'),
    body: first && !data?.locked ? `${first.title} ${alarmSentence(t, common, first, now)}` : t('alarm.locked', { n }),
  }));
  const take = async () => {
    if (toTake.length === 0) return;
    const answer = await tell(warnings.takeAlarms, { alarms: toTake.map(({ of, id, about, level }) => ({ of, id, about, level })) });
    shell.say(
      answer.ok
        ? t('alarm.taken', { n: answer.value.taken })
        : describeRefusal(word, { ...answer.refusal, procedure: warnings.takeAlarms.name }),
    );
  };
  useKeys(mayTake && first ? [{ key: takeKey, label: t('keys.take'), group: 'station', run: () => void take() }] : []);
  if (!first || !data) return null;
  const urgency = toTake.some(({ level }) => level === 'red') ? 'red' : 'amber';
  const Icon = urgency === 'red' ? IconFlame : IconAlertTriangle;
  if (data.locked) {
    return createPortal(
      <div className={styles.strip} data-urgency={urgency} role="alert" style={{ position: 'fixed', inset: 'auto 0 2.75rem', zIndex: 500 }}>
        <Icon size="1.35rem" stroke={1.9} aria-hidden />
        {t('alarm.locked', { n: toTake.length })}
      </div>,
      document.body,
    );
  }
  return (
    <section className={styles.strip} data-urgency={urgency} aria-label={t('alarm.label')}>
      <Icon size="1.35rem" stroke={1.9} aria-hidden />
      <button type="button" className={styles.most} onClick={() => openWarning(shell, { id: first.warning, number: first.number })}>
        <strong>{alarmSentence(t, common, first, now)}</strong>
        <span className={styles.what}>{first.title}</span>
        <span className={styles.quiet}>{first.number}</span>
      </button>
      {toTake.length > 1 && <span className={styles.since}>{t('alarm.more', { n: toTake.length - 1 })}</span>}
      {mayTake && (
        <button type="button" className={styles.verb} onClick={() => void take()}>
          <KeyHint keys={takeKey} />
          {t('alarm.take')}
        </button>
      )}
    </section>
  );
}
