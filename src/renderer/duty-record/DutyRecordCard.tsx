import { Button } from '@mantine/core';
import { dutyRecord, type RecordOfShift } from '../../shared/duty-record/contract';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useStation } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { Panel } from '../widgets/Panel';
import styles from './DutyRecord.module.css';
import { openDutyRecord } from './open';
import { RecordMark } from './RecordMark';

/** The duty records of a shift, one line for each officer; above them what is due of shifts that have ended. */
export function DutyRecordCard({ shift }: { shift: string }) {
  const t = useWords('dutyRecord');
  const now = useNow(10_000);
  const records = useStation(dutyRecord.of, { shift }, { every: minute });
  const due = useStation(dutyRecord.due, {}, { every: minute });
  const shown = (records.data ?? []).filter(({ owed, signed }) => owed || signed);
  return (
    <Panel title={t('card.title')} aside={<KeyHint keys="Alt+J" />} flush>
      {(due.data?.length ?? 0) > 0 && (
        <div className={styles.due}>
          <div className={styles.dueWord}>{t('card.due')}</div>
          <ul className={styles.list}>
            {due.data?.map((record) => (
              <RecordLine key={`${record.shift}${record.person.name}`} record={record} now={now} withShift />
            ))}
          </ul>
        </div>
      )}
      {records.data && shown.length === 0 && <p className={styles.none}>{t('card.none')}</p>}
      <ul className={styles.list} data-waiting={!records.data || undefined}>
        {shown.map((record) => (
          <RecordLine key={record.person.id ?? record.person.name} record={record} now={now} />
        ))}
      </ul>
    </Panel>
  );
}

function RecordLine({ record, now, withShift = false }: { record: RecordOfShift; now: number; withShift?: boolean }) {
  const t = useWords('dutyRecord');
  const shell = useShell();
  const { person, account, signed, shift, shiftName } = record;
  return (
    <li className={styles.line}>
      <div className={styles.whose}>
        <span className={styles.person}>{person.name}</span>
        <span className={styles.quiet}>
          {[
            withShift && `${shift.slice(5, 10)} ${shiftName}`,
            !account && t('card.noAccount'),
            signed && signed.corrections > 0 && t('card.corrections', { n: signed.corrections }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <RecordMark record={record} now={now} />
      {account && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => openDutyRecord(shell, { shift, account: account.id, name: person.name })}
          aria-label={`${t(signed ? 'card.read' : 'card.write')} ${person.name}`}
        >
          {t(signed ? 'card.read' : 'card.write')}
        </Button>
      )}
    </li>
  );
}
