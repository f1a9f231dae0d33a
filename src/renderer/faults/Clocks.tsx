import { IconAlertTriangle, IconCheck, IconFlame, IconPlayerPause, IconX } from '@tabler/icons-react';
import type { ClockOfFault, FaultRecord } from '../../shared/faults/record';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './Clocks.module.css';
import { type ClockReading, readClock, runningTime } from './clock-reading';
import type { NamedProfile } from './useProfile';

/** Every clock of a fault, running by itself: those that are owed with a bar, due first; those that were met or ended in one line. */
export function Clocks({ fault, named }: { fault: FaultRecord; named: NamedProfile }) {
  const t = useWords('faults');
  const now = useNow(1_000);
  if (fault.clocks.length === 0) return null;
  const owed = fault.clocks
    .filter(({ standing }) => standing === 'running' || standing === 'paused')
    .map((clock) => ({ clock, reading: readClock(clock, now) }))
    .sort(
      (one, other) =>
        Number(one.clock.standing === 'paused') - Number(other.clock.standing === 'paused') ||
        (one.reading.left ?? 0) - (other.reading.left ?? 0),
    );
  const stopped = fault.clocks.filter(({ standing }) => standing === 'met' || standing === 'ended');
  return (
    <section className={styles.clocks} aria-label={t('clocks.title')}>
      {owed.map(({ clock, reading }) => (
        <Owed key={`${clock.clock} ${clock.round}`} clock={clock} reading={reading} named={named} />
      ))}
      {stopped.length > 0 && (
        <div className={styles.stopped}>
          {stopped.map((clock) => (
            <Stopped key={`${clock.clock} ${clock.round}`} clock={clock} named={named} />
          ))}
        </div>
      )}
    </section>
  );
}

function Owed({ clock, reading, named }: { clock: ClockOfFault; reading: ClockReading; named: NamedProfile }) {
  const t = useWords('faults');
  const common = useWords('common');
  const { share, urgency, left = 0 } = reading;
  const { days, text } = runningTime(left);
  const time = days > 0 ? t('clocks.days', { n: days, rest: text }) : text;
  const paused = clock.standing === 'paused';
  const word = paused ? (left < 0 ? 'clocks.pausedOver' : 'clocks.pausedLeft') : left < 0 ? 'clocks.over' : 'clocks.left';
  const Sign = paused ? IconPlayerPause : urgency === 'red' ? IconFlame : urgency === 'amber' ? IconAlertTriangle : undefined;
  return (
    <div className={styles.clock} data-urgency={urgency} data-standing={clock.standing}>
      <span className={styles.name}>
        {named.say(clock.name)}
        {clock.round > 1 && <StatusTag>{t('clocks.round', { n: clock.round })}</StatusTag>}
      </span>
      <div
        className={styles.bar}
        role="meter"
        aria-label={named.say(clock.name)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={t(word, { time })}
      >
        <div className={styles.used} style={{ width: `${share * 100}%` }} />
      </div>
      <span className={styles.left} title={urgency === 'plain' ? undefined : t(`clocks.${urgency}`)}>
        {Sign && <Sign size="1.05em" aria-hidden />}
        {t(word, { time })}
      </span>
      <span className={styles.under}>
        <span className={styles.quiet}>{t('clocks.limit', { limit: ageInWords(common, clock.limit) })}</span>
        {clock.dueAt !== undefined && !paused && (
          <span className={styles.quiet}>
            <Due at={clock.dueAt} />
          </span>
        )}
      </span>
    </div>
  );
}

/** The time alone for today, with the date otherwise. */
function Due({ at }: { at: number }) {
  const t = useWords('faults');
  const [before, after] = t('clocks.dueShort', { at: '\u0000' }).split('\u0000');
  return (
    <>
      {before}
      <ZoneTime at={at} />
      {after}
    </>
  );
}

function Stopped({ clock, named }: { clock: ClockOfFault; named: NamedProfile }) {
  const t = useWords('faults');
  const common = useWords('common');
  const { standing, late, used, round } = clock;
  const name = [named.say(clock.name), round > 1 && t('clocks.round', { n: round })].filter(Boolean).join(' ');
  const facts = { name, used: ageInWords(common, used) };
  if (standing === 'ended') {
    return (
      <StatusTag urgency={late ? 'red' : 'plain'} icon={late ? undefined : IconX}>
        {t(late ? 'clocks.endedLate' : 'clocks.ended', facts)}
      </StatusTag>
    );
  }
  return (
    <StatusTag urgency={late ? 'red' : 'plain'} icon={late ? undefined : IconCheck}>
      {t(late ? 'clocks.metLate' : 'clocks.met', facts)}
    </StatusTag>
  );
}
