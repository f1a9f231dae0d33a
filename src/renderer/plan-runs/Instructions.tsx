import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf, type TypedPerson } from '../people';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useFieldErrors, useMay } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import { TimeInput } from '../widgets/TimeInput';
import { ageInWords } from '../widgets/words-of-age';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './Reporting.module.css';

type Instruction = RunRecord['instructions'][number];

/** Leaders' instructions (批示): to which posts, due when, done or not; the open ones on top, the most pressing first. */
export function Instructions({ run }: { run: RunRecord }) {
  const t = useWords('planRunPeople');
  const now = useNow(minute);
  const may = useMay(planRuns.instruct) && run.may.run;
  const [adding, setAdding] = useState(false);
  useScreenKeys(may && !adding ? [{ key: 'I', label: t('instruction.add'), run: () => setAdding(true) }] : []);
  const open = run.instructions
    .filter(({ doneAt }) => doneAt === undefined)
    .toSorted((one, other) => (one.due ?? Infinity) - (other.due ?? Infinity) || one.at - other.at);
  const done = run.instructions.filter(({ doneAt }) => doneAt !== undefined).toReversed();
  return (
    <section className={styles.instructions} aria-label={t('instruction.title')}>
      <div className={styles.headingLine}>
        <h3 className={styles.heading}>
          {t('instruction.title')} {open.length > 0 && <span className={styles.quiet}>{t('instruction.open', { n: open.length })}</span>}
        </h3>
        {may && !adding && (
          <Button size="compact-sm" variant="default" rightSection={<KeyHint keys="I" />} onClick={() => setAdding(true)}>
            {t('instruction.add')}
          </Button>
        )}
      </div>
      {adding && <InstructForm run={run} onDone={() => setAdding(false)} />}
      {run.instructions.length === 0 && !adding && <div className={styles.quiet}>{t('instruction.none')}</div>}
      <ul className={styles.history}>
        {[...open, ...done].map((one) => (
          <Line key={one.id} run={run} one={one} may={may} now={now} />
        ))}
      </ul>
    </section>
  );
}

function Line({ run, one, may, now }: { run: RunRecord; one: Instruction; may: boolean; now: number }) {
  const t = useWords('planRunPeople');
  const common = useWords('common');
  const shell = useShell();
  const language = useLanguage();
  const done = useCommand(planRuns.instructionDone);
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState(false);
  const { id, at, from, text, to, due, doneAt, doneBy } = one;
  const posts = to.map((code) => run.posts.find((post) => post.code === code)?.name[language] ?? code);
  const finish = async () => {
    const answer = await done.send({ id: run.id, instruction: id, note: note.trim() });
    if (!answer.ok) return;
    setAsking(false);
    shell.say(t('instruction.finished'));
  };
  return (
    <li className={styles.sent} data-done={doneAt !== undefined || undefined}>
      <div>
        <strong>{from.name}</strong> <ZoneTime at={at} />{' '}
        <span className={styles.quiet}>{posts.join(t('common:separator')) || t('instruction.toAll')}</span>
      </div>
      <div className={styles.said}>{text}</div>
      <div className={styles.lineEnd}>
        {doneAt !== undefined && <span className={styles.quiet}>{t('instruction.doneBy', { by: doneBy, at: doneAt })}</span>}
        {doneAt === undefined && due !== undefined && (
          <>
            <span className={styles.quiet}>{t('instruction.dueAt', { at: due })}</span>
            {now > due && <StatusTag urgency="red">{t('instruction.overdue', { age: ageInWords(common, now - due) })}</StatusTag>}
          </>
        )}
        {doneAt === undefined && may && !asking && (
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {t('instruction.finish')}
          </Button>
        )}
      </div>
      {one.note !== '' && <div className={styles.quiet}>{one.note}</div>}
      {asking && (
        <Form onSubmit={() => void finish()} busy={done.busy} label={t('instruction.finish')}>
          <div className={styles.lineForm}>
            <TextField label={t('instruction.finishNote')} value={note} onChange={setNote} maxLength={1_000} startHere width="100%" />
            <Button type="submit" size="compact-md" loading={done.busy}>
              {t('instruction.finish')}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setAsking(false)}>
              {t('common:back')}
            </Button>
          </div>
          <RefusalNote refusal={done.refusal} />
        </Form>
      )}
    </li>
  );
}

interface InstructDraft {
  from: TypedPerson;
  text: string;
  to: string[];
  due: number | null;
}

function InstructForm({ run, onDone }: { run: RunRecord; onDone: () => void }) {
  const t = useWords('planRunPeople');
  const shell = useShell();
  const language = useLanguage();
  const instruct = useCommand(planRuns.instruct);
  const fieldError = useFieldErrors(instruct.refusal);
  const {
    value: draft,
    change,
    discard,
  } = useDraft<InstructDraft>(`planRun:${run.id}.instruct`, { from: nobody, text: '', to: [], due: null });
  const [tried, setTried] = useState(false);
  const from = referenceOf(draft.from);
  const text = draft.text.trim();
  const required = t('common:rules.required');
  const nameOf = (code: string) => run.posts.find((post) => post.code === code)?.name[language] ?? code;
  const submit = async () => {
    setTried(true);
    if (!from || text === '') return;
    const answer = await instruct.send({ id: run.id, from, text, to: draft.to, ...(draft.due === null ? {} : { due: draft.due }) });
    if (!answer.ok) return;
    discard();
    shell.say(t('instruction.given'));
    onDone();
  };
  return (
    <div className={styles.box}>
      <Form
        onSubmit={() => void submit()}
        busy={instruct.busy}
        label={t('instruction.add')}
        actions={
          <>
            <Button type="submit" size="compact-md" loading={instruct.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
              {t('instruction.add')}
            </Button>
            <Button size="compact-md" variant="default" onClick={onDone}>
              {t('common:back')}
            </Button>
          </>
        }
      >
        <PersonField
          label={t('instruction.leader')}
          value={draft.from}
          onChange={(person) => change({ from: person })}
          required
          startHere
          error={tried && !from ? required : fieldError('from.name')}
        />
        <TextAreaField
          label={t('instruction.text')}
          value={draft.text}
          onChange={(next) => change({ text: next })}
          maxLength={2_000}
          rows={2}
          required
          error={tried && text === '' ? required : fieldError('text')}
        />
        <div className={styles.pair}>
          <ChoiceField
            label={t('instruction.to')}
            value=""
            placeholder={t('instruction.toAll')}
            onChange={(code) => {
              if (code !== '' && !draft.to.includes(code)) change({ to: [...draft.to, code] });
            }}
            choices={run.posts
              .filter(({ code }) => !draft.to.includes(code))
              .map(({ code, name }) => ({ value: code, label: name[language] }))}
          />
          <TimeInput
            label={t('instruction.due')}
            direction="future"
            value={draft.due ?? undefined}
            onChange={(due) => change({ due: due ?? null })}
            error={fieldError('due')}
          />
        </div>
        {draft.to.length > 0 && (
          <div className={styles.lineEnd}>
            {draft.to.map((code) => (
              <button
                key={code}
                type="button"
                className={styles.chip}
                aria-label={t('posts.remove', { name: nameOf(code) })}
                onClick={() => change({ to: draft.to.filter((one) => one !== code) })}
              >
                {nameOf(code)} ×
              </button>
            ))}
          </div>
        )}
        <RefusalNote refusal={instruct.refusal} />
      </Form>
    </div>
  );
}
