import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord, RunStep } from '../../shared/plan-runs/record';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useCommand } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';

export interface StepReasonFormProps {
  run: RunRecord;
  step: RunStep;
  how: 'skipped' | 'notApplicable' | 'failed';
  onDone: () => void;
}

/** A step is left out or could not be done; never without saying why. */
export function StepReasonForm({ run, step, how, onDone }: StepReasonFormProps) {
  const t = useWords('planRuns');
  const aside = useCommand(planRuns.setStepAside);
  const failed = useCommand(planRuns.stepFailed);
  const { value: draft, change, discard } = useDraft(`planRun.${how}:${run.id}:${step.code}`, { text: '' });
  const [tried, setTried] = useState(false);
  const text = draft.text.trim();
  const submit = async () => {
    setTried(true);
    // The station refuses an empty reason as well.
    if (text === '') return;
    const answer =
      how === 'failed'
        ? await failed.send({ id: run.id, step: step.code, note: text })
        : await aside.send({ id: run.id, step: step.code, how, reason: text });
    if (!answer.ok) return;
    discard();
    onDone();
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={aside.busy || failed.busy}
      label={t(`stepForm.${how}`)}
      pinned
      actions={
        <Button type="submit" loading={aside.busy || failed.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t(`stepForm.${how}`)}
        </Button>
      }
    >
      <TextAreaField
        label={t(`reasonFor.${how}`)}
        value={draft.text}
        onChange={(typed) => change({ text: typed })}
        maxLength={how === 'failed' ? 1_000 : 500}
        rows={2}
        required
        startHere
        error={tried && text === '' ? t('step.reasonNeeded') : undefined}
      />
      <RefusalNote refusal={aside.refusal ?? failed.refusal} />
    </Form>
  );
}
