import { Button } from '@mantine/core';
import { useState } from 'react';
import { serviceRequests } from '../../shared/service-requests/contract';
import type { RequestRecord, RequestStep } from '../../shared/service-requests/record';
import { mayTake } from '../../shared/service-requests/who-may';
import { useNow } from '../clock';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf, type TypedPerson } from '../people';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useMay, useOfficer } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import { durationWords } from './duration-words';
import styles from './Requests.module.css';
import { useDoerWord } from './useDoerWord';

const beside = ['plan', 'note', 'takeBack', 'cancel'] as const;
type Beside = (typeof beside)[number];

/** What can be done now: the next step under Alt+1, others that are possible after it, then what stands beside the course. */
export function RequestSteps({ request }: { request: RequestRecord }) {
  const t = useWords('serviceRequests');
  const language = useLanguage();
  const mayKeep = useMay(serviceRequests.register);
  const mayCancel = useMay(serviceRequests.cancel);
  const mayNote = useMay(serviceRequests.note);
  const [chosen, setChosen] = useState<string>();
  const open = request.outcome === 'open';
  const contested = request.contests.some(({ topic }) => topic !== 'plan');
  const rank = { next: 0, repeated: 1, optional: 2 } as const;
  const order = (step: RequestStep) => rank[step.standing as keyof typeof rank];
  const steps =
    open && !contested ? request.steps.filter(({ standing }) => standing in rank).toSorted((one, other) => order(one) - order(other)) : [];
  const last = request.timeline.findLast(({ verb, author }) => verb === 'take' && author !== '');
  const others = beside.filter((verb) => {
    if (verb === 'plan') return mayKeep && open && request.limits.some(({ direction }) => direction === 'before');
    if (verb === 'takeBack') return mayKeep && !contested && request.outcome !== 'cancelled' && last !== undefined;
    return verb === 'note' ? mayNote : mayCancel && open;
  });
  const names = [...steps.map(({ code }) => `step ${code}`), ...others];
  const keyOf = (name: string) => `Alt+${names.indexOf(name) + 1}`;
  const shown = names.find((name) => name === chosen);
  const labelOf = (name: string) => steps.find(({ code }) => name === `step ${code}`)?.name[language] ?? t(`verb.${name as Beside}`);
  useScreenKeys(names.slice(0, 9).map((name) => ({ key: keyOf(name), label: labelOf(name), run: () => setChosen(name) })));
  if (names.length === 0) return null;
  const step = steps.find(({ code }) => shown === `step ${code}`);
  return (
    <section className={styles.step} aria-label={t('panel.steps')}>
      <div className={styles.steps}>
        {names.map((name, i) => (
          <Button
            key={name}
            size="compact-md"
            variant={name === shown ? 'filled' : 'default'}
            rightSection={<KeyHint keys={keyOf(name)} />}
            data-start-here={i === 0 || undefined}
            onClick={() => setChosen(name === shown ? undefined : name)}
          >
            {labelOf(name)}
          </Button>
        ))}
      </div>
      {step && <TakeForm key={step.code} request={request} step={step} onDone={() => setChosen(undefined)} />}
      {shown && !step && (
        <BesideForm key={shown} request={request} verb={shown as Beside} last={last?.step ?? ''} onDone={() => setChosen(undefined)} />
      )}
    </section>
  );
}

interface TakeDraft {
  choice: string;
  records: string[];
  note: string;
  doer: TypedPerson;
  happenedAt: number | null;
}

function TakeForm({ request, step, onDone }: { request: RequestRecord; step: RequestStep; onDone: () => void }) {
  const t = useWords('serviceRequests');
  const language = useLanguage();
  const shell = useShell();
  const officer = useOfficer();
  const doerWord = useDoerWord();
  const now = useNow(10_000);
  const command = useCommand(serviceRequests.take);
  const empty: TakeDraft = { choice: '', records: [], note: '', doer: nobody, happenedAt: null };
  const { value: draft, change, discard } = useDraft<TakeDraft>(`serviceRequest:${request.id}.${step.code}`, empty);
  const [tried, setTried] = useState(false);
  const may = mayTake(step.by, officer?.roles ?? []);
  const doer = referenceOf(draft.doer);
  const values = step.records.map((_, i) => (draft.records[i] ?? '').trim());
  const missing = (step.choices.length > 0 && draft.choice === '') || values.includes('') || (may === 'doerNeeded' && !doer);
  const needed = (lacks: boolean) => (tried && lacks ? t('common:rules.required') : undefined);
  if (may === 'no') return <div className={styles.under}>{t('steps.notYours', { who: doerWord(step.by) })}</div>;

  const submit = async () => {
    setTried(true);
    if (missing || command.busy) return;
    const answer = await command.send({
      id: request.id,
      step: step.code,
      ...(draft.choice ? { choice: draft.choice } : {}),
      records: values,
      note: draft.note.trim(),
      doer: doer ?? null,
      ...(draft.happenedAt === null ? {} : { happenedAt: draft.happenedAt }),
    });
    if (!answer.ok) return;
    discard();
    shell.say(t('panel.doneStep', { number: request.number, what: step.name[language] }));
    onDone();
  };
  const from = step.choices.find(({ code }) => code === draft.choice)?.from ?? step.from;
  const chosen = step.choices.find(({ code }) => code === draft.choice);

  return (
    <div className={styles.under}>
      <Form
        onSubmit={() => void submit()}
        busy={command.busy}
        label={step.name[language]}
        actions={
          <>
            <Button type="submit" loading={command.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
              {t('steps.record')}
            </Button>
            <Button variant="default" onClick={onDone}>
              {t('common:back')}
            </Button>
          </>
        }
      >
        {step.every && <div className={styles.quiet}>{t('steps.every', { time: durationWords(t, step.every) })}</div>}
        {step.choices.length > 0 && (
          <ChoiceField
            label={t('steps.choice')}
            value={draft.choice}
            onChange={(choice) => change({ choice })}
            placeholder={t('steps.choose')}
            choices={step.choices.map(({ code, name, upTo }) => ({
              value: code,
              label: upTo ? t('steps.upTo', { name: name[language], time: durationWords(t, upTo) }) : name[language],
            }))}
            required
            error={needed(draft.choice === '')}
          />
        )}
        {chosen?.help && <div className={styles.quiet}>{chosen.help[language]}</div>}
        {chosen?.becomes && <Notice>{t('steps.becomes', { service: chosen.becomes[language] })}</Notice>}
        {from !== undefined && now < from && <Notice urgency="amber">{t('steps.from', { at: from })}</Notice>}
        {step.records.map((name, i) => (
          <TextField
            key={name.zh}
            label={name[language]}
            value={draft.records[i] ?? ''}
            onChange={(value) => change({ records: step.records.map((_, at) => (at === i ? value : (draft.records[at] ?? ''))) })}
            maxLength={400}
            required
            startHere={i === 0 && step.choices.length === 0}
            error={needed(values[i] === '')}
          />
        ))}
        {may === 'doerNeeded' && (
          <PersonField
            label={t('steps.doer', { who: doerWord(step.by) })}
            value={draft.doer}
            onChange={(next) => change({ doer: next })}
            required
            startHere={step.records.length === 0 && step.choices.length === 0}
            error={needed(!doer)}
          />
        )}
        <TextAreaField
          label={t('steps.note')}
          value={draft.note}
          onChange={(note) => change({ note })}
          maxLength={1_000}
          rows={2}
          startHere={step.records.length === 0 && step.choices.length === 0 && may === 'yes'}
        />
        <TimeInput
          label={t('steps.happenedAt')}
          value={draft.happenedAt ?? undefined}
          onChange={(happenedAt) => change({ happenedAt: happenedAt ?? null })}
        />
        <RefusalNote refusal={command.refusal} />
      </Form>
    </div>
  );
}

interface BesideFormProps {
  request: RequestRecord;
  verb: Beside;
  /** The step that was recorded last. */
  last: string;
  onDone: () => void;
}

function BesideForm({ request, verb, last, onDone }: BesideFormProps) {
  const t = useWords('serviceRequests');
  const language = useLanguage();
  const shell = useShell();
  const commands = {
    plan: useCommand(serviceRequests.plan),
    note: useCommand(serviceRequests.note),
    takeBack: useCommand(serviceRequests.takeBack),
    cancel: useCommand(serviceRequests.cancel),
  };
  const command = commands[verb];
  const { value: draft, change, discard } = useDraft(`serviceRequest:${request.id}.${verb}`, { text: '', at: null as number | null });
  const [tried, setTried] = useState(false);
  const text = draft.text.trim();
  const textNeeded = verb !== 'plan' || request.plannedAt !== undefined;
  const missing = (textNeeded && text === '') || (verb === 'plan' && draft.at === null);
  const send = () => {
    const { id } = request;
    if (verb === 'plan') return commands.plan.send({ id, plannedAt: draft.at ?? 0, reason: text });
    if (verb === 'note') return commands.note.send({ id, note: text });
    if (verb === 'cancel') return commands.cancel.send({ id, reason: text });
    return commands.takeBack.send({ id, step: last, reason: text });
  };
  const submit = async () => {
    setTried(true);
    if (missing || command.busy) return;
    const answer = await send();
    if (!answer.ok) return;
    discard();
    shell.say(t('panel.doneStep', { number: request.number, what: t(`verb.${verb}`) }));
    onDone();
  };
  const step = request.timeline.findLast((moment) => moment.verb === 'take' && moment.step === last);
  return (
    <div className={styles.under}>
      <Form
        onSubmit={() => void submit()}
        busy={command.busy}
        label={t(`verb.${verb}`)}
        actions={
          <>
            <Button type="submit" loading={command.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
              {t(`verb.${verb}`)}
            </Button>
            <Button variant="default" onClick={onDone}>
              {t('common:back')}
            </Button>
          </>
        }
      >
        {verb === 'takeBack' && <div>{t('steps.takesBack', { step: step?.stepName?.[language] ?? last })}</div>}
        {verb === 'plan' && (
          <TimeInput
            label={t('fact.plannedAt')}
            direction="future"
            value={draft.at ?? undefined}
            onChange={(at) => change({ at: at ?? null })}
            required
            error={tried && draft.at === null ? t('common:rules.required') : undefined}
          />
        )}
        <TextAreaField
          label={t(verb === 'note' ? 'steps.note' : 'steps.reason')}
          value={draft.text}
          onChange={(next) => change({ text: next })}
          maxLength={1_000}
          rows={2}
          required={textNeeded}
          startHere={verb !== 'plan'}
          error={tried && textNeeded && text === '' ? t('common:rules.required') : undefined}
        />
        <RefusalNote refusal={command.refusal} />
      </Form>
    </div>
  );
}
