import { Button } from '@mantine/core';
import { IconCalendarRepeat, IconCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type DutyRow, type HourlyDuty, periodicDuties } from '../../shared/periodic-duties/contract';
import { minute, timeIn } from '../../shared/time';
import { useNow } from '../clock';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation, useZone } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './Duties.module.css';
import { dutyUrgency, everyInWords, periodInWords } from './duty-words';
import { Goals } from './Goals';
import { openDuty } from './open';

/** What is due now and overdue, the duties of every hour, what was done lately; the goals beside them. */
export function DutiesTab({ switcher }: { switcher: ReactNode }) {
  const t = useWords('periodicDuties');
  const now = useNow(minute / 2);
  const list = useStation(periodicDuties.list, {}, { keepPrevious: true });
  const data = list.data;
  const over = data?.due.filter((row) => dutyUrgency(row, now) === 'red') ?? [];
  const due = data?.due.filter((row) => dutyUrgency(row, now) !== 'red') ?? [];
  const near = due.filter((row) => dutyUrgency(row, now) === 'amber').length;
  const nothing = data && data.due.length + data.hourly.length + data.done.length === 0;
  return (
    <Page
      title={t('title')}
      now={data && t(nothing ? 'now.nothing' : 'now.counts', { over: over.length, due: due.length, near })}
      toolbar={
        <>
          {switcher}
          <StaleMark stale={list.stale} since={list.since} />
        </>
      }
    >
      {data === undefined && <RefusalNote refusal={list.refusal} />}
      <div className={styles.frame}>
        <div className={styles.split}>
          <div className={styles.column}>
            {nothing && (
              <EmptyState icon={IconCalendarRepeat} title={t('empty.title')}>
                {t('empty.now')}
              </EmptyState>
            )}
            <Section title={t('section.over')} rows={over} now={now} />
            {data?.hourly.map((hourly) => (
              <Hourly key={`${hourly.profile} ${hourly.duty}`} hourly={hourly} />
            ))}
            <Section title={t('section.due')} rows={due} now={now} />
            <Section title={t('section.done')} rows={data?.done ?? []} now={now} />
          </div>
          <Goals />
        </div>
      </div>
    </Page>
  );
}

function Section({ title, rows, now }: { title: string; rows: readonly DutyRow[]; now: number }) {
  const t = useWords('periodicDuties');
  const common = useWords('common');
  const language = useLanguage();
  const shell = useShell();
  const zone = useZone();
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t('section.count', { title, n: rows.length })}</h2>
      {rows.map((row) => {
        const urgency = dutyUrgency(row, now);
        const ended = row.standing === 'done' || row.standing === 'notDone';
        return (
          <button type="button" key={row.id} className={styles.line} onClick={() => openDuty(shell, row)}>
            <span>
              {ended ? (
                <StatusTag urgency="plain">{t(`standing.${row.standing}`)}</StatusTag>
              ) : (
                <StatusTag urgency={urgency ?? 'plain'}>
                  {now > row.dueAt
                    ? t('over', { age: ageInWords(common, now - row.dueAt) })
                    : t('left', { age: ageInWords(common, row.dueAt - now) })}
                </StatusTag>
              )}
            </span>
            <span>
              <span className={styles.cut}>{row.name[language]}</span>
              <span className={`${styles.quiet} ${styles.cut}`}>
                {[
                  row.profileName[language],
                  everyInWords(t, row.every),
                  periodInWords(t, row, zone),
                  row.devices && t('devices', row.devices),
                  row.standing === 'contested' && t('standing.contested'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className={styles.quiet}>
              {ended && row.said ? (
                <>
                  {row.said.by?.name ?? row.said.author} <ZoneTime at={row.said.happenedAt ?? row.said.at} show="dateTime" />
                </>
              ) : (
                t('dueBy', { at: row.dueAt })
              )}
            </span>
          </button>
        );
      })}
    </section>
  );
}

/** A duty of every hour: one line, its last 24 hours; the hour of now with one key press. */
function Hourly({ hourly }: { hourly: HourlyDuty }) {
  const t = useWords('periodicDuties');
  const language = useLanguage();
  const shell = useShell();
  const zone = useZone();
  const may = useMay(periodicDuties.record);
  const command = useCommand(periodicDuties.record);
  const [said, setSaid] = useState(false);
  const last = hourly.hours.at(-1);
  const open = last && last.standing !== 'done';
  const done = hourly.hours.filter(({ standing }) => standing === 'done').length;
  const record = async () => {
    if (!last || command.busy) return;
    const answer = await command.send({ profile: hourly.profile, duty: hourly.duty, period: last.period });
    setSaid(answer.ok);
    if (answer.ok) shell.say(t('hourly.said', { name: hourly.name[language] }));
  };
  return (
    <section className={styles.card}>
      <div className={styles.row}>
        <span className={styles.name}>{hourly.name[language]}</span>
        <span className={styles.quiet}>
          {hourly.profileName[language]} · {t('hourly.count', { done, of: hourly.hours.length })}
        </span>
        {may && open && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconCheck size="1.1rem" aria-hidden />}
            loading={command.busy}
            onClick={() => void record()}
          >
            {t('hourly.record')}
          </Button>
        )}
      </div>
      <div className={styles.hours}>
        {hourly.hours.map((hour) => (
          <button
            type="button"
            key={hour.id}
            className={styles.hour}
            data-done={hour.standing === 'done' || undefined}
            data-missed={(hour.missed && hour.standing !== 'done') || undefined}
            title={t('hourly.hour', { at: hour.from, standing: t(`standing.${hour.standing}`) })}
            onClick={() => openDuty(shell, hour)}
          >
            {timeIn(zone, hour.from).slice(0, 2)}
          </button>
        ))}
      </div>
      {!hourly.begun && !said && <div className={styles.quiet}>{t('hourly.notBegun')}</div>}
      <RefusalNote refusal={command.refusal} />
    </section>
  );
}
