import { Button } from '@mantine/core';
import { planRuns } from '../../shared/plan-runs/contract';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { openStep } from './open-step';
import type { RunFormProps } from './run-form';
import styles from './Picture.module.css';

/** A phase is closed once no critical step of it is open; what stands in the way is named, and opened by a press. */
export function ClosePhaseForm({ run, phase: code, onDone }: RunFormProps) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const shell = useShell();
  const close = useCommand(planRuns.closePhase);
  const { value: draft, change, discard } = useDraft(`planRun.closePhase:${run.id}:${code ?? ''}`, { note: '' });
  const phase = run.phases.find((one) => one.code === code);
  if (!phase) return null;
  const submit = async () => {
    const answer = await close.send({ id: run.id, phase: phase.code, note: draft.note });
    if (!answer.ok) return;
    discard();
    shell.say(t('form.closePhaseDone', { phase: phase.name[language] }));
    onDone();
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={close.busy}
      label={t('form.closePhase')}
      pinned
      actions={
        <Button type="submit" loading={close.busy} disabled={phase.bars.length > 0} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t('form.closePhase')}
        </Button>
      }
    >
      <strong>{phase.name[language]}</strong>
      <div>{phase.about[language]}</div>
      {phase.bars.length > 0 && (
        <Notice urgency="amber" title={t('phase.barred', { n: phase.bars.length })}>
          <ul className={styles.bars}>
            {phase.bars.map((bar) => (
              <li key={bar}>
                <button type="button" className={styles.link} onClick={() => openStep(shell, run, bar)}>
                  {run.stepList.find((step) => step.code === bar)?.what[language] ?? bar}
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {phase.bars.length === 0 && phase.steps > phase.settled && (
        <Notice urgency="amber">{t('phase.openSteps', { n: phase.steps - phase.settled })}</Notice>
      )}
      <TextAreaField label={t('form.note')} value={draft.note} onChange={(note) => change({ note })} maxLength={1_000} rows={2} startHere />
      <RefusalNote refusal={close.refusal} />
    </Form>
  );
}
