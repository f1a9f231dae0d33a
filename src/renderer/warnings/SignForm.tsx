import { Button } from '@mantine/core';
import { useState } from 'react';
import { warnings } from '../../shared/warnings/contract';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import { ContentsFields } from './ContentsFields';
import { type ContentsDraft, contentsOf, emptyContents, missingIn } from './publish-draft';

/** Signs that somebody noticed: the five minutes to the office begin. */
export function SignForm({ onDone }: { onDone: (warning: { id: string; number: string }) => void }) {
  const t = useWords('warnings');
  const shell = useShell();
  const note = useCommand(warnings.noteSign);
  const fieldError = useFieldErrors(note.refusal);
  const {
    value: draft,
    change,
    restored,
    discard,
  } = useDraft<ContentsDraft & { noticedAt: number | null }>('warnings.sign', {
    ...emptyContents,
    origin: 'internal',
    noticedAt: null as number | null,
  });
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (missingIn(draft).length > 0) return;
    const answer = await note.send({ contents: contentsOf(draft), ...(draft.noticedAt === null ? {} : { noticedAt: draft.noticedAt }) });
    if (!answer.ok) return;
    discard();
    shell.say(t('form.doneSign', { number: answer.value.number }));
    onDone(answer.value);
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={note.busy}
      label={t('form.sign')}
      pinned
      actions={
        <Button type="submit" loading={note.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t('form.submitSign')}
        </Button>
      }
    >
      {restored !== undefined && <Notice>{t('form.restored', { at: restored })}</Notice>}
      <ContentsFields value={draft} change={change} tried={tried} fieldError={fieldError} startHere />
      <TimeInput
        label={t('fact.noticedAt')}
        value={draft.noticedAt ?? undefined}
        onChange={(at) => change({ noticedAt: at ?? null })}
        error={fieldError('noticedAt')}
      />
      <RefusalNote refusal={note.refusal} />
    </Form>
  );
}
