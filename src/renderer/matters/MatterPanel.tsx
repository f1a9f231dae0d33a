import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { matters } from '../../shared/matters/contract';
import { isHighRisk } from '../../shared/matters/level';
import type { MatterRecord } from '../../shared/matters/record';
import { openLogEntry } from '../duty-log';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { Facts } from '../widgets/Facts';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { DeadlineTag } from './DeadlineTag';
import { MatterSteps } from './MatterSteps';
import { MatterTimeline } from './MatterTimeline';
import styles from './Matters.module.css';
import { momentLines, momentTitle } from './moment-words';

/** One matter: how much it presses, its next step, what two desks said differently, what was written down, its course. */
export function MatterPanel({ id }: { id: string }) {
  const t = useWords('matters');
  const shell = useShell();
  const record = useStation(matters.one, { id });
  const matter = record.data;
  if (!matter) return <RefusalNote refusal={record.refusal} />;
  const { opening, kind } = matter;
  const logEntry = opening?.logEntry;
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <div className={styles.marks}>
          <StatusTag>{t(`kind.${kind}`)}</StatusTag>
          {matter.level !== 'ordinary' && (
            <StatusTag {...(isHighRisk(matter.level) ? { urgency: matter.level === 'I' ? 'red' : 'amber' } : {})}>
              {t(`level.${matter.level}`)}
            </StatusTag>
          )}
          <StatusTag>{t(`state.${matter.state}`)}</StatusTag>
          <DeadlineTag matter={matter} withTime />
          <StaleMark stale={record.stale} since={record.since} />
        </div>
        <div className={styles.name}>{matter.title || t('panel.unheard')}</div>
        {matter.next && <div>{t('panel.nextStep', { text: matter.next })}</div>}
      </header>
      <Contests matter={matter} />
      <MatterSteps key={matter.id} matter={matter} />
      <section>
        <h3 className={styles.heading}>{t('panel.facts')}</h3>
        <Facts
          facts={[
            [
              t(`text.${kind}`),
              opening?.text && (
                <span key="text" className={styles.said}>
                  {opening.text}
                </span>
              ),
            ],
            [t(`from.${kind}`), [opening?.from?.name, opening?.from?.phone].filter(Boolean).join(' ')],
            [t(`holder.${kind}`), matter.holder],
            [t('receivedAt.label'), <ZoneTime key="at" at={matter.receivedAt} show="dateTime" />],
            [t('panel.author'), opening?.author],
          ]}
        />
        {logEntry && matter.logNumber && (
          <Button
            mt="sm"
            size="compact-sm"
            variant="default"
            onClick={() => openLogEntry(shell, { id: logEntry, number: matter.logNumber ?? '' })}
          >
            {t('panel.logEntry', { number: matter.logNumber })}
          </Button>
        )}
      </section>
      <section>
        <h3 className={styles.heading}>{t('panel.timeline')}</h3>
        <MatterTimeline matter={matter} />
      </section>
    </div>
  );
}

/** What two desks said differently, and which of them is right. */
function Contests({ matter }: { matter: MatterRecord }) {
  const t = useWords('matters');
  const shell = useShell();
  const maySettle = useMay(matters.settle);
  const settle = useCommand(matters.settle);
  if (matter.contests.length === 0) return null;
  const decide = async (side: string) => {
    const answer = await settle.send({ id: matter.id, side });
    if (answer.ok) shell.say(t('panel.doneStep', { number: matter.number, verb: t('verb.settle') }));
  };
  return (
    <Notice urgency="amber" icon={IconArrowsSplit2} title={t('contest.title')}>
      {matter.contests.map(({ topic, sides }) => (
        <div key={topic}>
          <div>{t(`contest.${topic}`)}</div>
          <ul className={styles.sides}>
            {sides.map((side) => (
              <li key={side.entry}>
                {t('contest.side', {
                  letter: side.letter,
                  at: side.at,
                  name: side.author,
                  what: [momentTitle(t, side), ...momentLines(t, side)].join(t('common:separator')),
                })}{' '}
                {maySettle && (
                  <Button size="compact-sm" variant="default" loading={settle.busy} onClick={() => void decide(side.entry)}>
                    {t('contest.choose', { letter: side.letter })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <RefusalNote refusal={settle.refusal} />
    </Notice>
  );
}
