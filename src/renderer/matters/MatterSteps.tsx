import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { type Means, means } from '../../shared/matters/means';
import { matters } from '../../shared/matters/contract';
import { isEnded, type MatterRecord } from '../../shared/matters/record';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf, type TypedPerson } from '../people';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import styles from './Matters.module.css';

const verbs = ['relay', 'progress', 'finish', 'cancel', 'reopen'] as const;
type StepVerb = (typeof verbs)[number];
const keys: Record<StepVerb, string> = { relay: 'Alt+1', progress: 'Alt+2', finish: 'Alt+3', cancel: 'Alt+4', reopen: 'Alt+1' };

interface StepDraft {
  to: TypedPerson;
  means: Means;
  what: string;
  happenedAt: number | null;
  confirmedBy: string;
  takesOver: boolean;
  note: string;
  next: string;
  deadline: number | null;
}

const empty: StepDraft = {
  to: nobody,
  means: 'phone',
  what: '',
  happenedAt: null,
  confirmedBy: '',
  takesOver: true,
  note: '',
  next: '',
  deadline: null,
};

/** The steps of a matter: one key each, the proposed one open at once. */
export function MatterSteps({ matter }: { matter: MatterRecord }) {
  const t = useWords('matters');
  const may = useMay(matters.progress);
  const ended = isEnded(matter.state);
  const possible: readonly StepVerb[] = ended ? ['reopen'] : ['relay', 'progress', 'finish', 'cancel'];
  const [chosen, setChosen] = useState<StepVerb>();
  const verb = chosen && possible.includes(chosen) ? chosen : undefined;
  useScreenKeys(may ? possible.map((one) => ({ key: keys[one], label: t(`verb.${one}`), run: () => setChosen(one) })) : []);
  if (!may) return null;
  return (
    <section className={styles.step} aria-label={t('verb.progress')}>
      {ended && <div className={styles.quiet}>{t(matter.state === 'done' ? 'panel.finished' : 'panel.cancelled')}</div>}
      <div className={styles.steps}>
        {possible.map((one, i) => (
          <Button
            key={one}
            size="compact-md"
            variant={one === verb ? 'filled' : 'default'}
            rightSection={<KeyHint keys={keys[one]} />}
            data-start-here={i === 0 || undefined}
            onClick={() => setChosen(one === verb ? undefined : one)}
          >
            {t(`verb.${one}`)}
          </Button>
        ))}
      </div>
      {verb && <StepForm key={verb} matter={matter} verb={verb} onDone={() => setChosen(undefined)} />}
    </section>
  );
}

function StepForm({ matter, verb, onDone }: { matter: MatterRecord; verb: StepVerb; onDone: () => void }) {
  const t = useWords('matters');
  const shell = useShell();
  const commands = {
    relay: useCommand(matters.relay),
    progress: useCommand(matters.progress),
    finish: useCommand(matters.finish),
    cancel: useCommand(matters.cancel),
    reopen: useCommand(matters.reopen),
  };
  const command = commands[verb];
  const { value: draft, change, discard } = useDraft<StepDraft>(`matter:${matter.id}.${verb}`, empty);
  const [tried, setTried] = useState(false);
  const to = referenceOf(draft.to);
  const missing = verb === 'relay' ? to === undefined : draft.note.trim() === '';
  const error = tried && missing ? t('common:rules.required') : undefined;

  const send = () => {
    const { id } = matter;
    const note = draft.note.trim();
    switch (verb) {
      case 'relay':
        return commands.relay.send({
          id,
          to: to ?? { name: '' },
          means: draft.means,
          what: draft.what.trim(),
          confirmedBy: draft.confirmedBy.trim(),
          takesOver: draft.takesOver,
          ...(draft.happenedAt === null ? {} : { happenedAt: draft.happenedAt }),
        });
      case 'progress':
        return commands.progress.send({
          id,
          note,
          next: draft.next.trim(),
          ...(draft.deadline === null ? {} : { deadline: draft.deadline }),
        });
      case 'finish':
        return commands.finish.send({ id, result: note });
      case 'cancel':
        return commands.cancel.send({ id, reason: note });
      case 'reopen':
        return commands.reopen.send({ id, reason: note });
    }
  };
  const submit = async () => {
    setTried(true);
    if (missing) return;
    const answer = await send();
    if (!answer.ok) return;
    discard();
    shell.say(t('panel.doneStep', { number: matter.number, verb: t(`verb.${verb}`) }));
    onDone();
  };

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
        {verb === 'relay' ? (
          <>
            <div className={styles.pair}>
              <PersonField
                label={t('fact.to')}
                value={draft.to}
                onChange={(person) => change({ to: person })}
                required
                startHere
                error={error}
              />
              <ChoiceField
                label={t('means.label')}
                value={draft.means}
                onChange={(next) => change({ means: next })}
                choices={means.map((value) => ({ value, label: t(`means.${value}`) }))}
              />
            </div>
            <div className={styles.pair}>
              <TextField
                label={t('fact.confirmedBy')}
                value={draft.confirmedBy}
                onChange={(confirmedBy) => change({ confirmedBy })}
                maxLength={40}
              />
              <TimeInput
                label={t('fact.happenedAt')}
                value={draft.happenedAt ?? undefined}
                onChange={(happenedAt) => change({ happenedAt: happenedAt ?? null })}
              />
            </div>
            <TextAreaField label={t('fact.what')} value={draft.what} onChange={(what) => change({ what })} maxLength={1_000} rows={1} />
            <Checkbox
              label={t('fact.takesOver')}
              checked={draft.takesOver}
              onChange={(event) => change({ takesOver: event.currentTarget.checked })}
            />
          </>
        ) : (
          <TextAreaField
            label={t(verb === 'progress' ? 'fact.note' : verb === 'finish' ? 'fact.result' : 'fact.reason')}
            value={draft.note}
            onChange={(note) => change({ note })}
            maxLength={1_000}
            rows={2}
            required
            startHere
            error={error}
          />
        )}
        {verb === 'progress' && (
          <div className={styles.pair}>
            <TextField label={t('fact.next')} value={draft.next} onChange={(next) => change({ next })} maxLength={400} />
            <TimeInput
              label={t('fact.newDeadline')}
              direction="future"
              value={draft.deadline ?? undefined}
              onChange={(deadline) => change({ deadline: deadline ?? null })}
            />
          </div>
        )}
        <RefusalNote refusal={command.refusal} />
      </Form>
    </div>
  );
}
