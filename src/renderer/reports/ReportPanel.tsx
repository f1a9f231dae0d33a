import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import { reports } from '../../shared/reports/contract';
import type { ReportRecord } from '../../shared/reports/record';
import { openLogEntry } from '../duty-log';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { FiveMinuteClock } from './FiveMinuteClock';
import { InstructForm } from './InstructForm';
import { ReportTimeline } from './ReportTimeline';
import { momentTitle } from './moment-words';
import styles from './Reports.module.css';
import { SendForm } from './SendForm';
import { TellLeaders } from './TellLeaders';

/** One report: the clock, who is told, the seven contents, the leaders' instructions, and its whole course. */
export function ReportPanel({ id }: { id: string }) {
  const t = useWords('reports');
  const word = useWords('matters');
  const shell = useShell();
  const mayWrite = useMay(reports.send);
  const answer = useStation(reports.one, { id });
  const report = answer.data;
  if (!report) return <RefusalNote refusal={answer.refusal} />;
  const open = report.endedAt === undefined;
  const { logEntry, logNumber } = report;
  const more = mayWrite && report.state !== 'withdrawn' && <More report={report} open={open} />;
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <FiveMinuteClock report={report} />
        <div className={styles.row}>
          {report.level !== 'ordinary' && (
            <StatusTag {...(report.level === 'I' ? { urgency: 'red' } : report.level === 'II' ? { urgency: 'amber' } : {})}>
              {word(`level.${report.level}`)}
            </StatusTag>
          )}
          <StatusTag>{t(`state.${report.state}`)}</StatusTag>
          <span className={styles.quiet}>
            {t('list.column.receivedAt')} <ZoneTime at={report.receivedAt} show="dateTime" />
          </span>
          <StaleMark stale={answer.stale} since={answer.since} />
          {logEntry && (
            <Button size="compact-sm" variant="default" onClick={() => openLogEntry(shell, { id: logEntry, number: logNumber })}>
              {t('panel.logEntry', { number: logNumber })}
            </Button>
          )}
        </div>
        <div className={styles.name}>{report.title || t('panel.unheard')}</div>
        {report.numbers.length > 1 && (
          <div className={styles.quiet}>{t('panel.numbers', { numbers: report.numbers.join(t('common:separator')) })}</div>
        )}
      </header>
      <Contested report={report} />
      {report.state === 'withdrawn' && <Notice>{t('panel.withdrawn')}</Notice>}
      {report.state === 'final' && <Notice>{t('panel.ended')}</Notice>}
      {report.state !== 'withdrawn' && <TellLeaders report={report} mayWrite={mayWrite} />}
      {/* Before the first report nothing comes between the officer and the form; afterwards the leaders' word is what comes next. */}
      {report.sent && more}
      {mayWrite && open && <SendForm key={`${report.id} ${report.state}`} report={report} />}
      {!report.sent && more}
      <section>
        <h3 className={styles.heading}>{t('panel.timeline')}</h3>
        <ReportTimeline moments={report.timeline} />
      </section>
    </div>
  );
}

/** What is done more rarely: a leader's instruction, taking the mark back. */
function More({ report, open }: { report: ReportRecord; open: boolean }) {
  const t = useWords('reports');
  const shell = useShell();
  const withdraw = useCommand(reports.withdraw);
  const [instructing, setInstructing] = useState(false);
  if (instructing) return <InstructForm report={report} onDone={() => setInstructing(false)} />;
  const doWithdraw = async (reason: string) => {
    const answer = await withdraw.send({ id: report.id, reason });
    if (answer.ok) shell.say(t('panel.withdrawDone', { number: report.number }));
    return answer.ok;
  };
  return (
    <>
      <div className={styles.row}>
        <Button variant="default" onClick={() => setInstructing(true)}>
          {t('panel.instruct')}
        </Button>
        {open && (
          <ConfirmInline
            label={t('panel.withdraw')}
            question={t('panel.withdrawQuestion')}
            reasonLabel={t('panel.withdrawReason')}
            busy={withdraw.busy}
            onConfirm={doWithdraw}
          />
        )}
      </div>
      <RefusalNote refusal={withdraw.refusal} />
    </>
  );
}

function Contested({ report }: { report: ReportRecord }) {
  const t = useWords('reports');
  if (report.sides.length === 0) return null;
  return (
    <Notice urgency="amber" icon={IconArrowsSplit2} title={t('state.contested')}>
      {t('panel.contested')}
      <ul className={styles.sides}>
        {report.sides.map((side) => (
          <li key={side.entry}>{t('panel.side', { letter: side.letter, at: side.at, name: side.author, what: momentTitle(t, side) })}</li>
        ))}
      </ul>
    </Notice>
  );
}
