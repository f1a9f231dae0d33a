import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf, type TypedPerson } from '../people';
import { useShell } from '../shell';
import { useCommand } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import type { RunFormProps } from './run-form';

/** Who commands in this shift or the next: a shift cannot be handed over without. */
export function CommanderForm({ run, onDone }: RunFormProps) {
  const t = useWords('planRuns');
  const shell = useShell();
  const name = useCommand(planRuns.nameCommander);
  const without = run.command.find(({ commander }) => commander === undefined) ?? run.command[0];
  const {
    value: draft,
    change,
    discard,
  } = useDraft(`planRun.commander:${run.id}`, {
    shift: without?.shift ?? '',
    commander: nobody as TypedPerson,
    note: '',
  });
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    const commander = referenceOf(draft.commander);
    if (!commander) return;
    const answer = await name.send({ id: run.id, commander, note: draft.note, ...(draft.shift === '' ? {} : { shift: draft.shift }) });
    if (!answer.ok) return;
    discard();
    shell.say(t('form.commanderDone', { name: commander.name }));
    onDone();
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={name.busy}
      label={t('form.commander')}
      pinned
      actions={
        <Button type="submit" loading={name.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t('form.commander')}
        </Button>
      }
    >
      <PersonField
        label={t('form.commanderWho')}
        value={draft.commander}
        onChange={(commander) => change({ commander })}
        required
        startHere
        error={tried && draft.commander.name.trim() === '' ? t('common:rules.required') : undefined}
      />
      <ChoiceField
        label={t('form.commanderShift')}
        value={draft.shift}
        onChange={(shift) => change({ shift })}
        choices={run.command.map(({ shift, name: named, start, commander }) => ({
          value: shift,
          label: t('form.shiftOf', { shift: named, at: start, name: commander?.name ?? t('head.noCommander') }),
        }))}
      />
      <TextField label={t('form.note')} value={draft.note} onChange={(note) => change({ note })} maxLength={1_000} />
      <RefusalNote refusal={name.refusal} />
    </Form>
  );
}
