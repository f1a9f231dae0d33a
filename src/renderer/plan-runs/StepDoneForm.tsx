import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Attachment } from '../../shared/attachments/contract';
import { type EvidenceInput, planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord, RunStep } from '../../shared/plan-runs/record';
import { SignerFields, useSigner } from '../accounts';
import { AttachmentField } from '../attachments';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf, type TypedPerson } from '../people';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField, TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import styles from './Steps.module.css';

type Wanted = RunStep['evidence'][number];

/** One piece as it is being typed. */
interface Typed {
  text: string;
  files: Attachment[];
}
const nothing: Typed = { text: '', files: [] };

/** A step is done, with the evidence it asks for; a value out of its range or a count too low asks for a note. */
export function StepDoneForm({ run, step, onDone }: { run: RunRecord; step: RunStep; onDone: () => void }) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const done = useCommand(planRuns.stepDone);
  const fieldError = useFieldErrors(done.refusal);
  const {
    value: draft,
    change,
    restored,
    discard,
  } = useDraft(`planRun.done:${run.id}:${step.code}:${step.round}`, {
    pieces: step.evidence.map(() => nothing),
    note: '',
    happenedAt: null as number | null,
    doneBy: nobody as TypedPerson,
  });
  const [signer, setSigner] = useSigner();
  const [tried, setTried] = useState(false);
  const pieceAt = (at: number): Typed => draft.pieces[at] ?? nothing;
  const changePiece = (at: number, some: Partial<Typed>) =>
    change({ pieces: step.evidence.map((_, index) => (index === at ? { ...pieceAt(index), ...some } : pieceAt(index))) });
  const signs = step.evidence.some(({ kind }) => kind === 'signature');
  const finding = step.evidence.some((wanted, at) => isFinding(wanted, pieceAt(at)));
  const missing = step.evidence.map((wanted, at) => given(wanted, pieceAt(at), signer.password) === null);

  const submit = async () => {
    setTried(true);
    if (missing.includes(true) || (finding && draft.note.trim() === '')) return;
    const doneBy = referenceOf(draft.doneBy);
    const answer = await done.send({
      id: run.id,
      step: step.code,
      note: draft.note,
      evidence: step.evidence.map((wanted, at) => given(wanted, pieceAt(at), signer.password)),
      ...(draft.happenedAt === null ? {} : { happenedAt: draft.happenedAt }),
      ...(doneBy ? { doneBy } : {}),
      ...(signs ? { signer } : {}),
    });
    if (!answer.ok) return;
    discard();
    onDone();
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={done.busy}
      label={t('stepForm.done')}
      pinned
      actions={
        <Button type="submit" loading={done.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t('step.submitDone')}
        </Button>
      }
    >
      {restored !== undefined && <Notice>{t('form.restored', { at: restored })}</Notice>}
      {step.evidence.map((wanted, at) => (
        <EvidenceField
          key={wanted.label.zh}
          wanted={wanted}
          value={pieceAt(at)}
          onChange={(some) => changePiece(at, some)}
          startHere={at === 0}
          error={tried && missing[at] && wanted.kind !== 'signature' ? t('common:rules.required') : undefined}
        />
      ))}
      {signs && (
        <div className={styles.pair}>
          <SignerFields
            value={signer}
            onChange={setSigner}
            login={t('activate.login')}
            password={t('activate.password')}
            {...(tried ? { errorOf: (text: string) => (text === '' ? t('common:rules.required') : undefined) } : {})}
          />
        </div>
      )}
      <TextAreaField
        label={finding ? t('step.noteFinding') : t('step.note')}
        value={draft.note}
        onChange={(note) => change({ note })}
        maxLength={1_000}
        rows={2}
        required={finding}
        startHere={step.evidence.length === 0}
        error={fieldError('note') ?? (tried && finding && draft.note.trim() === '' ? t('refusals.noteNeeded') : undefined)}
      />
      {finding && step.onFailure && (
        <Notice urgency="amber" title={t('step.onFailure')}>
          {step.onFailure[language]}
        </Notice>
      )}
      <div className={styles.pair}>
        <TimeInput
          label={t('step.happenedAt')}
          value={draft.happenedAt ?? undefined}
          onChange={(at) => change({ happenedAt: at ?? null })}
          error={fieldError('happenedAt')}
        />
        <PersonField label={t('step.by')} value={draft.doneBy} onChange={(doneBy) => change({ doneBy })} />
      </div>
      <RefusalNote refusal={done.refusal} />
    </Form>
  );
}

function EvidenceField({
  wanted,
  value,
  onChange,
  startHere,
  error,
}: {
  wanted: Wanted;
  value: Typed;
  onChange: (some: Partial<Typed>) => void;
  startHere: boolean;
  error: string | undefined;
}) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const label = wanted.label[language];
  switch (wanted.kind) {
    case 'photo':
      return (
        <div>
          <div className={styles.label}>
            {label} <span className={styles.quiet}>{t('evidence.atLeast', { n: wanted.atLeast })}</span>
          </div>
          <AttachmentField value={value.files} onChange={(files) => onChange({ files })} />
          {error !== undefined && <div className={styles.wrong}>{t('evidence.atLeast', { n: wanted.atLeast })}</div>}
        </div>
      );
    case 'reading':
      return (
        <TextField
          label={label}
          hint={limitsOf(t, wanted)}
          value={value.text}
          onChange={(text) => onChange({ text })}
          maxLength={16}
          aside={<span className={styles.unit}>{wanted.unit}</span>}
          required
          startHere={startHere}
          error={error ?? (isFinding(wanted, value) ? t('evidence.outside') : undefined)}
        />
      );
    case 'count':
      return (
        <TextField
          label={label}
          hint={wanted.expected === undefined ? undefined : t('evidence.expected', { n: wanted.expected })}
          value={value.text}
          onChange={(text) => onChange({ text })}
          maxLength={10}
          required
          startHere={startHere}
          error={error ?? (isFinding(wanted, value) ? t('evidence.tooFew') : undefined)}
        />
      );
    case 'signature':
      return <div className={styles.label}>{label}</div>;
    case 'text':
      return (
        <TextAreaField
          label={label}
          value={value.text}
          onChange={(text) => onChange({ text })}
          maxLength={1_000}
          rows={2}
          required
          startHere={startHere}
          error={error}
        />
      );
  }
}

function limitsOf(
  t: ReturnType<typeof useWords<'planRuns'>>,
  { min, max, unit }: Extract<Wanted, { kind: 'reading' }>,
): string | undefined {
  if (min !== undefined && max !== undefined) return t('evidence.between', { min, max, unit });
  if (min !== undefined) return t('evidence.min', { min, unit });
  return max === undefined ? undefined : t('evidence.max', { max, unit });
}

function numberOf(text: string): number | undefined {
  const typed = text.trim().replace(/[,\uff0c]/u, '.');
  return /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : undefined;
}

/** Outside its limits, or fewer than expected: what was done about it must be said. */
function isFinding(wanted: Wanted, { text }: Typed): boolean {
  const value = numberOf(text);
  if (value === undefined) return false;
  if (wanted.kind === 'reading')
    return (wanted.min !== undefined && value < wanted.min) || (wanted.max !== undefined && value > wanted.max);
  return wanted.kind === 'count' && wanted.expected !== undefined && value < wanted.expected;
}

/** What is sent; null while it lacks. */
function given(wanted: Wanted, { text, files }: Typed, password: string): EvidenceInput | null {
  const value = numberOf(text);
  switch (wanted.kind) {
    case 'photo':
      return files.length < wanted.atLeast ? null : { kind: 'photo', files };
    case 'reading':
      return value === undefined ? null : { kind: 'reading', value };
    case 'count':
      return value === undefined || !Number.isInteger(value) || value < 0 ? null : { kind: 'count', value };
    case 'signature':
      return password === '' ? null : { kind: 'signature' };
    case 'text':
      return text.trim() === '' ? null : { kind: 'text', value: text.trim() };
  }
}
