import { Button } from '@mantine/core';
import { useState } from 'react';
import { plannedWork } from '../../shared/planned-work/contract';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { PersonField } from '../people';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField, TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import { emptyHang, type HangPart, hangInputOf, missingInHang } from './hang-draft';
import styles from './PlannedWork.module.css';
import { ScopeFields } from './ScopeFields';

/** Hangs a tag: on what, what is done, who answers for it, until when; the rest stands below. */
export function HangForm({ onDone }: { onDone: (work: { id: string; number: string }) => void }) {
  const t = useWords('plannedWork');
  const shell = useShell();
  const hang = useCommand(plannedWork.hang);
  const fieldError = useFieldErrors(hang.refusal);
  const { value: draft, change, restored, discard } = useDraft('plannedWork.hang', emptyHang);
  const [tried, setTried] = useState(false);
  const missing = missingInHang(draft);
  const errorOf = (part: HangPart, field: string, rule = t('common:rules.required')) =>
    tried && missing.includes(part) ? rule : fieldError(field);

  const submit = async () => {
    setTried(true);
    const input = hangInputOf(draft);
    if (!input || missing.length > 0) return;
    const answer = await hang.send(input);
    if (!answer.ok) return;
    discard();
    shell.say(t('form.done', { number: answer.value.number }));
    onDone(answer.value);
  };

  return (
    <Form
      onSubmit={() => void submit()}
      busy={hang.busy}
      label={t('form.title')}
      pinned
      actions={
        <>
          <Button type="submit" loading={hang.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
            {t('form.submit')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              discard();
              setTried(false);
              hang.clear();
            }}
          >
            {t('form.discard')}
          </Button>
        </>
      }
    >
      {restored !== undefined && <Notice>{t('form.restored', { at: restored })}</Notice>}
      <ScopeFields
        draft={draft}
        change={change}
        error={errorOf('scope', 'scope', draft.kind === 'devices' ? t('scope.nothing') : undefined)}
      />
      <TextAreaField
        label={t('fact.reason')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        maxLength={400}
        rows={1}
        required
        error={errorOf('reason', 'reason')}
      />
      <div className={styles.pair}>
        <PersonField
          label={t('fact.owner')}
          value={draft.owner}
          onChange={(owner) => change({ owner })}
          required
          error={errorOf('owner', 'owner.name')}
        />
        <TextField
          label={t('fact.phone')}
          value={draft.owner.phone}
          onChange={(phone) => change({ owner: { ...draft.owner, phone } })}
          maxLength={40}
          required
          error={errorOf('phone', 'owner.phone')}
        />
      </div>
      <div className={styles.pair}>
        <TimeInput
          label={t('fact.end')}
          direction="future"
          value={draft.end ?? undefined}
          onChange={(end) => change({ end: end ?? null })}
          required
          error={errorOf('end', 'end')}
        />
        <TimeInput
          label={t('fact.startsNow')}
          direction="future"
          value={draft.starts ?? undefined}
          onChange={(starts) => change({ starts: starts ?? null })}
          error={fieldError('starts')}
        />
      </div>
      <div className={styles.pair}>
        <PersonField
          label={t('fact.allowedBy')}
          value={draft.allowedBy}
          onChange={(allowedBy) => change({ allowedBy })}
          error={fieldError('allowedBy.name')}
        />
        <TextField
          label={t('fact.effect')}
          value={draft.effect}
          onChange={(effect) => change({ effect })}
          maxLength={400}
          error={fieldError('effect')}
        />
      </div>
      <RefusalNote refusal={hang.refusal} />
    </Form>
  );
}
