import { IconAlertTriangle, IconFlame } from '@tabler/icons-react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { isToTake } from '../../shared/faults/alarm-list';
import { faults } from '../../shared/faults/contract';
import { alarms as alarmsContract } from '../../shared/alarms/contract';
import { door } from '../../shared/door';
import { second } from '../../shared/time';
import { useNow } from '../clock';
import { useLanguage, useWords } from '../i18n/useWords';
import { useKeys, useShell } from '../shell';
import { useDeskShell, useMay, useStation } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { StatusTag } from '../widgets/StatusTag';
import styles from './Alarms.module.css';
import { alarmPlace, alarmSentence } from './alarm-words';
import { openAlarms, readAlarms } from './open';
import { useAgainAt, useAlarms, useMute } from './useAlarms';
import { useSounding } from './useSounding';
import { useTake } from './useTake';

/** One key shows every alarm, another takes what is shown. */
const openKey = 'F10';
const takeKey = 'F12';

/** Across the foot of every screen: what the officer has still to take, the most urgent in words. It sounds too, also while locked. */
export function AlarmStrip() {
  const t = useWords('alarms');
  const common = useWords('common');
  const language = useLanguage();
  const shell = useShell();
  const take = useTake();
  const mayTake = useMay(faults.takeAlarms);
  const { onOpened } = useDeskShell();
  const { data, again, since } = useAlarms();
  const desk = useStation(alarmsContract.desk, {});
  const mute = useMute();
  const now = useNow(second);
  const toTake = (data?.alarms ?? []).filter(isToTake);
  const [first] = toTake;
  const counts = data?.counts;
  const { redToTake = 0, amberToTake = 0 } = counts ?? {};
  useAgainAt(data?.nextChange, { again, since });
  const unknown = desk.data === undefined && desk.refusal === undefined;
  useSounding(data?.alarms, redToTake, unknown ? undefined : mute !== undefined);
  // On a desk that is locked nothing may be named any more; what was asked before still is.
  const locked = useStation(door.current, {}).data?.locked;
  useEffect(() => {
    if (locked !== undefined) again();
  }, [locked, again]);
  useEffect(readAlarms, []);
  useEffect(() => onOpened(({ kind, id, title }) => shell.open(kind, { id, title })), [onOpened, shell]);
  useKeys([
    { key: openKey, label: t('keys.open'), group: 'station', run: () => openAlarms(shell) },
    ...(mayTake ? [{ key: takeKey, label: t('keys.take'), group: 'station' as const, run: () => void take(toTake) }] : []),
  ]);
  if (!first || !data) return null;
  const urgency = redToTake > 0 ? 'red' : 'amber';
  const Icon = urgency === 'red' ? IconFlame : IconAlertTriangle;
  if (data.locked) {
    // Over the locked screen: how urgent it is, and nothing of what.
    return createPortal(
      <div className={styles.overLock} data-urgency={urgency} role="alert">
        <Icon size="1.35rem" stroke={1.9} aria-hidden />
        {t('strip.locked', { red: redToTake, amber: amberToTake })}
      </div>,
      document.body,
    );
  }
  return (
    <section className={styles.strip} data-urgency={urgency} aria-label={t('strip.label')}>
      <button type="button" className={styles.most} onClick={() => shell.open('fault', { id: first.id, title: first.number })}>
        <Icon className={styles.icon} size="1.35rem" stroke={1.9} aria-hidden />
        <strong className={styles.sentence}>{alarmSentence(t, common, language, first, now)}</strong>
        <span className={styles.place}>{alarmPlace(first)}</span>
        <span className={styles.number}>{first.number}</span>
      </button>
      {toTake.length > 1 && (
        <span className={styles.more}>
          {t('strip.more', { n: redToTake + amberToTake - 1 })}
          {redToTake > 0 && <StatusTag urgency="red">{t('strip.count.red', { n: redToTake })}</StatusTag>}
          {amberToTake > 0 && <StatusTag urgency="amber">{t('strip.count.amber', { n: amberToTake })}</StatusTag>}
        </span>
      )}
      <button type="button" className={styles.verb} onClick={() => openAlarms(shell)}>
        <KeyHint keys={openKey} />
        {t('keys.open')}
      </button>
      {mayTake && (
        <button type="button" className={styles.verb} onClick={() => void take(toTake)}>
          <KeyHint keys={takeKey} />
          {t('keys.take')}
        </button>
      )}
    </section>
  );
}
