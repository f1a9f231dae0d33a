import { Button } from '@mantine/core';
import { IconCircleCheck, IconFileSettings, IconInfoCircle, IconRefresh } from '@tabler/icons-react';
import { serviceProfiles } from '../../shared/service-profiles/contract';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useMay, useStationState, useUnitStatus } from '../station';
import { Facts } from '../widgets/Facts';
import { Notice } from '../widgets/Notice';
import { Page } from '../widgets/Page';
import { Panel } from '../widgets/Panel';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './unit.module.css';

/** How this station is doing; entries are counted again every few seconds, no push announces them. */
export function StationPage() {
  const t = useWords('unit');
  const state = useStationState();
  const status = useUnitStatus(5_000);
  const now = useNow(1_000);
  const shell = useShell();
  const mayReadProfiles = useMay(serviceProfiles.list);
  const { data } = status;
  return (
    <Page title={t('status.title')} now={t('status.now')} actions={<StaleMark stale={status.stale} since={status.since} />}>
      <div className={styles.column}>
        <Panel>
          <Facts
            facts={[
              [
                t('status.state'),
                state === 'up' ? (
                  <StatusTag key="up" icon={IconCircleCheck}>
                    {t('status.up')}
                  </StatusTag>
                ) : (
                  <StatusTag key="down" urgency="amber" icon={IconRefresh}>
                    {t(`status.${state}`)}
                  </StatusTag>
                ),
              ],
              [t('status.unit'), data?.unit],
              [t('status.letter'), data?.letter],
              [t('status.station'), data?.station],
              [t('status.zone'), data?.zone],
              [t('status.time'), <ZoneTime key="now" at={now} show="dateTime" seconds />],
              [t('status.version'), data?.version],
              [t('status.entries'), data?.entries.toLocaleString('en')],
              [t('status.movedAside'), data ? (data.movedAside ?? t('status.movedNone')) : undefined],
            ]}
          />
        </Panel>
        {mayReadProfiles && (
          <Button
            variant="default"
            leftSection={<IconFileSettings size="1.1rem" aria-hidden />}
            onClick={() => shell.go('/service-profiles')}
            style={{ alignSelf: 'start' }}
          >
            {t('status.profiles')}
          </Button>
        )}
        <Notice icon={IconInfoCircle}>{t('status.restarts')}</Notice>
      </div>
    </Page>
  );
}
