import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import type { RunFormProps } from './run-form';

/** T is moved: a visit comes later; every step that hangs on it moves with it. */
export function TargetForm({ run, onDone }: RunFormProps) {
  const t = useWords('planRuns');
  const shell = useShell();
  const move = useCommand(planRuns.moveTarget);
  const { value: draft, change, discard } = useDraft(`planRun.target:${run.id}`, { target: run.target as number | null, reason: '' });
  const [tried, setTried] = useState(false);
  const required = t('common:rules.required');
  const submit = async () => {
    setTried(true);
    if (draft.target === null || draft.reason.trim() === '') return;
    const answer = await move.send({ id: run.id, target: draft.target, reason: draft.reason });
    if (!answer.ok) return;
    discard();
    shell.say(t('form.targetDone'));
    onDone();
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={move.busy}
      label={t('form.target')}
      pinned
      actions={
        <Button type="submit" loading={move.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t('form.target')}
        </Button>
      }
    >
      <TimeInput
        label={t('form.targetNew')}
        value={draft.target ?? undefined}
        onChange={(at) => change({ target: at ?? null })}
        direction="future"
        required
        error={tried && draft.target === null ? required : undefined}
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
