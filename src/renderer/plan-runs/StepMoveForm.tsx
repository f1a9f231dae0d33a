import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord, RunStep } from '../../shared/plan-runs/record';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useCommand } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';

/** The time of one step is moved, with its reason. */
export function StepMoveForm({ run, step, onDone }: { run: RunRecord; step: RunStep; onDone: () => void }) {
  const t = useWords('planRuns');
  const move = useCommand(planRuns.moveStepDue);
  const { value: draft, change, discard } = useDraft(`planRun.move:${run.id}:${step.code}`, { due: step.due ?? null, reason: '' });
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (draft.due === null || draft.reason.trim() === '') return;
    const answer = await move.send({ id: run.id, step: step.code, due: draft.due, reason: draft.reason });
    if (!answer.ok) return;
    discard();
    onDone();
  };
  const required = t('common:rules.required');
  return (
    <Form
      onSubmit={() => void submit()}
      busy={move.busy}
      label={t('stepForm.moveDue')}
      pinned
      actions={
        <Button type="submit" loading={move.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t('stepForm.moveDue')}
        </Button>
      }
    >
      <TimeInput
        label={t('step.newDue')}
        value={draft.due ?? undefined}
        onChange={(due) => change({ due: due ?? null })}
        direction="future"
        required
        error={tried && draft.due === null ? required : undefined}
      />
      <TextField
        label={t('common:reason')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        maxLength={500}
        required
        error={tried && draft.reason.trim() === '' ? required : undefined}
      />
      <RefusalNote refusal={move.refusal} />
    </Form>
  );
}
