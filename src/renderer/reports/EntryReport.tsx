import { Button } from '@mantine/core';
import { IconAlarm } from '@tabler/icons-react';
import type { LogDetails } from '../../shared/duty-log/contract';
import { reports } from '../../shared/reports/contract';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import { FiveMinuteClock } from './FiveMinuteClock';
import { openReport, sayStarted } from './open';
import styles from './Reports.module.css';

const key = 'Alt+Z';

/** In the panel of a log entry: its report with the running clock, or the one key that marks it as important. */
export function EntryReport({ entry }: { entry: LogDetails }) {
  const t = useWords('reports');
  const shell = useShell();
  const start = useCommand(reports.start);
  const may = useMay(reports.start);
  const found = useStation(reports.ofLogEntry, { logEntry: entry.id });
  const report = found.data ?? undefined;
  const markable = may && entry.voidings.length === 0 && found.data !== undefined && (!report || report.state === 'withdrawn');
  const mark = async () => {
    const answer = await start.send({ logEntry: entry.id });
    if (!answer.ok) return;
    sayStarted(shell, answer.value);
    openReport(shell, answer.value);
  };
  useScreenKeys(markable ? [{ key, label: t('keys.mark'), run: () => void mark() }] : []);
  if (!report && !markable) return null;
  return (
    <section aria-label={t('entry.heading')} className={styles.list}>
      {report && (
        <>
          {report.state !== 'withdrawn' && <FiveMinuteClock report={report} />}
          <div className={styles.row}>
            <Button size="compact-sm" variant="default" onClick={() => openReport(shell, report)}>
              {t('entry.open', { number: report.number })}
            </Button>
            <StatusTag>{t(`state.${report.state}`)}</StatusTag>
          </div>
        </>
      )}
      {markable && (
        <div className={styles.row}>
          <Button
            size="compact-sm"
            variant="default"
            loading={start.busy}
            leftSection={<IconAlarm size="1.05rem" aria-hidden />}
            rightSection={<KeyHint keys={key} />}
            onClick={() => void mark()}
          >
            {t('entry.mark')}
          </Button>
          <span className={styles.quiet}>{t('entry.markHint')}</span>
        </div>
      )}
      <RefusalNote refusal={start.refusal} />
    </section>
  );
}
