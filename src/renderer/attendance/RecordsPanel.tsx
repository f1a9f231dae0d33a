import { attendance, type ShiftOnDuty } from '../../shared/attendance/contract';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { ZoneTime } from '../widgets/ZoneTime';
import { recordDetails, recordWords } from './record-words';
import styles from './ShiftPage.module.css';

/** Everything on record of the shift, newest first; a wrong line is voided and stays. */
export function RecordsPanel({ duty }: { duty: ShiftOnDuty }) {
  const t = useWords('attendance');
  const common = useWords('common');
  const shell = useShell();
  const may = useMay(attendance.void);
  const command = useCommand(attendance.void);
  const voidLine = async (entry: string, reason: string) => {
    const answer = await command.send({ shift: duty.shift.key, entry, reason });
    if (answer.ok) shell.say(t('records.voidDone'));
    return answer.ok;
  };
  return (
    <Panel title={t('records.title')} flush>
      {duty.records.length === 0 && <p className={styles.none}>{t('records.none')}</p>}
      <ol className={styles.list}>
        {duty.records.toReversed().map((record) => (
          <li key={record.entry} className={styles.line} data-voided={record.voided !== undefined || undefined}>
            <div className={styles.when}>
              <ZoneTime at={record.at} />
            </div>
            <div className={styles.said}>
              <div className={styles.what}>
                <span>{recordWords(t, common, record)}</span>
                <span className={styles.quiet}>{record.author === '' ? t('records.station') : record.author}</span>
              </div>
              {recordDetails(t, record).map((line) => (
                <div key={line} className={styles.quiet}>
                  {line}
                </div>
              ))}
              {record.voided && <div className={styles.voiding}>{t('records.voided', record.voided)}</div>}
            </div>
            {may && !record.voided && (
              <ConfirmInline
                label={t('records.void')}
                question={t('records.voidQuestion')}
                reasonLabel={t('common:reason')}
                busy={command.busy}
                onConfirm={(reason) => voidLine(record.entry, reason)}
              />
            )}
          </li>
        ))}
      </ol>
      {command.refusal && (
        <div className={styles.refusal}>
          <RefusalNote refusal={command.refusal} />
        </div>
      )}
    </Panel>
  );
}
