import { Button, Loader } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { journal, type Verification } from '../../shared/journal/contract';
import type { Instant } from '../../shared/time';
import { now } from '../clock';
import { useAnyWord, useWords } from '../i18n/useWords';
import { refusalOf, type StationRefusal, useAsk } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { Facts } from '../widgets/Facts';
import { Notice } from '../widgets/Notice';
import { Page } from '../widgets/Page';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './VerifyPage.module.css';

/** The whole journal checked on demand. Only when asked: it reads every entry, and an old result must not look like a new one. */
export function VerifyPage() {
  const t = useWords('journal');
  const ask = useAsk();
  const [running, setRunning] = useState(false);
  const [result, setResult] = useState<{ verification: Verification; at: Instant }>();
  const [refusal, setRefusal] = useState<StationRefusal>();

  const run = async () => {
    setRunning(true);
    setRefusal(undefined);
    try {
      setResult({ verification: await ask(journal.verify, {}), at: now() });
    } catch (thrown) {
      setRefusal(refusalOf(thrown, journal.verify.name));
    }
    setRunning(false);
  };

  return (
    <Page
      title={t('verify.title')}
      now={t('verify.now')}
      actions={
        <Button
          onClick={() => void run()}
          disabled={running}
          leftSection={running ? <Loader size="xs" color="gray" /> : <IconShieldCheck size="1.15rem" aria-hidden />}
        >
          {t(running ? 'verify.running' : result ? 'verify.again' : 'verify.run')}
        </Button>
      }
    >
      <div className={styles.result} aria-live="polite">
        <RefusalNote refusal={refusal} />
        {result ? (
          <VerificationResult {...result} />
        ) : (
          <Panel>
            <EmptyState icon={IconShieldCheck} title={t('verify.never')}>
              {t('verify.neverNow')}
            </EmptyState>
          </Panel>
        )}
      </div>
    </Page>
  );
}

function VerificationResult({ verification, at }: { verification: Verification; at: Instant }) {
  const t = useWords('journal');
  const word = useAnyWord();
  const { sound, broken, altered } = verification;
  return (
    <>
      {sound ? (
        <Notice title={t('verify.sound')} />
      ) : (
        <Notice urgency="red" title={t('verify.broken')}>
          {t('verify.brokenNow')}
        </Notice>
      )}
      {altered.length > 0 && (
        <Panel title={t('verify.altered')}>
          <Facts
            facts={altered.map(({ stream, about }) => [
              word([`journal:signed.${stream.slice(0, stream.indexOf(':'))}`, 'journal:signed.other']),
              about,
            ])}
          />
        </Panel>
      )}
      {broken && (
        <Panel title={t('verify.first')}>
          <Facts
            facts={[
              [t('verify.number'), `${broken.letter}-${broken.seq}`],
              [t('verify.reason'), word([`journal:reason.${broken.reason}`, 'journal:reason.other'], { code: broken.reason })],
              [t('verify.id'), broken.id],
            ]}
          />
        </Panel>
      )}
      <Panel>
        <Facts
          facts={[
            [t('verify.at'), <ZoneTime key="at" at={at} show="dateTime" seconds relative />],
            [t('verify.entries'), verification.entries.toLocaleString('en')],
            [t('verify.stations'), verification.stations],
            [t('verify.signatures'), verification.signatures.toLocaleString('en')],
            [t('verify.took'), t('verify.tookValue', { n: verification.milliseconds.toLocaleString('en') })],
          ]}
        />
      </Panel>
    </>
  );
}
