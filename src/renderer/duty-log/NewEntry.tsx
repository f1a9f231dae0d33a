import { Button, Checkbox } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { dutyLog } from '../../shared/duty-log/contract';
import { AttachmentField } from '../attachments';
import { flushDrafts, useDraft } from '../drafts';
import { useAnyWord, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { holdsRole, useCommand, useFieldErrors, useOfficer, useTell } from '../station';
import { Form } from '../widgets/Form';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { EntryFields, unreadableTime } from './EntryFields';
import styles from './EntryForm.module.css';
import { emptyEntry, fieldsOf } from './entry-draft';
import { entrySlots } from './entry-slots';
import { kindOfKey } from './KindChoice';
import { newEntryPanel } from './panel-names';

/** A new entry: F2, the words, Ctrl+Enter. Everything else has a good answer already. */
export function NewEntry() {
  const t = useWords('dutyLog');
  const word = useAnyWord();
  const shell = useShell();
  const tell = useTell();
  const officer = useOfficer();
  const ticks = entrySlots().filter(({ tick }) => holdsRole(officer, tick.roles));
  const write = useCommand(dutyLog.write);
  const fieldError = useFieldErrors(write.refusal);
  const { value: draft, change, restored, discard } = useDraft(newEntryPanel, emptyEntry);
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  const save = async () => {
    setMissing(draft.text.trim() === '');
    if (draft.text.trim() === '') return;
    const wrong = draft.occurredAt === null ? unreadableTime(box.current) : undefined;
    if (wrong) return wrong.focus();
    const answer = await write.send({
      ...fieldsOf(draft),
      ...(draft.occurredAt === null ? {} : { occurredAt: draft.occurredAt }),
      attachments: draft.attachments,
    });
    if (!answer.ok) return;
    discard();
    const { id, number, late } = answer.value;
    shell.say(t(late ? 'form.savedLate' : 'form.saved', { number }));
    shell.closePanel(newEntryPanel);
    for (const { key, tick } of ticks) if (draft.ticked.includes(key)) await tick.afterSaving({ id, number }, shell, tell);
  };
  const turn = (key: string) =>
    change({ ticked: draft.ticked.includes(key) ? draft.ticked.filter((one) => one !== key) : [...draft.ticked, key] });
  const onKeyDown = (event: KeyboardEvent) => {
    const slot = event.ctrlKey && !event.altKey ? ticks.find(({ tick }) => tick.digit === event.key) : undefined;
    if (slot) {
      event.preventDefault();
      turn(slot.key);
      return;
    }
    const kind = kindOfKey(event);
    if (!kind) return;
    event.preventDefault();
    change({ kind });
  };

  return (
    // Ctrl with a digit is heard from every field of the form; what loses the focus is kept at once.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={box} onKeyDown={onKeyDown} onBlur={() => void flushDrafts()}>
      <Form
        onSubmit={() => void save()}
        busy={write.busy}
        label={t('form.title')}
        pinned
        actions={
          <>
            <Button type="submit" loading={write.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
              {t('form.save')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                discard();
                setMissing(false);
                write.clear();
              }}
            >
              {t('form.discard')}
            </Button>
          </>
        }
      >
        {restored !== undefined && <Notice>{t('form.restored', { at: restored })}</Notice>}
        <AttachmentField value={draft.attachments} onChange={(attachments) => change({ attachments })}>
          <EntryFields
            draft={draft}
            change={change}
            fieldError={fieldError}
            textError={missing && draft.text.trim() === '' ? t('common:rules.required') : undefined}
            timeOptional
          />
        </AttachmentField>
        {ticks.length > 0 && (
          <div className={styles.ticks}>
            {ticks.map(({ key, tick }) => (
              <Checkbox
                key={key}
                checked={draft.ticked.includes(key)}
                onChange={() => turn(key)}
                label={
                  <span className={styles.tick}>
                    {word(tick.label)} <KeyHint keys={`Ctrl+${tick.digit}`} />
                  </span>
                }
              />
            ))}
          </div>
        )}
        <RefusalNote refusal={write.refusal} />
      </Form>
    </div>
  );
}
