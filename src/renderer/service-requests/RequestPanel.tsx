import { Button } from '@mantine/core';
import { IconArrowsSplit2, IconCircle, IconCircleCheck, IconCircleDot, IconCircleMinus, IconRepeat } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { Words } from '../../shared/service-profiles/profile';
import { serviceRequests } from '../../shared/service-requests/contract';
import type { RequestRecord, RequestStep } from '../../shared/service-requests/record';
import { openLogEntry } from '../duty-log';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { Facts } from '../widgets/Facts';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { Moment, Said, Timeline } from '../widgets/Timeline';
import { ZoneTime } from '../widgets/ZoneTime';
import { Breaches } from './Breaches';
import { LimitTag } from './LimitTag';
import { useMomentWords } from './moment-words';
import { RequestSteps } from './RequestSteps';
import styles from './Requests.module.css';
import { useDoerWord } from './useDoerWord';

/** One request: how much it presses, its next step, its course under the contract, its limits, and all that was said of it. */
export function RequestPanel({ id }: { id: string }) {
  const t = useWords('serviceRequests');
  const language = useLanguage();
  const shell = useShell();
  const record = useStation(serviceRequests.one, { id });
  const request = record.data;
  if (!request) return <RefusalNote refusal={record.refusal} />;
  const { registration, limits } = request;
  const say = (words: Words | undefined) => words?.[language] ?? '';
  const openLog = registration?.logEntry && request.logNumber ? { id: registration.logEntry, number: request.logNumber } : undefined;
  const fault = request.fault && request.faultNumber ? { id: request.fault, title: request.faultNumber } : undefined;
  return (
    <div className={styles.panel}>
      <header className={styles.header} tabIndex={-1}>
        <div className={styles.marks}>
          <StatusTag>{say(request.serviceName)}</StatusTag>
          <StatusTag>{t(`outcome.${request.contested ? 'contested' : request.outcome}`)}</StatusTag>
          {request.outcome === 'open' && request.clock && (
            <>
              <LimitTag limit={request.clock} />
              <ZoneTime at={request.clock.dueAt} />
            </>
          )}
          <StaleMark stale={record.stale} since={record.since} />
        </div>
        <div className={styles.name}>{request.title || t('panel.unheard')}</div>
        {request.before.length > 0 && (
          <div className={styles.quiet}>{t('panel.before', { list: request.before.map(say).join(t('common:separator')) })}</div>
        )}
      </header>
      {!request.profileKnown && <Notice urgency="amber">{t('panel.profileUnknown')}</Notice>}
      <Contests request={request} />
      <RequestSteps key={request.id} request={request} />
      {request.steps.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('panel.course')}</h3>
          <Course steps={request.steps} />
        </section>
      )}
      {limits.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('panel.limits')}</h3>
          <Facts
            facts={limits.toSorted(inOrder).map((limit) => [
              say(limit.name),
              <span key={`${limit.phase} ${limit.limit} ${limit.dueAt}`} className={styles.row}>
                <ZoneTime at={limit.dueAt} show="dateTime" />
                <LimitTag limit={limit} />
              </span>,
            ])}
          />
        </section>
      )}
      <Breaches request={request} />
      <section>
        <h3 className={styles.heading}>{t('panel.facts')}</h3>
        <Facts
          facts={[
            [t('fact.asker'), [registration?.asker?.name, registration?.asker?.phone].filter(Boolean).join(' ')],
            [
              t('fact.text'),
              registration?.text && (
                <span key="text" className={styles.said}>
                  {registration.text}
                </span>
              ),
            ],
            [t('fact.device'), registration?.device?.name],
            [t('fact.profile'), say(request.profileName) || request.profile],
            [t('fact.receivedAt'), <ZoneTime key="at" at={request.receivedAt} show="dateTime" />],
            [t('fact.plannedAt'), request.plannedAt !== undefined && <ZoneTime key="planned" at={request.plannedAt} show="dateTime" />],
            [t('fact.author'), registration?.author],
          ]}
        />
        {(fault || openLog) && (
          <div className={styles.row}>
            {fault && (
              <Button mt="sm" size="compact-sm" variant="default" onClick={() => shell.open('fault', fault)}>
                {t('panel.fault', { number: fault.title })}
              </Button>
            )}
            {openLog && (
              <Button mt="sm" size="compact-sm" variant="default" onClick={() => openLogEntry(shell, openLog)}>
                {t('panel.logEntry', { number: openLog.number })}
              </Button>
            )}
          </div>
        )}
      </section>
      <section>
        <h3 className={styles.heading}>{t('panel.timeline')}</h3>
        <RequestTimeline request={request} />
      </section>
    </div>
  );
}

/** What runs first, the next first; then what is over and done with, the latest first. */
function inOrder(one: RequestRecord['limits'][number], other: RequestRecord['limits'][number]): number {
  const [runs, goes] = [one, other].map(({ standing }) => standing === 'running');
  if (runs !== goes) return runs ? -1 : 1;
  return runs ? one.dueAt - other.dueAt : other.dueAt - one.dueAt;
}

/** Every step as the contract has it, and where it stands. */
function Course({ steps }: { steps: readonly RequestStep[] }) {
  const t = useWords('serviceRequests');
  const language = useLanguage();
  const doer = useDoerWord();
  return (
    <ol className={styles.course}>
      {steps
        .filter(({ standing }) => standing !== 'notCalledFor')
        .map((step) => {
          const chosen = step.choices.find(({ code }) => code === step.choice);
          const now = step.standing === 'next';
          const passed = step.standing === 'done' || step.standing === 'leftOut';
          return (
            <li key={step.code} data-now={now || undefined} data-passed={passed || undefined} data-later={(!now && !passed) || undefined}>
              <span className={styles.sign}>
                <StepSign step={step} />
              </span>
              <span>
                {step.name[language]}
                {chosen && t('panel.chosen', { choice: chosen.name[language] })}
                {step.standing === 'optional' && t('panel.optional')}
                {step.standing === 'leftOut' && t('panel.leftOut')}
              </span>
              <span className={styles.quiet}>{step.doneAt === undefined ? doer(step.by) : <ZoneTime at={step.doneAt} />}</span>
            </li>
          );
        })}
    </ol>
  );
}

function StepSign({ step: { standing } }: { step: RequestStep }) {
  const size = '1.1rem';
  if (standing === 'done') return <IconCircleCheck size={size} aria-hidden />;
  if (standing === 'leftOut') return <IconCircleMinus size={size} aria-hidden />;
  if (standing === 'next') return <IconCircleDot size={size} aria-hidden />;
  if (standing === 'repeated') return <IconRepeat size={size} aria-hidden />;
  return <IconCircle size={size} aria-hidden />;
}

function RequestTimeline({ request }: { request: RequestRecord }) {
  const words = useMomentWords();
  return (
    <Timeline>
      {request.timeline.toReversed().map((moment) => (
        <Moment key={moment.entry} at={moment.at} did={words.title(moment)} by={words.by(moment)}>
          {words.lines(moment).map((line) => (
            <Said key={line}>{line}</Said>
          ))}
        </Moment>
      ))}
    </Timeline>
  );
}

/** What two desks said differently, and which of them is right. */
function Contests({ request }: { request: RequestRecord }) {
  const t = useWords('serviceRequests');
  const shell = useShell();
  const words = useMomentWords();
  const maySettle = useMay(serviceRequests.settle);
  const settle = useCommand(serviceRequests.settle);
  if (request.contests.length === 0) return null;
  const decide = async (side: string) => {
    const answer = await settle.send({ id: request.id, side });
    if (answer.ok) shell.say(t('panel.doneStep', { number: request.number, what: t('verb.settle') }));
  };
  return (
    <Notice urgency="amber" icon={IconArrowsSplit2} title={t('contest.title')}>
      {request.contests.map(({ topic, sides }) => (
        <Fragment key={`${topic} ${sides[0]?.entry}`}>
          <div>{t(`contest.${topic}`)}</div>
          <ul className={styles.sides}>
            {sides.map((side) => (
              <li key={side.entry}>
                {t('contest.side', {
                  letter: side.letter,
                  at: side.at,
                  name: side.author,
                  what: [words.title(side), ...words.lines(side)].join(t('common:separator')),
                })}{' '}
                {maySettle && (
                  <Button size="compact-sm" variant="default" loading={settle.busy} onClick={() => void decide(side.entry)}>
                    {t('contest.choose', { letter: side.letter })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      <RefusalNote refusal={settle.refusal} />
    </Notice>
  );
}
