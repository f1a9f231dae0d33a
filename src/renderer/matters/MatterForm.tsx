import { Button } from '@mantine/core';
import { useState } from 'react';
import { matters } from '../../shared/matters/contract';
import { matterKinds, missingParts } from '../../shared/matters/kinds';
import { matterLevels } from '../../shared/matters/level';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { PersonField } from '../people';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import { inputOf, type MatterDraft } from './matter-draft';
import styles from './Matters.module.css';

export interface MatterFormProps {
  draftKey: string;
  /** The untouched form, filled from a log entry perhaps. */
  empty: MatterDraft;
  logEntry?: string;
  onDone: (matter: { id: string; number: string }) => void;
}

/** What, from whom, who is to do it, until when: words change with the kind, the form stays. */
export function MatterForm({ draftKey, empty, logEntry, onDone }: MatterFormProps) {
  const t = useWords('matters');
  const shell = useShell();
  const open = useCommand(matters.open);
  const fieldError = useFieldErrors(open.refusal);
  const { value: draft, change, restored, discard } = useDraft(draftKey, empty);
  const [tried, setTried] = useState(false);
  const { kind } = draft;
  const input = inputOf(draft, logEntry);
  const missing = new Set<string>(missingParts(kind, input));
  if (input.title === '') missing.add('title');
  const errorOf = (part: string) => (tried && missing.has(part) ? t('common:rules.required') : fieldError(part));
  const needed = (part: 'from' | 'holder' | 'text' | 'deadline') => missingParts(kind, {}).includes(part);

  const submit = async () => {
    setTried(true);
    if (missing.size > 0) return;
    const answer = await open.send(input);
    if (!answer.ok) return;
    discard();
    shell.say(t('form.done', { number: answer.value.number }));
    onDone(answer.value);
  };

  return (
    <Form
      onSubmit={() => void submit()}
      busy={open.busy}
      label={t('form.title')}
      pinned
      actions={
        <>
          <Button type="submit" loading={open.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
            {t('form.submit')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              discard();
              setTried(false);
              open.clear();
            }}
          >
            {t('form.discard')}
          </Button>
        </>
      }
    >
      {restored !== undefined && <Notice>{t('form.restored', { at: restored })}</Notice>}
      <TextField
        label={t(`title.${kind}`)}
        value={draft.title}
        onChange={(title) => change({ title })}
        maxLength={120}
        required
        error={errorOf('title')}
        startHere
      />
      <div className={styles.pair}>
        <ChoiceField
          label={t('kind.label')}
          value={kind}
          onChange={(next) => change({ kind: next })}
          choices={matterKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <ChoiceField
          label={t('level.label')}
          value={draft.level}
          onChange={(level) => change({ level })}
          choices={matterLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
        />
      </div>
      <div className={styles.pair}>
        <PersonField
          label={t(`from.${kind}`)}
          value={draft.from}
          onChange={(from) => change({ from })}
          required={needed('from')}
          error={errorOf('from')}
        />
        <PersonField
          label={t(`holder.${kind}`)}
          value={draft.holder}
          onChange={(holder) => change({ holder })}
          required={needed('holder')}
          error={errorOf('holder')}
        />
      </div>
      <div className={styles.pair}>
        <TimeInput
          label={t('receivedAt.now')}
          value={draft.receivedAt ?? undefined}
          onChange={(receivedAt) => change({ receivedAt: receivedAt ?? null })}
          error={fieldError('receivedAt')}
        />
        <TimeInput
          label={t(`deadline.${kind}`)}
          direction="future"
          value={draft.deadline ?? undefined}
          onChange={(deadline) => change({ deadline: deadline ?? null })}
          required={needed('deadline')}
          error={errorOf('deadline')}
        />
      </div>
      <TextAreaField
        label={t(`text.${kind}`)}
        value={draft.text}
        onChange={(text) => change({ text })}
        maxLength={2_000}
        rows={3}
        required={needed('text')}
        error={errorOf('text')}
      />
      <RefusalNote refusal={open.refusal} />
    </Form>
  );
}
