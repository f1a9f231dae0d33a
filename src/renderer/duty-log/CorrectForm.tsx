import { Button } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { dutyLog, type LogDetails } from '../../shared/duty-log/contract';
import type { LogFields } from '../../shared/duty-log/events';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { EntryFields, unreadableTime } from './EntryFields';
import styles from './EntryPanel.module.css';
import { draftOf, type EntryDraft, fieldsOf } from './entry-draft';
import { kindOfKey } from './KindChoice';

/** Corrects an entry: the form shows what it says now; only what is changed becomes the correction. */
export function CorrectForm({ id, entry, onDone }: { id: string; entry: LogDetails; onDone: () => void }) {
  const t = useWords('dutyLog');
  const shell = useShell();
  const correct = useCommand(dutyLog.correct);
  const fieldError = useFieldErrors(correct.refusal);
  const [empty] = useState<EntryDraft & { reason: string }>(() => ({ ...draftOf(entry.current as LogFields), reason: '' }));
  const { value: draft, change, discard } = useDraft(`dutyLog.correct:${id}`, empty);
  const [tried, setTried] = useState(false);
  const box = useRef<HTMLElement>(null);
  const lacksText = draft.text.trim() === '';
  const lacksReason = draft.reason.trim() === '';

  const submit = async () => {
    setTried(true);
    if (draft.occurredAt === null)
      return (unreadableTime(box.current) ?? box.current?.querySelector<HTMLElement>('[data-time-field] input'))?.focus();
    if (lacksText || lacksReason) return;
    const answer = await correct.send({ id, changes: { ...changed(fieldsOf(empty), fieldsOf(draft)), ...time() }, reason: draft.reason });
    if (!answer.ok) return;
    discard();
    shell.say(t('panel.corrected', { number: entry.original.number }));
    onDone();
  };
  // The field shows whole minutes: a moment that was not touched keeps its seconds.
  const time = () => (draft.occurredAt === null || draft.occurredAt === empty.occurredAt ? {} : { occurredAt: draft.occurredAt });
  const onKeyDown = (event: KeyboardEvent) => {
    const kind = kindOfKey(event);
    if (!kind) return;
    event.preventDefault();
    change({ kind });
  };
  return (
    // Ctrl with a digit is heard from every field of the form.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section ref={box} className={styles.form} aria-label={t('panel.correctTitle')} onKeyDown={onKeyDown}>
      <h3 className={styles.heading}>{t('panel.correctTitle')}</h3>
      <Form
        onSubmit={() => void submit()}
        busy={correct.busy}
        label={t('panel.correctTitle')}
        actions={
          <>
            <Button type="submit" loading={correct.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
              {t('panel.correctSubmit')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                discard();
                onDone();
              }}
            >
              {t('common:cancel')}
            </Button>
          </>
        }
      >
        <EntryFields
          draft={draft}
          change={change}
          fieldError={(path) => fieldError(`changes.${path}`)}
          textError={tried && lacksText ? t('common:rules.required') : undefined}
          timeError={tried && draft.occurredAt === null ? t('form.time') : undefined}
          writtenAt={entry.original.at}
        />
        <TextField
          label={t('panel.correctReason')}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          maxLength={400}
          required
          error={tried && lacksReason ? t('common:rules.required') : fieldError('reason')}
        />
        <RefusalNote refusal={correct.refusal} />
      </Form>
    </section>
  );
}

/** The fields that say something else than before. */
function changed(before: Omit<LogFields, 'occurredAt'>, after: Omit<LogFields, 'occurredAt'>): Partial<LogFields> {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof typeof before])),
  );
}
