import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Attachment } from '../../shared/attachments/contract';
import { dutyLog } from '../../shared/duty-log/contract';
import { AttachmentField } from '../attachments';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';

const empty: { text: string; attachments: Attachment[] } = { text: '', attachments: [] };

/** What came of it: added to the entry, under the officer's own name and time. */
export function FollowUpForm({ id, number }: { id: string; number: string }) {
  const t = useWords('dutyLog');
  const shell = useShell();
  const followUp = useCommand(dutyLog.followUp);
  const fieldError = useFieldErrors(followUp.refusal);
  const { value: draft, change, discard } = useDraft(`dutyLog.followUp:${id}`, empty);
  const [missing, setMissing] = useState(false);
  const submit = async () => {
    setMissing(draft.text.trim() === '');
    if (draft.text.trim() === '') return;
    const answer = await followUp.send({ id, text: draft.text, attachments: draft.attachments });
    if (!answer.ok) return;
    discard();
    shell.say(t('panel.followedUp', { number }));
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={followUp.busy}
      label={t('panel.followUpText')}
      actions={
        <Button type="submit" loading={followUp.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t('panel.followUp')}
        </Button>
      }
    >
      <AttachmentField value={draft.attachments} onChange={(attachments) => change({ attachments })}>
        <TextAreaField
          label={t('panel.followUpText')}
          value={draft.text}
          onChange={(text) => change({ text })}
          maxLength={8_000}
          rows={2}
          required
          error={missing && draft.text.trim() === '' ? t('common:rules.required') : fieldError('text')}
        />
      </AttachmentField>
      <RefusalNote refusal={followUp.refusal} />
    </Form>
  );
}
