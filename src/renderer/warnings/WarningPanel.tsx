import { Button } from '@mantine/core';
import { useState } from 'react';
import { second } from '../../shared/time';
import { reportClocksOf } from '../../shared/warnings/clocks';
import { warnings } from '../../shared/warnings/contract';
import type { WarningMoment, WarningRecord } from '../../shared/warnings/record';
import { useSigner, SignerFields } from '../accounts';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { Facts } from '../widgets/Facts';
import { Form } from '../widgets/Form';
import { LevelTag } from '../widgets/LevelTag';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { Moment, Said, Timeline } from '../widgets/Timeline';
import { ageInWords } from '../widgets/words-of-age';
import { ZoneTime } from '../widgets/ZoneTime';
import { Contest } from './Contest';
import { issuerLine, momentLines, momentTitle } from './moment-words';
import { OrdersBoard } from './OrdersBoard';
import { PrintButton } from './PrintButton';
import { scenarioCodes } from './scenarios';
import styles from './Warnings.module.css';
import { WarningSteps } from './WarningSteps';

/** One warning: its level, what still has to be reported and signed, the steps, the orders, what it says, its course. */
export function WarningPanel({ id }: { id: string }) {
  const t = useWords('warnings');
  const common = useWords('common');
  const matters = useWords('matters');
  const record = useStation(warnings.one, { id });
  const warning = record.data;
  if (!warning) return <RefusalNote refusal={record.refusal} />;
  const { level, kind, outcome, contents, number, publishedAt, endedAt, issuer } = warning;
  const scenario = scenarioCodes.find((code) => code === contents?.scenario);
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <div className={styles.marks}>
          {level && <LevelTag level={level} kind={kind} />}
          <StatusTag>{t(`outcome.${outcome}`)}</StatusTag>
          {warning.unconfirmed && <StatusTag urgency="amber">{t('unconfirmed')}</StatusTag>}
          <StaleMark stale={record.stale} since={record.since} />
        </div>
        <div className={styles.name}>{contents?.what ?? t('list.unheard')}</div>
        {contents?.area && <div>{contents.area}</div>}
      </header>
      <Contest warning={warning} />
      {warning.unsigned.map((said) => (
        <Unsigned key={said.entry} warning={warning} said={said} />
      ))}
      <ReportClocks warning={warning} />
      <WarningSteps key={id} warning={warning} />
      <OrdersBoard warning={warning} />
      <section>
        <h3 className={styles.heading}>{t('panel.facts')}</h3>
        <Facts
          facts={[
            [t('fact.source'), contents?.source],
            [t('fact.origin'), contents && t(`origin.${contents.origin}`)],
            [t('fact.from'), contents?.from && <ZoneTime key="from" at={contents.from} show="dateTime" />],
            [t('fact.until'), contents?.until && <ZoneTime key="until" at={contents.until} show="dateTime" />],
            [t('fact.measures'), contents?.measures && <Said key="measures">{contents.measures}</Said>],
            [t('fact.scenario'), scenario ? t(`scenarios.${scenario}`) : contents?.scenario],
            [t('fact.publishedAt'), publishedAt && <ZoneTime key="published" at={publishedAt} show="dateTime" />],
            [t('fact.issuer'), issuer && issuerLine(t, common, { issuer, confirmedBy: warning.unconfirmed ? undefined : issuer.name })],
            [t('fact.endedAt'), endedAt && <ZoneTime key="ended" at={endedAt} show="dateTime" />],
          ]}
        />
        {publishedAt !== undefined && (
          <div className={styles.under}>
            <PrintButton route={`/print/warning-notice/${id}`} label={t('panel.notice')} keys="Alt+P" />
          </div>
        )}
      </section>
      {warning.attempts.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('panel.attempts')}</h3>
          <ul className={styles.list}>
            {warning.attempts.map(({ at, name, roles, procedure, level: asked }) => (
              <li key={`${at} ${name}`} className={styles.quiet}>
                {t('panel.attempt', {
                  at,
                  name,
                  roles: roles.map((role) => common(`roles.${role}`)).join(t('common:separator')),
                  what: attemptWord(t, procedure, asked),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3 className={styles.heading}>
          {t('panel.timeline')} {number}
        </h3>
        <Timeline>
          {warning.timeline.toReversed().map((moment) => (
            <Moment
              key={moment.entry}
              at={moment.at}
              did={momentTitle(t, moment)}
              by={moment.author ? t('moment.by', { letter: moment.letter, name: moment.author }) : t('moment.station')}
            >
              {momentLines(t, common, matters, moment).map((line) => (
                <Said key={line}>{line}</Said>
              ))}
            </Moment>
          ))}
        </Timeline>
      </section>
    </div>
  );
}

const attempted = ['publish', 'changeLevel', 'lift', 'correct', 'void', 'confirm', 'settle', 'dismiss'] as const;

function attemptWord(t: ReturnType<typeof useWords<'warnings'>>, procedure: string, level: string): string {
  const verb = attempted.find((one) => procedure === `warnings.${one}`);
  return [verb ? t(`verb.${verb}`) : procedure, level].filter(Boolean).join(' ');
}

function ReportClocks({ warning }: { warning: WarningRecord }) {
  const t = useWords('warnings');
  const common = useWords('common');
  const now = useNow(second);
  const { signAt, endedAt, ...times } = warning.times;
  const clocks = reportClocksOf({ ...times, signAt, endedAt }, now);
  if (clocks.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{t('panel.clocks')}</h3>
      <ul className={styles.list}>
        {clocks.map(({ duty, startedAt, standing, urgency, left, over, metAt }) => (
          <li key={`${duty} ${startedAt}`} className={styles.clock}>
            <span>{t(`clock.${duty}`)}</span>
            <StatusTag {...(urgency === 'calm' ? {} : { urgency })}>
              {standing === 'running' && t('clock.left', { age: ageInWords(common, left) })}
              {standing === 'over' && t('clock.over', { age: ageInWords(common, over) })}
              {standing === 'met' && t('clock.met', { at: metAt })}
              {standing === 'late' && t('clock.late', { age: ageInWords(common, over) })}
              {standing === 'stopped' && t('clock.stopped')}
            </StatusTag>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Said by phone: whoever said it signs here, by their own password. */
function Unsigned({ warning, said }: { warning: WarningRecord; said: WarningMoment }) {
  const t = useWords('warnings');
  const common = useWords('common');
  const shell = useShell();
  const mayConfirm = useMay(warnings.confirm);
  const confirm = useCommand(warnings.confirm);
  const [signer, setSigner] = useSigner(said.issuer?.account);
  const [open, setOpen] = useState(false);
  const submit = async () => {
    const answer = await confirm.send({ id: warning.id, statement: said.entry, signer });
    setSigner({ password: '' });
    if (answer.ok) shell.say(t('panel.signed'));
  };
  return (
    <Notice
      urgency="amber"
      title={t('panel.unsigned')}
      actions={
        mayConfirm &&
        !open && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('panel.sign')}
          </Button>
        )
      }
    >
      <div>
        {momentTitle(t, said)} {issuerLine(t, common, said)}
      </div>
      {open && (
        <Form
          onSubmit={() => void submit()}
          busy={confirm.busy}
          label={t('panel.sign')}
          actions={
            <Button type="submit" loading={confirm.busy}>
              {t('panel.sign')}
            </Button>
          }
        >
          <div className={styles.pair}>
            <SignerFields value={signer} onChange={setSigner} login={t('issuer.login')} password={t('issuer.password')} startHere />
          </div>
          <RefusalNote refusal={confirm.refusal} />
        </Form>
      )}
    </Notice>
  );
}
