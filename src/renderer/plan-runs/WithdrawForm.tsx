import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import type { RunFormProps } from './run-form';

/** A wrong activation is withdrawn with its reason; nothing of it is erased. */
export function WithdrawForm({ run, onDone }: RunFormProps) {
  const t = useWords('planRuns');
  const shell = useShell();
  const withdraw = useCommand(planRuns.withdraw);
  const { value: draft, change, discard } = useDraft(`planRun.withdraw:${run.id}`, { reason: '' });
  const [tried, setTried] = useState(false);
  const missing = draft.reason.trim() === '';
  const submit = async () => {
    setTried(true);
    if (missing) return;
    const answer = await withdraw.send({ id: run.id, reason: draft.reason });
    if (!answer.ok) return;
    discard();
    shell.say(t('form.withdrawDone', { number: run.number }));
    onDone();
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={withdraw.busy}
      label={t('form.withdraw')}
      pinned
      actions={
        <Button type="submit" color="red" loading={withdraw.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t('form.withdraw')}
        </Button>
      }
    >
      <Notice urgency="amber">{t('form.withdrawRule')}</Notice>
      <TextAreaField
        label={t('common:reason')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        maxLength={500}
        rows={2}
        required
        startHere
        error={tried && missing ? t('common:rules.required') : undefined}
      />
      <RefusalNote refusal={withdraw.refusal} />
    </Form>
  );
}
