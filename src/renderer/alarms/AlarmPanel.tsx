import { Button } from '@mantine/core';
import { alarmKey, type FaultAlarm, isToTake } from '../../shared/faults/alarm-list';
import { faults } from '../../shared/faults/contract';
import { second } from '../../shared/time';
import { useNow } from '../clock';
import { useAnyWord, useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useMay } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import styles from './Alarms.module.css';
import { alarmPlace, alarmSentence } from './alarm-words';
import { MuteForm } from './MuteForm';
import { useAlarms } from './useAlarms';
import { useTake } from './useTake';

/** Every alarm of now: what the officer has to take, what others have, what is taken; and the sounds of the desk. */
export function AlarmPanel() {
  const t = useWords('alarms');
  const take = useTake();
  const mayTake = useMay(faults.takeAlarms);
  const { data, refusal } = useAlarms();
  const alarms = data?.alarms ?? [];
  const toTake = alarms.filter(isToTake);
  const taken = alarms.filter(({ takenUntil }) => takenUntil !== undefined);
  const others = alarms.filter((alarm) => !alarm.mine && alarm.takenUntil === undefined);
  const total = (data?.counts.red ?? 0) + (data?.counts.amber ?? 0);
  return (
    <div className={styles.panel}>
      <RefusalNote refusal={refusal} />
      <p className={styles.rule}>{t('panel.rule')}</p>
      {data && total === 0 && <EmptyState title={t('panel.empty')}>{t('panel.emptyNow')}</EmptyState>}
      {toTake.length > 0 && mayTake && (
        <Button onClick={() => void take(toTake)} rightSection={<KeyHint keys="F12" />}>
          {t('panel.takeAll', { n: toTake.length })}
        </Button>
      )}
      <AlarmGroup title={t('panel.toTake')} alarms={toTake} onTake={mayTake ? (alarm) => void take([alarm]) : undefined} />
      <AlarmGroup title={t('panel.taken')} alarms={taken} />
      <AlarmGroup title={t('panel.others')} alarms={others} onTake={mayTake ? (alarm) => void take([alarm]) : undefined} />
      {total > alarms.length && <p className={styles.rule}>{t('panel.more', { n: total - alarms.length })}</p>}
      <MuteForm />
    </div>
  );
}

function AlarmGroup({
  title,
  alarms,
  onTake,
}: {
  title: string;
  alarms: readonly FaultAlarm[];
  onTake?: ((alarm: FaultAlarm) => void) | undefined;
}) {
  const t = useWords('alarms');
  if (alarms.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={styles.heading}>
        {title}
        <span className={styles.count}>{alarms.length}</span>
      </h3>
      <ul className={styles.list}>
        {alarms.map((alarm) => (
          <li key={alarmKey(alarm)} className={styles.alarm}>
            <AlarmLine alarm={alarm} />
            {onTake && (
              <Button size="compact-sm" variant="default" onClick={() => onTake(alarm)}>
                {t('panel.takeOne')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AlarmLine({ alarm }: { alarm: FaultAlarm }) {
  const t = useWords('alarms');
  const common = useWords('common');
  const any = useAnyWord();
  const language = useLanguage();
  const shell = useShell();
  const now = useNow(10 * second);
  const { id, number, level, told, tellAgainAt, takenBy, takenUntil } = alarm;
  const who = told.map((one) =>
    typeof one === 'object' ? one[language] : one === 'holder' ? t('panel.holder') : any(`common:roles.${one}`),
  );
  return (
    <button
      type="button"
      className={styles.line}
      aria-label={t('panel.open', { number })}
      onClick={() => shell.open('fault', { id, title: number })}
    >
      <span className={styles.first}>
        <StatusTag urgency={level}>{alarmSentence(t, common, language, alarm, now)}</StatusTag>
        <span className={styles.number}>{number}</span>
      </span>
      <span className={styles.where}>{alarmPlace(alarm)}</span>
      <span className={styles.told}>
        {takenBy === undefined
          ? `${t('panel.told', { who: who.join(common('separator')) })} · ${t('panel.again', { at: tellAgainAt })}`
          : t('panel.takenBy', { name: takenBy, until: takenUntil ?? 0 })}
      </span>
    </button>
  );
}
