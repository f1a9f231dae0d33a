import { Button } from '@mantine/core';
import { IconCircleCheck, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useMay } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { alarmSentence, alarmsInOrder } from './alarm-words';
import { DueIn } from './DueIn';
import { openRunForm } from './open-forms';
import { openStep } from './open-step';
import styles from './Picture.module.css';
import type { RunFormKind } from './run-form';
import { isSettledRow } from './step-filter';
import { useTakeRunAlarms } from './useTakeRunAlarms';

/** The leader's whole picture of a run: what alarms, how far each phase is, who is silent, what is broken, what is due. */
export function PictureTab({ run }: { run: RunRecord }) {
  const t = useWords('planRuns');
  const common = useWords('common');
  const language = useLanguage();
  const shell = useShell();
  const now = useNow(minute / 4);
  const take = useTakeRunAlarms();
  const mayLead = useMay(planRuns.addStep);
  const running = run.state === 'running';
  const untaken = alarmsInOrder(run.alarms.filter(({ takenBy }) => takenBy === undefined));
  const taken = run.alarms.filter(({ takenBy }) => takenBy !== undefined);
  const overdue = run.stepList.filter((step) => step.urgency === 'red' && !isSettledRow(step));
  const silent = run.callOut.filter((one) => one.silent);
  const broken = run.faults.filter(({ open }) => open);
  const reports = run.reports.filter(({ due }) => due !== undefined);
  const unfilled = run.posts.filter((post) => post.unfilled > 0);
  const firstOpen = run.phases.find(({ closedAt, steps }) => closedAt === undefined && steps > 0);
  const verbs: { form: RunFormKind; key: string; offered: boolean; phase?: string | undefined }[] = [
    { form: 'level', key: 'L', offered: running },
    { form: 'commander', key: 'C', offered: running && mayLead },
    { form: 'closePhase', key: 'P', offered: mayLead && firstOpen !== undefined, phase: firstOpen?.code },
    { form: 'addStep', key: 'A', offered: running && mayLead },
    { form: 'target', key: 'T', offered: running && mayLead },
    { form: 'withdraw', key: 'W', offered: running && run.may.withdraw },
  ];
  const offered = verbs.filter((one) => one.offered);
  useScreenKeys([
    ...offered.map(({ form, key, phase }) => ({ key, label: t(`form.${form}`), run: () => openRunForm(shell, run, form, phase) })),
    ...(untaken.length > 0 ? [{ key: 'G', label: t('keys.take'), run: () => void take(untaken) }] : []),
  ]);
  return (
    <div className={styles.picture}>
      <div className={styles.verbs}>
        {offered.map(({ form, key, phase }) => (
          <Button
            key={form}
            variant="default"
            size="compact-md"
            rightSection={<KeyHint keys={key} />}
            onClick={() => openRunForm(shell, run, form, phase)}
          >
            {t(`form.${form}`)}
          </Button>
        ))}
      </div>
      <Box title={t('picture.phases')}>
        <ol className={styles.list}>
          {run.phases.map((phase) => (
            <li key={phase.code} className={styles.phase}>
              <span className={styles.phaseName} title={phase.about[language]}>
                {phase.name[language]}
              </span>
              <span className={styles.track} aria-hidden>
                <span
                  style={{ width: `${phase.steps === 0 ? 0 : (phase.settled / phase.steps) * 100}%` }}
                  data-green={phase.green || undefined}
                />
              </span>
              <span className={styles.number}>{t('list.progress', { settled: phase.settled, steps: phase.steps })}</span>
              <span className={styles.phaseState}>
                {phase.closedAt !== undefined ? (
                  <StatusTag icon={IconLock}>{t('phase.closedAt', { at: phase.closedAt })}</StatusTag>
                ) : phase.green ? (
                  repeats(run, phase.code) ? (
                    <span className={styles.quiet}>{t('phase.repeats')}</span>
                  ) : (
                    <StatusTag icon={IconCircleCheck}>{t('phase.green')}</StatusTag>
                  )
                ) : (
                  <>
                    {phase.overdue > 0 && <StatusTag urgency="red">{t('list.overdue', { n: phase.overdue })}</StatusTag>}
                    {phase.bars.length > 0 && (
                      <button type="button" className={styles.link} onClick={() => openRunForm(shell, run, 'closePhase', phase.code)}>
                        {t('phase.bars', { n: phase.bars.length })}
                      </button>
                    )}
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
      </Box>
      <div className={styles.columns}>
        <Box
          title={t('picture.alarms')}
          count={untaken.length}
          red={untaken.some(({ level }) => level === 'red')}
          none={t('picture.none')}
          action={
            untaken.length > 0 && (
              <Button size="compact-sm" variant="default" rightSection={<KeyHint keys="G" />} onClick={() => void take(untaken)}>
                {t('picture.takeAll')}
              </Button>
            )
          }
        >
          {untaken.map((alarm) => (
            <Row key={alarm.key} urgency={alarm.level}>
              <span className={styles.words}>{alarmSentence(t, common, language, alarm, now)}</span>
              <span className={styles.quiet}>{[t(`told.${alarm.told}`), ...alarm.names].join(' ')}</span>
              <Button size="compact-xs" variant="default" onClick={() => void take([alarm])}>
                {t('alarm.take')}
              </Button>
            </Row>
          ))}
          {taken.map((alarm) => (
            <Row key={alarm.key}>
              <span className={styles.words}>{alarmSentence(t, common, language, alarm, now)}</span>
              <span className={styles.quiet}>{t('picture.takenBy', { name: alarm.takenBy ?? '' })}</span>
            </Row>
          ))}
        </Box>
        <Box title={t('picture.overdue')} count={overdue.length} red={overdue.length > 0} none={t('picture.none')}>
          {overdue.map((step) => (
            <Row key={step.code} urgency="red" onOpen={() => openStep(shell, run, step.code)}>
              {step.due !== undefined && <DueIn at={step.due} />}
              <span className={styles.words}>{step.what[language]}</span>
              <span className={styles.quiet}>{step.holders.join(' ')}</span>
            </Row>
          ))}
        </Box>
        <Box
          title={t('picture.reports')}
          count={reports.length}
          red={reports.some(({ urgency }) => urgency === 'red')}
          none={t('picture.none')}
        >
          {reports.map((report) => (
            <Row key={report.code} urgency={report.urgency === 'calm' ? undefined : report.urgency}>
              {report.due !== undefined && <DueIn at={report.due} />}
              <span className={styles.words}>{report.name[language]}</span>
              <span className={styles.quiet}>{report.to[language]}</span>
            </Row>
          ))}
        </Box>
        <Box title={t('picture.silent')} count={silent.length} red={silent.length > 0} none={t('picture.none')}>
          {silent.map(({ person, calls, at }) => (
            <Row key={person.id ?? person.name}>
              <span className={styles.words}>
                {person.name} {person.phone}
              </span>
              <span className={styles.quiet}>
                {t('picture.calls', { n: calls })} {at !== undefined && <ZoneTime at={at} />}
              </span>
            </Row>
          ))}
        </Box>
        <Box title={t('picture.unfilled')} count={unfilled.length} red={unfilled.length > 0} none={t('picture.none')}>
          {unfilled.map((post) => (
            <Row key={post.code}>
              <span className={styles.words}>{post.name[language]}</span>
              <span className={styles.wrong}>{t('activate.lacking', { n: post.unfilled })}</span>
            </Row>
          ))}
        </Box>
        <Box title={t('picture.faults')} count={broken.length} red={broken.some(({ linked }) => !linked)} none={t('picture.none')}>
          {broken.map((fault) => (
            <Row
              key={fault.id}
              urgency={fault.linked ? undefined : 'red'}
              onOpen={() => shell.open('fault', { id: fault.id, title: fault.number })}
            >
              <span className={styles.number}>{fault.number}</span>
              <span className={styles.words}>{fault.title}</span>
            </Row>
          ))}
        </Box>
        <Box title={t('picture.command')}>
          {run.command.map(({ shift, name, start, commander }) => (
            <Row key={shift}>
              <span className={styles.words}>
                {name} <ZoneTime at={start} />
              </span>
              {commander ? <span>{commander.name}</span> : <StatusTag urgency="red">{t('head.noCommander')}</StatusTag>}
            </Row>
          ))}
        </Box>
      </div>
    </div>
  );
}

/** Whether a phase has nothing but rounds, which go on as long as it does. */
function repeats({ stepList }: RunRecord, phase: string): boolean {
  return stepList.every((step) => step.phase !== phase || step.every !== undefined);
}

function Box({
  title,
  count,
  red = false,
  none,
  action,
  children,
}: {
  title: string;
  count?: number;
  red?: boolean;
  /** Said while there is nothing of it. */
  none?: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const empty = none !== undefined && Array.isArray(children) && children.flat().length === 0;
  return (
    <section className={styles.box} data-empty={empty || undefined} aria-label={title}>
      <h2 className={styles.heading}>
        {title}
        {count !== undefined && count > 0 && <span data-red={red || undefined}>{count}</span>}
        {empty && <span className={styles.quiet}>{none}</span>}
        {action}
      </h2>
      {!empty && <div className={styles.list}>{children}</div>}
    </section>
  );
}

function Row({
  urgency,
  onOpen,
  children,
}: {
  urgency?: 'amber' | 'red' | undefined;
  onOpen?: (() => void) | undefined;
  children: ReactNode;
}) {
  return onOpen ? (
    <button type="button" className={styles.row} data-urgency={urgency} onClick={onOpen}>
      {children}
    </button>
  ) : (
    <div className={styles.row} data-urgency={urgency}>
      {children}
    </div>
  );
}
