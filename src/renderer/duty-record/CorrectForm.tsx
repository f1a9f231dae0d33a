import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { dutyRecord, type DutyRecord } from '../../shared/duty-record/contract';
import { SignerFields, useSigner } from '../accounts';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField, TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './DutyRecord.module.css';

const empty = { text: '', reason: '' };

/** A correction: what is right, why, and the signature of who says so. */
export function CorrectForm({ record, onDone }: { record: DutyRecord; onDone: () => void }) {
  const t = useWords('dutyRecord');
  const shell = useShell();
  const command = useCommand(dutyRecord.correct);
  const fieldError = useFieldErrors(command.refusal);
  const { value, change, discard } = useDraft(`dutyRecord.correct:${record.id}`, empty);
  const [signer, changeSigner] = useSigner(record.signed.content.account);
  const [tried, setTried] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const missing = (text: string) => (tried && text.trim() === '' ? t('common:rules.required') : undefined);

  const send = async () => {
    setTried(true);
    if ([value.text, value.reason, signer.login, signer.password].some((text) => text.trim() === '') || command.busy) return;
    const answer = await command.send({ id: record.id, ...value, signer });
    changeSigner({ password: '' });
    if (!answer.ok) {
      passwordField.current?.focus();
      return;
    }
    discard();
    shell.say(t('signed.done'));
    onDone();
  };
  return (
    <Form
      onSubmit={() => void send()}
      busy={command.busy}
      label={t('signed.correct')}
      actions={
        <>
          <Button type="submit" loading={command.busy}>
            {t('signed.submit')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:cancel')}
          </Button>
        </>
      }
    >
      <div className={styles.quiet}>{t('signed.correctNow')}</div>
      <TextAreaField
        label={t('signed.text')}
        value={value.text}
        onChange={(text) => change({ text })}
        maxLength={2_000}
        rows={2}
        required
        startHere
        error={missing(value.text) ?? fieldError('text')}
      />
      <TextField
        label={t('signed.reasonLabel')}
        value={value.reason}
        onChange={(reason) => change({ reason })}
        maxLength={400}
        required
        error={missing(value.reason) ?? fieldError('reason')}
      />
      <div className={styles.signer}>
        <SignerFields
          value={signer}
          onChange={changeSigner}
          login={t('form.login')}
          password={t('form.password')}
          errorOf={missing}
          passwordRef={passwordField}
        />
      </div>
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
