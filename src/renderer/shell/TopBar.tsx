import { IconBuildingBroadcastTower, IconCircleCheck, IconLock, IconRefresh, IconUsers } from '@tabler/icons-react';
import { Fragment } from 'react';
import { dateIn, timeIn } from '../../shared/time';
import { useNow } from '../clock';
import { useLanguage, useWords } from '../i18n/useWords';
import { holdsRole, useOfficer, useStationState, useUnitStatus } from '../station';
import { StatusTag } from '../widgets/StatusTag';
import { Appearance, BarButton } from './Appearance';
import { useSession } from './session';
import { slices } from './slices';
import styles from './TopBar.module.css';

/** Always there: whose desk this is, who sits at it, what time it is, and whether the station lives. */
export function TopBar() {
  const t = useWords('shell');
  const words = useWords('common');
  const status = useUnitStatus();
  const officer = useOfficer();
  const session = useSession();
  return (
    <header className={styles.bar} aria-label={t('bar.label')}>
      <div className={styles.station}>
        <IconBuildingBroadcastTower size="1.4rem" stroke={1.6} aria-hidden />
        <span className={styles.unit} title={status.data?.unit}>
          {status.data?.unit}
        </span>
        {status.data?.letter && <span className={styles.letter}>{t('station', { letter: status.data.letter })}</span>}
        <LifeSign />
      </div>
      <div className={styles.slots}>
        {slices
          .flatMap(({ badges }) => badges ?? [])
          .filter(({ roles }) => holdsRole(officer, roles))
          .map(({ key, element }) => (
            <Fragment key={key}>{element}</Fragment>
          ))}
      </div>
      <Clock />
      <div className={styles.officer}>
        <span className={styles.name} title={officer.login}>
          {officer.name}
        </span>
        <span className={styles.roles}>{officer.roles.map((role) => words(`roles.${role}`)).join(words('separator'))}</span>
      </div>
      <div className={styles.verbs}>
        <BarButton icon={IconUsers} word={t('bar.change')} label={t('keys.change')} onClick={session.changeOfficer} />
        <BarButton icon={IconLock} word={t('bar.lock')} label={t('keys.lock')} onClick={session.lock} />
        <Appearance />
      </div>
    </header>
  );
}

function LifeSign() {
  const t = useWords('shell');
  const state = useStationState();
  if (state === 'up') {
    return (
      <span className={styles.alive} title={t('bar.up')}>
        <IconCircleCheck size="1.1rem" stroke={1.7} aria-hidden />
        <span>{t('bar.up')}</span>
      </span>
    );
  }
  return (
    <StatusTag urgency={state === 'down' ? 'amber' : 'stale'} icon={IconRefresh}>
      {t(state === 'down' ? 'bar.down' : 'bar.starting')}
    </StatusTag>
  );
}

function Clock() {
  const zone = useUnitStatus().data?.zone;
  const language = useLanguage();
  const now = useNow(1000);
  if (!zone) return <div className={styles.clock} />;
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: zone }).format(now);
  return (
    <div className={styles.clock}>
      <span className={styles.date}>
        {dateIn(zone, now)} {weekday}
      </span>
      <time className={styles.time}>{timeIn(zone, now, true)}</time>
    </div>
  );
}
