import { IconAlertTriangle, IconFlame } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { faults } from '../../shared/faults/contract';
import { second } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useDeskShell, useStation } from '../station';
import styles from './Alarms.module.css';
import { play } from './sounds';
import { redAgain } from './soundings';
import { useAgainAt } from './useAlarms';

/** At the door, while nobody is signed in: how many alarms wait, and their sound. Nothing is named, and taking needs a sign-in. */
export function DoorAlarms() {
  const t = useWords('alarms');
  const { notify } = useDeskShell();
  const { data, again, since } = useStation(faults.unattended, {});
  useAgainAt(data?.nextChange, { again, since });
  const now = useNow(second);
  const { red = 0, amber = 0, toldAt, mutedUntil } = data ?? {};
  const muted = mutedUntil !== undefined && now < mutedUntil;
  const heard = useRef<number>(undefined);
  const urgency = red > 0 ? 'red' : 'amber';
  const line = t('strip.door', { red, amber });

  useEffect(() => {
    if (toldAt === undefined || muted || toldAt <= (heard.current ?? 0)) return;
    heard.current = toldAt;
    play(urgency);
    if (urgency === 'red') void notify({ title: t('note.red'), body: line, urgent: true });
  }, [toldAt, muted, urgency, line, notify, t]);

  const sounding = red > 0 && !muted;
  useEffect(() => {
    if (!sounding) return;
    const timer = setInterval(() => play('red'), redAgain);
    return () => clearInterval(timer);
  }, [sounding]);

  if (red + amber === 0) return null;
  const Icon = red > 0 ? IconFlame : IconAlertTriangle;
  return (
    <div className={styles.overLock} data-urgency={urgency} role="alert">
      <Icon size="1.35rem" stroke={1.9} aria-hidden />
      {line}
    </div>
  );
}
