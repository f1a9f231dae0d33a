import { useEffect } from 'react';
import type { OutputOf } from '../../shared/contract';
import { faults } from '../../shared/faults/contract';
import { dateIn, hour, minute, second, timeIn } from '../../shared/time';
import { now, useNow } from '../clock';
import { i18next } from '../i18n/i18n';
import { rememberedLanguage } from '../i18n/languages';
import { useLanguage, useWords } from '../i18n/useWords';
import { useStation, useUnitStatus } from '../station';
import { DayCurve } from './DayCurve';
import styles from './WallScreen.module.css';
import { WallRow } from './WallRow';
import { WallRuns } from './WallRuns';
import { WallWarnings } from './WallWarnings';

type Wall = OutputOf<typeof faults.wall>;

/** The wall: read from three metres, nothing to press. Without an officer at the desk it shows the time alone. */
export function WallScreen() {
  const t = useWords('wall');
  const language = useLanguage();
  const status = useUnitStatus(minute);
  const { data, refusal, stale, again } = useStation(faults.wall, {}, { every: minute });
  const at = useNow(second);
  const zone = status.data?.zone ?? 'Asia/Shanghai';
  useFollowedLanguage();
  const nextChange = data?.nextChange;
  useEffect(() => {
    if (nextChange === undefined) return;
    const timer = setTimeout(again, Math.min(hour, Math.max(second, nextChange - now())));
    return () => clearTimeout(timer);
  }, [nextChange, again]);

  // A refusal that is no mishap: nobody is signed in, or has another office. What was shown before is not theirs to leave behind.
  const closed = refusal !== undefined && ['notSignedIn', 'notAllowed', 'notFounded', 'sessionLocked'].includes(refusal.code);
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: zone }).format(at);
  return (
    <div className={styles.wall} data-stale={stale || undefined}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          <span className={styles.unit}>{status.data?.unit}</span>
          {t('title')}
        </h1>
        {data && !closed && <OnDuty wall={data} />}
        <div className={styles.clock}>
          <span className={styles.date}>
            {dateIn(zone, at)} {weekday}
          </span>
          <time className={styles.time}>{timeIn(zone, at, true)}</time>
        </div>
      </header>
      <WallWarnings />
      <WallRuns now={at} />
      {closed || !data ? (
        <div className={styles.nothing}>
          {closed && (
            <>
              <strong>{t('signedOut')}</strong>
              <span>{t('signedOutNow')}</span>
            </>
          )}
        </div>
      ) : (
        <>
          <Figures figures={data.figures} />
          <div className={styles.below} data-locked={data.locked || undefined}>
            {!data.locked && (
              <section className={styles.urgent} aria-label={t('urgent')}>
                <h2 className={styles.heading}>{t('urgent')}</h2>
                {data.cards.length === 0 ? (
                  <p className={styles.none}>{t('none')}</p>
                ) : (
                  <ol className={styles.rows}>
                    {data.cards.map((card) => (
                      <WallRow key={card.id} card={card} now={at} />
                    ))}
                  </ol>
                )}
              </section>
            )}
            <DayCurve curve={data.curve} zone={zone} />
          </div>
        </>
      )}
    </div>
  );
}

function Figures({ figures }: { figures: Wall['figures'] }) {
  const t = useWords('wall');
  const { availability } = figures;
  const percent =
    availability === undefined ? t('figure.unknown') : t('figure.percent', { n: (Math.floor(availability * 1_000) / 10).toFixed(1) });
  const tiles = [
    { key: 'open', value: figures.open },
    { key: 'red', value: figures.red, urgency: 'red' },
    { key: 'amber', value: figures.amber, urgency: 'amber' },
    { key: 'highRisk', value: figures.highRisk, urgency: 'red' },
    { key: 'waiting', value: figures.waiting },
    { key: 'reportedToday', value: figures.reportedToday },
    { key: 'closedToday', value: figures.closedToday },
    { key: 'availability', value: percent },
  ] as const;
  return (
    <dl className={styles.figures}>
      {tiles.map((tile) => (
        <div key={tile.key} className={styles.figure} data-urgency={'urgency' in tile && tile.value > 0 ? tile.urgency : undefined}>
          <dt>{t(`figure.${tile.key}`)}</dt>
          <dd>{tile.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function OnDuty({ wall: { locked, onDuty } }: { wall: Wall }) {
  const t = useWords('wall');
  const common = useWords('common');
  if (locked) return <p className={styles.duty}>{t('locked')}</p>;
  if (!onDuty) return null;
  const { shift, end, leader, officers } = onDuty;
  return (
    <p className={styles.duty}>
      <span>
        {shift} {t('duty.until', { at: end })}
      </span>
      {leader === undefined && officers.length === 0 && <span>{t('duty.nobody')}</span>}
      {leader !== undefined && (
        <span>
          {t('duty.leader')} <strong>{leader}</strong>
        </span>
      )}
      {officers.length > 0 && (
        <span>
          {t('duty.officers')} <strong>{officers.join(common('separator'))}</strong>
        </span>
      )}
    </p>
  );
}

/** The wall speaks what the desk speaks: the other window says when that changes. */
function useFollowedLanguage(): void {
  useEffect(() => {
    const follow = () => void i18next.changeLanguage(rememberedLanguage());
    window.addEventListener('storage', follow);
    return () => window.removeEventListener('storage', follow);
  }, []);
}
