import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { DutyRecordDraft } from '../../shared/duty-record/content';
import { dutyRecord } from '../../shared/duty-record/contract';
import { isTimeToSign } from '../../shared/duty-record/due';
import { minute } from '../../shared/time';
import { SignerFields, useSigner } from '../accounts';
import { useNow } from '../clock';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField, TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { DraftFacts } from './DraftFacts';
import styles from './DutyRecord.module.css';

const empty = { summary: '', weather: '', attention: '', problems: '', remark: '', reason: '' };

/** The officer's part of the record, beside what the station wrote, and the signature. */
export function SignForm({ draft }: { draft: DutyRecordDraft }) {
  const t = useWords('dutyRecord');
  const shell = useShell();
  const now = useNow(minute);
  const command = useCommand(dutyRecord.sign);
  const fieldError = useFieldErrors(command.refusal);
  const { value, change, discard } = useDraft(`dutyRecord.sign:${draft.shift.key}:${draft.account}`, empty);
  const [signer, changeSigner] = useSigner(draft.account);
  const [tried, setTried] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const onShift = draft.post !== undefined || draft.checkedInAt !== undefined;
  const asksReason = !onShift || !isTimeToSign(draft.shift.end, now);
  const missing = (text: string) => (tried && text.trim() === '' ? t('common:rules.required') : undefined);

  const sign = async () => {
    setTried(true);
    const incomplete = value.summary.trim() === '' || (asksReason && value.reason.trim() === '');
    if (incomplete || signer.login.trim() === '' || signer.password === '' || command.busy) return;
    const answer = await command.send({ shift: draft.shift.key, ...value, signer });
    changeSigner({ password: '' });
    if (!answer.ok) {
      passwordField.current?.focus();
      return;
    }
    discard();
    shell.say(t('form.done', { name: draft.officer.name }));
  };
  const area = (field: 'summary' | 'attention' | 'problems' | 'remark', longest: number, rows: number) => (
    <TextAreaField
      label={t(`form.${field}`)}
      value={value[field]}
      onChange={(text) => change({ [field]: text })}
      maxLength={longest}
      rows={rows}
      required={field === 'summary'}
      startHere={field === 'summary'}
      error={(field === 'summary' ? missing(value.summary) : undefined) ?? fieldError(field)}
    />
  );

  return (
    <Form
      onSubmit={() => void sign()}
      busy={command.busy}
      pinned
      label={t('form.title', { name: draft.officer.name })}
      actions={
        <Button type="submit" loading={command.busy}>
          {t('form.submit')}
        </Button>
      }
    >
      <div>
        <strong>{t('form.drafted')}</strong>
        <div className={styles.quiet}>{t('form.draftedNow')}</div>
      </div>
      <DraftFacts draft={draft} />
      {area('summary', 4_000, 3)}
      <TextField
        label={t('form.weather')}
        value={value.weather}
        onChange={(weather) => change({ weather })}
        maxLength={80}
        error={fieldError('weather')}
      />
      {area('problems', 2_000, 2)}
      {area('attention', 1_000, 2)}
      {area('remark', 1_000, 1)}
      {asksReason && (
        <TextField
          label={t('form.reason')}
          hint={t('form.reasonHint')}
          value={value.reason}
          onChange={(reason) => change({ reason })}
          maxLength={400}
          required
          error={missing(value.reason) ?? fieldError('reason')}
        />
      )}
      <div>
        <strong>{t('form.sign')}</strong>
        <div className={styles.quiet}>{t('form.signNow')}</div>
      </div>
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
