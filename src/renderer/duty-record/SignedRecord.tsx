import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DutyRecordContent } from '../../shared/duty-record/content';
import { dutyRecord, type DutyRecord } from '../../shared/duty-record/contract';
import { useWords } from '../i18n/useWords';
import { useMay } from '../station';
import { Facts } from '../widgets/Facts';
import { Notice } from '../widgets/Notice';
import { CorrectForm } from './CorrectForm';
import { DraftFacts } from './DraftFacts';
import styles from './DutyRecord.module.css';
import { Soundness } from './Soundness';

/** A duty record exactly as it was signed, and the corrections that stand beside it. */
export function SignedRecord({ record }: { record: DutyRecord }) {
  const t = useWords('dutyRecord');
  const may = useMay(dutyRecord.correct);
  const [correcting, setCorrecting] = useState(false);
  const { signed, alsoSigned, corrections } = record;
  return (
    <div className={styles.record}>
      <Content {...signed} />
      {alsoSigned.length > 0 && (
        <Notice urgency="amber" title={t('signed.also')}>
          {t('signed.alsoNow')}
        </Notice>
      )}
      {alsoSigned.map((other) => (
        <Content key={other.entry} {...other} />
      ))}
      {corrections.length > 0 && <h3 className={styles.heading}>{t('signed.corrections')}</h3>}
      {corrections.map(({ entry, content, hash, sound }) => (
        <section key={entry} className={styles.correction}>
          <div className={styles.quiet}>{t('signed.at', { name: content.signer.name, at: content.signedAt, letter: content.station })}</div>
          <div className={styles.running}>{content.text}</div>
          <div className={styles.quiet}>
            {t('signed.reasonLabel')} {content.reason}
          </div>
          <Soundness content={content} hash={hash} sound={sound} />
        </section>
      ))}
      {may && correcting && <CorrectForm record={record} onDone={() => setCorrecting(false)} />}
      {may && !correcting && (
        <div>
          <Button variant="default" onClick={() => setCorrecting(true)}>
            {t('signed.correct')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Content({ content, hash, sound }: { content: DutyRecordContent; hash: string; sound: boolean }) {
  const t = useWords('dutyRecord');
  const { officer, signedAt, station, summary, weather, problems, attention, remark, reason } = content;
  const running = (text: string) => text !== '' && <span className={styles.running}>{text}</span>;
  return (
    <section className={styles.record}>
      <div>
        <strong>{t('signed.at', { name: officer.name, at: signedAt, letter: station })}</strong>
      </div>
      <Soundness content={content} hash={hash} sound={sound} />
      <DraftFacts draft={content} />
      <Facts
        facts={[
          [t('form.summary'), running(summary)],
          [t('form.weather'), weather || t('common:none')],
          [t('form.problems'), running(problems) || t('common:none')],
          [t('form.attention'), running(attention) || t('common:none')],
          [t('form.remark'), running(remark) || t('common:none')],
          [t('signed.reason'), reason],
          [
            t('signed.hash'),
            <span key="hash" className={styles.hash}>
              {hash}
            </span>,
          ],
        ]}
      />
    </section>
  );
}
