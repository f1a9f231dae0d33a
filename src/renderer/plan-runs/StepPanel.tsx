import { Button } from '@mantine/core';
import { IconArrowsSplit2, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { Marked, RunRecord, RunStep } from '../../shared/plan-runs/record';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { BadPointForm } from './BadPointForm';
import { DueIn } from './DueIn';
import { GivenEvidence } from './GivenEvidence';
import { StepDoneForm } from './StepDoneForm';
import { StepMoveForm } from './StepMoveForm';
import { StepReasonForm } from './StepReasonForm';
import styles from './Steps.module.css';
import { isSettledRow } from './step-filter';
import { useRun } from './useRuns';

export const stepForms = ['done', 'notApplicable', 'skipped', 'failed', 'badPoint', 'moveDue'] as const;
export type StepFormKind = (typeof stepForms)[number];

export interface StepPanelProps {
  run: string;
  code: string;
  form?: StepFormKind | undefined;
  onDone: () => void;
}

/** One step whole: what to do and say, what was said of it, and what can be said now. */
export function StepPanel({ run: id, code, form, onDone }: StepPanelProps) {
  const t = useWords('planRuns');
  const { data: run, refusal } = useRun(id);
  const step = run?.stepList.find((one) => one.code === code);
  if (!run || !step) return refusal ? <RefusalNote refusal={refusal} /> : <div>{run && t('refusals.noSuchStep')}</div>;
  return <Inside run={run} step={step} asked={form} onDone={onDone} />;
}

function Inside({ run, step, asked, onDone }: { run: RunRecord; step: RunStep; asked: StepFormKind | undefined; onDone: () => void }) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const shell = useShell();
  const mayLead = useMay(planRuns.addStep);
  const mayBadPoint = useMay(planRuns.badPoint);
  const reopen = useCommand(planRuns.reopenStep);
  const [form, setForm] = useState(asked);
  const settled = isSettledRow(step);
  const running = run.state === 'running' || run.state === 'ended';
  const closed = run.phases.find(({ code }) => code === step.phase)?.closedAt !== undefined;
  const open = running && !closed && (!settled || step.sides.length > 0);
  const forms: { kind: StepFormKind; key: string; offered: boolean }[] = [
    { kind: 'done', key: 'Alt+D', offered: open },
    { kind: 'notApplicable', key: 'Alt+N', offered: open },
    { kind: 'skipped', key: 'Alt+K', offered: open },
    { kind: 'failed', key: 'Alt+F', offered: open },
    { kind: 'badPoint', key: 'Alt+B', offered: running && !closed && step.checks !== undefined && mayBadPoint },
    { kind: 'moveDue', key: 'Alt+M', offered: open && mayLead },
  ];
  const offered = forms.filter((one) => one.offered);
  useScreenKeys(offered.map(({ kind, key }) => ({ key, label: t(`stepForm.${kind}`), run: () => setForm(kind) })));
  const shownForm = offered.some(({ kind }) => kind === form) ? form : undefined;
  const said = (kind: StepFormKind) => {
    shell.say(t(`stepSaid.${kind}`));
    onDone();
  };
  const post = run.posts.find(({ code }) => code === step.who);
  return (
    <div className={styles.panel}>
      <div className={styles.panelMarks}>
        <StatusTag urgency={step.standing === 'failed' ? 'red' : 'plain'}>{t(`standing.${step.standing}`)}</StatusTag>
        {step.critical && <StatusTag urgency="amber">{t('step.critical')}</StatusTag>}
        {!settled && step.due !== undefined && <DueIn at={step.due} amberAt={step.amberAt} />}
        {step.due !== undefined && (
          <span className={styles.quiet}>
            {t('step.dueAt')} <ZoneTime at={step.due} />
          </span>
        )}
        {step.every !== undefined && (
          <span className={styles.quiet}>
            {t('step.rounds', { n: step.round + 1 })}{' '}
            {step.missed > 0 && <strong className={styles.wrong}>{t('step.missed', { n: step.missed })}</strong>}
          </span>
        )}
      </div>
      <div className={styles.panelWhat}>{step.what[language]}</div>
      <div className={styles.quiet}>
        {post?.name[language] ?? step.who}{' '}
        {step.holders.length > 0 ? step.holders.join(' ') : <strong className={styles.wrong}>{t('step.unfilled')}</strong>}
      </div>
      {step.script && (
        <section className={styles.script} aria-label={t('step.script')}>
          <IconPhone size="1.35rem" aria-hidden />
          <div>{step.script[language]}</div>
        </section>
      )}
      {(step.standing === 'failed' || shownForm === 'failed') && step.onFailure && (
        <Notice urgency="red" title={t('step.onFailure')}>
          {step.onFailure[language]}
        </Notice>
      )}
      {closed && <Notice>{t('refusals.phaseIsClosed')}</Notice>}
      {step.sides.length > 0 && <Contested run={run} step={step} />}
      {step.sides.length === 0 && step.mark && <Mark mark={step.mark} step={step} />}
      {step.openFaults > 0 && (
        <Notice urgency="amber">{t('step.faultsOpen', { n: step.openFaults, numbers: step.faults.join(' ') })}</Notice>
      )}
      {offered.length > 0 && (
        <div className={styles.verbs}>
          {offered.map(({ kind, key }) => (
            <Button
              key={kind}
              size="compact-md"
              variant={kind === shownForm ? 'filled' : 'default'}
              rightSection={<KeyHint keys={key} />}
              onClick={() => setForm(kind)}
            >
              {t(`stepForm.${kind}`)}
            </Button>
          ))}
        </div>
      )}
      {shownForm === 'done' && <StepDoneForm run={run} step={step} onDone={() => said('done')} />}
      {(shownForm === 'notApplicable' || shownForm === 'skipped' || shownForm === 'failed') && (
        <StepReasonForm
          key={shownForm}
          run={run}
          step={step}
          how={shownForm}
          onDone={() => (shownForm === 'failed' ? setForm(undefined) : said(shownForm))}
        />
      )}
      {shownForm === 'badPoint' && <BadPointForm run={run} step={step} onDone={() => setForm(undefined)} />}
      {shownForm === 'moveDue' && <StepMoveForm run={run} step={step} onDone={() => said('moveDue')} />}
      {settled && running && !closed && step.sides.length === 0 && (
        <>
          <ConfirmInline
            label={t('step.reopen')}
            question={t('step.reopenQuestion')}
            reasonLabel={t('common:reason')}
            busy={reopen.busy}
            onConfirm={async (reason) => (await reopen.send({ id: run.id, step: step.code, reason })).ok}
          />
          <RefusalNote refusal={reopen.refusal} />
        </>
      )}
    </div>
  );
}

function Mark({ mark, step }: { mark: Marked; step: RunStep }) {
  const t = useWords('planRuns');
  return (
    <section className={styles.said}>
      <div>
        <strong>{t(mark.how ? `standing.${mark.how}` : `marked.${mark.verb}`)}</strong>{' '}
        <ZoneTime at={mark.happenedAt ?? mark.at} show="dateTime" /> {mark.author}
        {mark.doneBy !== undefined && mark.doneBy !== mark.author && <> {t('step.doneBy', { name: mark.doneBy })}</>}
      </div>
      {mark.note !== '' && <div className={styles.note}>{mark.note}</div>}
      <GivenEvidence asked={step.evidence} given={mark.evidence ?? []} />
    </section>
  );
}

/** Two desks said different things of it: both stand side by side until somebody says which holds. */
function Contested({ run, step }: { run: RunRecord; step: RunStep }) {
  const t = useWords('planRuns');
  const settle = useCommand(planRuns.settleStep);
  return (
    <Notice urgency="amber" icon={IconArrowsSplit2} title={t('step.contested')}>
      {step.sides.map((side) => (
        <div key={side.entry} className={styles.side}>
          <Mark mark={side} step={step} />
          <ConfirmInline
            label={t('step.settle')}
            question={t('step.settleQuestion')}
            reasonLabel={t('common:reason')}
            busy={settle.busy}
            onConfirm={async (reason) => (await settle.send({ id: run.id, step: step.code, side: side.entry, reason })).ok}
          />
        </div>
      ))}
      <RefusalNote refusal={settle.refusal} />
    </Notice>
  );
}
