import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { plannedWork } from '../../shared/planned-work/contract';
import type { WorkRecord } from '../../shared/planned-work/record';
import { workStateAt, workUrgency } from '../../shared/planned-work/state';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { Facts } from '../widgets/Facts';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { momentLines, momentTitle } from './moment-words';
import styles from './PlannedWork.module.css';
import { scopeInWords } from './scope-words';
import { TimeTag } from './TimeTag';
import { WorkSteps } from './WorkSteps';
import { WorkTimeline } from './WorkTimeline';

/** One work: how long the tag still hangs, its next step, what two desks said differently, what stands on it, its course. */
export function WorkPanel({ id }: { id: string }) {
  const t = useWords('plannedWork');
  const device = useWords('devices');
  const now = useNow(minute / 4);
  const record = useStation(plannedWork.one, { id });
  const work = record.data;
  if (!work) return <RefusalNote refusal={record.refusal} />;
  const { hanging, outcome, scope } = work;
  const state = workStateAt(work, now);
  const urgency = workUrgency(work, now);
  const person = (one: { name: string; phone?: string | undefined } | null | undefined) =>
    [one?.name, one?.phone].filter(Boolean).join(' ');
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <div className={styles.marks}>
          <StatusTag {...(urgency === 'red' ? { urgency } : {})}>{t(`state.${state}`)}</StatusTag>
          <TimeTag work={work} />
          {work.restored === false && <StatusTag urgency="amber">{t('fact.notRestored')}</StatusTag>}
          <StaleMark stale={record.stale} since={record.since} />
        </div>
        <div className={styles.name}>{scopeInWords(t, device, work) || t('panel.unheard')}</div>
        {hanging && <div>{hanging.reason}</div>}
        {hanging && <div className={styles.quiet}>{t('panel.until', { starts: work.starts, end: work.end })}</div>}
      </header>
      <Contest work={work} />
      {work.restored === false && <Notice urgency="amber">{t('panel.notRestored')}</Notice>}
      {hanging && <WorkSteps key={work.id} work={work} />}
      {hanging && (
        <section>
          <h3 className={styles.heading}>{t('panel.facts')}</h3>
          <Facts
            facts={[
              [
                t('fact.scope'),
                scope?.kind === 'devices' && (
                  <ul key="devices" className={styles.named}>
                    {scope.devices.map(({ id: key, name, code }) => (
                      <li key={key} title={code}>
                        {name}
                      </li>
                    ))}
                    {scope.takesDownBelow && <li className={styles.quiet}>{t('scope.below')}</li>}
                  </ul>
                ),
              ],
              [t('fact.owner'), person(hanging.owner)],
              [t('fact.effect'), hanging.effect],
              [t('fact.allowedBy'), person(hanging.allowedBy)],
              [t('fact.starts'), <ZoneTime key="starts" at={work.starts} show="dateTime" />],
              [t('fact.end'), <ZoneTime key="end" at={work.end} show="dateTime" />],
              [t('fact.firstEnd'), work.firstEnd !== undefined && <ZoneTime key="first" at={work.firstEnd} show="dateTime" />],
              [
                t(outcome === 'cancelled' ? 'fact.cancelledAt' : 'fact.endedAt'),
                work.endedAt !== undefined && <ZoneTime key="ended" at={work.endedAt} show="dateTime" />,
              ],
              [t('fact.author'), hanging.author],
            ]}
          />
        </section>
      )}
      <section>
        <h3 className={styles.heading}>{t('panel.timeline')}</h3>
        <WorkTimeline work={work} />
      </section>
    </div>
  );
}

/** What two desks said differently, and which of them is right. */
function Contest({ work }: { work: WorkRecord }) {
  const t = useWords('plannedWork');
  const common = useWords('common');
  const shell = useShell();
  const maySettle = useMay(plannedWork.settle);
  const settle = useCommand(plannedWork.settle);
  if (work.sides.length === 0) return null;
  const decide = async (side: string) => {
    const answer = await settle.send({ id: work.id, side });
    if (answer.ok) shell.say(t('panel.doneStep', { number: work.number, verb: t('verb.settle') }));
  };
  return (
    <Notice urgency="amber" icon={IconArrowsSplit2} title={t('contest.title')}>
      <div>{t('contest.explain')}</div>
      <ul className={styles.sides}>
        {work.sides.map((side) => (
          <li key={side.entry}>
            {t('contest.side', {
              letter: side.letter,
              at: side.at,
              name: side.author,
              what: [momentTitle(t, side), ...momentLines(t, common, side)].join(t('common:separator')),
            })}{' '}
            {maySettle && (
              <Button size="compact-sm" variant="default" loading={settle.busy} onClick={() => void decide(side.entry)}>
                {t('contest.choose', { letter: side.letter })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <RefusalNote refusal={settle.refusal} />
    </Notice>
  );
}
