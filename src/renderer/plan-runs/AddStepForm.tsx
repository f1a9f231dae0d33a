import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import type { RunFormProps } from './run-form';

/** A step the plan does not have, added to a run under way. */
export function AddStepForm({ run, onDone }: RunFormProps) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const shell = useShell();
  const add = useCommand(planRuns.addStep);
  const fieldError = useFieldErrors(add.refusal);
  const open = run.phases.filter(({ closedAt }) => closedAt === undefined);
  const {
    value: draft,
    change,
    discard,
  } = useDraft(`planRun.addStep:${run.id}`, {
    phase: (open.find(({ kind }) => kind === 'response') ?? open[0])?.code ?? '',
    what: '',
    who: run.posts[0]?.code ?? '',
    due: null as number | null,
    critical: false,
    reason: '',
  });
  const [tried, setTried] = useState(false);
  const required = t('common:rules.required');
  const lacking = (text: string) => (tried && text.trim() === '' ? required : undefined);
  const submit = async () => {
    setTried(true);
    if (draft.due === null || draft.what.trim() === '' || draft.reason.trim() === '') return;
    const answer = await add.send({ ...draft, id: run.id, due: draft.due });
    if (!answer.ok) return;
    discard();
    shell.say(t('form.addStepDone'));
    onDone();
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={add.busy}
      label={t('form.addStep')}
      pinned
      actions={
        <Button type="submit" loading={add.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t('form.addStep')}
        </Button>
      }
    >
      <TextAreaField
        label={t('form.what')}
        value={draft.what}
        onChange={(what) => change({ what })}
        maxLength={1_000}
        rows={2}
        required
        startHere
        error={fieldError('what') ?? lacking(draft.what)}
      />
      <ChoiceField
        label={t('form.who')}
        value={draft.who}
        onChange={(who) => change({ who })}
        choices={run.posts.map(({ code, name, people }) => ({
          value: code,
          label: `${name[language]} ${people.map((person) => person.name).join(' ')}`,
        }))}
      />
      <TimeInput
        label={t('form.due')}
        value={draft.due ?? undefined}
        onChange={(due) => change({ due: due ?? null })}
        direction="future"
        required
        error={tried && draft.due === null ? required : undefined}
      />
      <ChoiceField
        label={t('form.phase')}
        value={draft.phase}
        onChange={(phase) => change({ phase })}
        choices={open.map(({ code, name }) => ({ value: code, label: name[language] }))}
      />
      <Checkbox
        label={t('form.critical')}
        checked={draft.critical}
        onChange={(event) => change({ critical: event.currentTarget.checked })}
      />
      <TextField
        label={t('common:reason')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        maxLength={500}
        required
        error={lacking(draft.reason)}
      />
      <RefusalNote refusal={add.refusal} />
    </Form>
  );
}
