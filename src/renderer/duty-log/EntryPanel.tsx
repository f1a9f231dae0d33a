import { Button } from '@mantine/core';
import { IconArrowsSplit2, IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import { dutyLog, type LogDetails } from '../../shared/duty-log/contract';
import type { LogField, LogFields } from '../../shared/duty-log/events';
import { correctionsInForce } from '../../shared/duty-log/entry';
import { AttachmentList } from '../attachments';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { Facts } from '../widgets/Facts';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import { ZoneTime } from '../widgets/ZoneTime';
import { CorrectForm } from './CorrectForm';
import { Corrections } from './Corrections';
import styles from './EntryPanel.module.css';
import { entrySlots } from './entry-slots';
import { useFieldText } from './field-text';
import { FollowUpForm } from './FollowUpForm';
import { KindMark } from './KindMark';

/** One entry with its whole history: what it says now, what was corrected, what followed, and what can be added. */
export function EntryPanel({ id }: { id: string }) {
  const t = useWords('dutyLog');
  const common = useWords('common');
  const shell = useShell();
  const answer = useStation(dutyLog.one, { id });
  const mayWrite = useMay(dutyLog.write);
  const voiding = useCommand(dutyLog.void);
  const [correcting, setCorrecting] = useState(false);
  const fieldText = useFieldText();
  const entry = answer.data;
  if (!entry) return <RefusalNote refusal={answer.refusal} />;
  const { current, original, voidings, followUps } = entry;
  const voided = voidings.length > 0;
  const { number } = original;

  const doVoid = async (reason: string) => {
    const done = await voiding.send({ id, reason });
    if (done.ok) shell.say(t('panel.voidDone', { number }));
    return done.ok;
  };

  return (
    <div className={styles.panel}>
      <header className={styles.header} tabIndex={-1} data-start-here>
        <div className={styles.marks}>
          <KindMark kind={current.kind} />
          <span className={styles.when}>
            <ZoneTime at={current.occurredAt} show="dateTime" />
          </span>
          <StaleMark stale={answer.stale} since={answer.since} />
        </div>
        {entry.late && (
          <div>
            <StatusTag>{t('panel.lateBy', { age: ageInWords(common, original.at - current.occurredAt) })}</StatusTag>
          </div>
        )}
      </header>
      {voidings.map((one) => (
        <Notice key={one.entry} icon={IconBan} title={t('panel.voided')}>
          {t('panel.voidedBy', { name: one.author, at: one.at, reason: one.reason })}
        </Notice>
      ))}
      <Contested entry={entry} mayWrite={mayWrite && !voided} />
      <p className={styles.text} data-voided={voided || undefined}>
        {current.text}
      </p>
      <AttachmentList files={original.attachments} />
      {entrySlots().map(({ key, Panel }) => (
        <Panel key={key} entry={entry} />
      ))}
      <Facts
        facts={[
          [t('fact.caller'), current.caller ? fieldText('caller', current) : undefined],
          [t('fact.persons'), current.persons.length > 0 ? fieldText('persons', current) : undefined],
          [t('fact.places'), current.places.length > 0 ? fieldText('places', current) : undefined],
          [t('fact.devices'), current.devices.length > 0 ? fieldText('devices', current) : undefined],
          [t('fact.author'), original.author],
          [t('fact.writtenAt'), <ZoneTime key="at" at={original.at} show="dateTime" seconds />],
          [t('fact.number'), number],
        ]}
      />
      <Corrections entry={entry} />
      {followUps.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('panel.followUps')}</h3>
          <ol className={styles.list}>
            {followUps.map((one) => (
              <li key={one.entry} className={styles.item}>
                <div className={styles.who}>{t('panel.followUpBy', { name: one.author, at: one.at })}</div>
                <div className={styles.said}>{one.text}</div>
                <AttachmentList files={one.attachments} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {mayWrite && !voided && (
        <>
          {correcting ? (
            <CorrectForm id={id} entry={entry} onDone={() => setCorrecting(false)} />
          ) : (
            <FollowUpForm id={id} number={number} />
          )}
          {!correcting && (
            <div className={styles.actions}>
              <Button variant="default" onClick={() => setCorrecting(true)}>
                {t('panel.correct')}
              </Button>
              <ConfirmInline
                label={t('panel.void')}
                question={t('panel.voidQuestion')}
                reasonLabel={t('panel.voidReason')}
                busy={voiding.busy}
                onConfirm={doVoid}
              />
            </div>
          )}
          <RefusalNote refusal={voiding.refusal} />
        </>
      )}
    </div>
  );
}

/** What two desks corrected differently, side by side, and which of them holds. */
function Contested({ entry, mayWrite }: { entry: LogDetails; mayWrite: boolean }) {
  const t = useWords('dutyLog');
  const shell = useShell();
  const correct = useCommand(dutyLog.correct);
  const fieldText = useFieldText();
  if (entry.contested.length === 0) return null;
  const inForce = correctionsInForce(entry.corrections as Parameters<typeof correctionsInForce>[0]);
  const settle = async (field: LogField, changes: Partial<LogFields>) => {
    const done = await correct.send({ id: entry.id, changes: { [field]: changes[field] }, reason: t('panel.settled') });
    if (done.ok) shell.say(t('panel.corrected', { number: entry.original.number }));
  };
  return (
    <Notice urgency="amber" icon={IconArrowsSplit2} title={t('panel.contested')}>
      {entry.contested.map((field) => (
        <div key={field} className={styles.contest}>
          <div>{t('panel.contestedField', { field: t(`fact.${field}`) })}</div>
          {entry.corrections
            .filter((one) => inForce[field]?.includes(one.entry))
            .map((one) => (
              <div key={one.entry} className={styles.side}>
                <span className={styles.said}>
                  {t('panel.contestedSide', { name: one.author, at: one.at, value: fieldText(field, one.changes as Partial<LogFields>) })}
                </span>
                {mayWrite && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={correct.busy}
                    onClick={() => void settle(field, one.changes as Partial<LogFields>)}
                  >
                    {t('panel.choose')}
                  </Button>
                )}
              </div>
            ))}
        </div>
      ))}
      <RefusalNote refusal={correct.refusal} />
    </Notice>
  );
}
