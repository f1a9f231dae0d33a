import { Button } from '@mantine/core';
import { IconAlertTriangle, IconSchool } from '@tabler/icons-react';
import { planRuns } from '../../shared/plan-runs/contract';
import { day } from '../../shared/time';
import { useNow } from '../clock';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useMay, useStation, useZone } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './End.module.css';
import { openActivate, openRun } from './open';
import { quarterEnd, quarterParts } from './quarter-dates';

/** Drills quarter by quarter (domain.md 3, P2): the present one first, a missed one in sight. */
export function DrillsScreen() {
  const t = useWords('planRuns');
  const language = useLanguage();
  const shell = useShell();
  const zone = useZone();
  const now = useNow(day);
  const may = useMay(planRuns.activate);
  const { data, refusal, stale, since } = useStation(planRuns.drills, {});
  const start = () => openActivate(shell, { drill: true });
  useScreenKeys(may ? [{ key: 'N', label: t('drillsScreen.keys.start'), run: start }] : []);
  const present = data?.[0];
  const button = may && (
    <Button leftSection={<IconSchool size="1.1rem" aria-hidden />} rightSection={<KeyHint keys="N" />} onClick={start}>
      {t('drillsScreen.start')}
    </Button>
  );
  const end = present && quarterEnd(present.quarter, zone, now);
  return (
    <Page title={t('drillsScreen.title')} now={t('drillsScreen.now')} actions={button}>
      <StaleMark stale={stale} since={since} />
      {present?.held.length === 0 && end && (
        <Notice urgency="amber" title={t('drillsScreen.notYet')}>
          {t('drillsScreen.notYetHint', { date: end.date, n: end.left })}
        </Notice>
      )}
      <ol className={styles.quarters}>
        {data?.map(({ quarter, held, missed }, at) => (
          <li key={quarter} className={styles.quarter} data-missed={missed || undefined}>
            <div className={styles.quarterHead}>
              <h2 className={styles.heading}>{t('drillsScreen.quarter', quarterParts(quarter))}</h2>
              {at === 0 && <span className={styles.quiet}>{t('drillsScreen.present')}</span>}
              {missed ? (
                <StatusTag urgency="amber" icon={IconAlertTriangle}>
                  {t('drillsScreen.missed')}
                </StatusTag>
              ) : (
                <span>
                  {held.length > 0 ? t('drillsScreen.held', { n: held.length }) : t(at === 0 ? 'drillsScreen.none' : 'drillsScreen.before')}
                </span>
              )}
            </div>
            {held.map(({ id, number, title, at: when }) => (
              <button key={id} type="button" className={styles.held} onClick={() => openRun(shell, { id }, 'end')}>
                <ZoneTime at={when} show="dateTime" />
                <span className={styles.heldTitle}>{title[language]}</span>
                <span className={styles.quiet}>{number}</span>
              </button>
            ))}
          </li>
        ))}
      </ol>
      <RefusalNote refusal={refusal} />
    </Page>
  );
}
