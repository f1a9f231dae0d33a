import { Button } from '@mantine/core';
import { useState } from 'react';
import { plannedWork } from '../../shared/planned-work/contract';
import type { WorkRecord } from '../../shared/planned-work/record';
import { workStateAt } from '../../shared/planned-work/state';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useFieldErrors, useMay } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import styles from './PlannedWork.module.css';

type StepVerb = 'takeDown' | 'changeEnd' | 'note' | 'cancel';

interface StepDraft {
  text: string;
  at: number | null;
  restored: 'yes' | 'no';
}

const empty: StepDraft = { text: '', at: null, restored: 'yes' };

/** The steps of a work: one key each, the likeliest first. */
export function WorkSteps({ work }: { work: WorkRecord }) {
  const t = useWords('plannedWork');
  const now = useNow(minute / 12);
  const mayKeep = useMay(plannedWork.takeDown);
  const mayNote = useMay(plannedWork.note);
  const [chosen, setChosen] = useState<StepVerb>();
  const state = workStateAt(work, now);
  const standing = work.outcome === 'standing';
  const possible: StepVerb[] = [
    ...(mayKeep && standing ? [state === 'planned' ? ('cancel' as const) : ('takeDown' as const), 'changeEnd' as const] : []),
    ...(mayNote ? ['note' as const] : []),
  ];
  const verb = chosen && possible.includes(chosen) ? chosen : undefined;
  useScreenKeys(possible.map((one, i) => ({ key: `Alt+${i + 1}`, label: t(`verb.${one}`), run: () => setChosen(one) })));
  if (possible.length === 0) return null;
  return (
    <section className={styles.step} aria-label={t('panel.timeline')}>
      {!standing && <div className={styles.quiet}>{t(work.outcome === 'takenDown' ? 'panel.ended' : 'panel.cancelled')}</div>}
      {state === 'planned' && <div className={styles.quiet}>{t('panel.begins')}</div>}
      <div className={styles.steps}>
        {possible.map((one, i) => (
          <Button
            key={one}
            size="compact-md"
            variant={one === verb ? 'filled' : 'default'}
            rightSection={<KeyHint keys={`Alt+${i + 1}`} />}
            data-start-here={i === 0 || undefined}
            onClick={() => setChosen(one === verb ? undefined : one)}
          >
            {t(`verb.${one}`)}
          </Button>
        ))}
      </div>
      {verb && <StepForm key={verb} work={work} verb={verb} onDone={() => setChosen(undefined)} />}
    </section>
  );
}

function StepForm({ work, verb, onDone }: { work: WorkRecord; verb: StepVerb; onDone: () => void }) {
  const t = useWords('plannedWork');
  const shell = useShell();
  const commands = {
    takeDown: useCommand(plannedWork.takeDown),
    changeEnd: useCommand(plannedWork.changeEnd),
    note: useCommand(plannedWork.note),
    cancel: useCommand(plannedWork.cancel),
  };
  const command = commands[verb];
  const fieldError = useFieldErrors(command.refusal);
  const { value: draft, change, discard } = useDraft<StepDraft>(`plannedWork:${work.id}.${verb}`, empty);
  const [tried, setTried] = useState(false);
  const restored = draft.restored === 'yes';
  const textNeeded = verb !== 'takeDown' || !restored;
  const lacksText = textNeeded && draft.text.trim() === '';
  const lacksTime = verb === 'changeEnd' && draft.at === null;

  const send = () => {
    const { id } = work;
    const text = draft.text.trim();
    switch (verb) {
      case 'takeDown':
        return commands.takeDown.send({ id, restored, note: text, ...(draft.at === null ? {} : { happenedAt: draft.at }) });
      case 'changeEnd':
        return commands.changeEnd.send({ id, end: draft.at ?? work.end, reason: text });
      case 'note':
        return commands.note.send({ id, note: text });
      case 'cancel':
        return commands.cancel.send({ id, reason: text });
    }
  };
  const submit = async () => {
    setTried(true);
    if (lacksText || lacksTime) return;
    const answer = await send();
    if (!answer.ok) return;
    discard();
    shell.say(t('panel.doneStep', { number: work.number, verb: t(`verb.${verb}`) }));
    onDone();
  };
  const textLabel = {
    takeDown: t(restored ? 'fact.resultNote' : 'fact.resultNoteNeeded'),
    changeEnd: t('fact.changeReason'),
    note: t('fact.note'),
    cancel: t('fact.cancelReason'),
  }[verb];

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
        {verb === 'takeDown' && (
          <div className={styles.pair}>
            <ChoiceField
              label={t('fact.result')}
              value={draft.restored}
              onChange={(next) => change({ restored: next })}
              choices={[
                { value: 'yes', label: t('fact.restored') },
                { value: 'no', label: t('fact.notRestored') },
              ]}
            />
            <TimeInput
              label={t('fact.endedAtNow')}
              value={draft.at ?? undefined}
              onChange={(at) => change({ at: at ?? null })}
              error={fieldError('happenedAt')}
            />
          </div>
        )}
        {verb === 'changeEnd' && (
          <TimeInput
            label={t('fact.newEnd')}
            direction="future"
            value={draft.at ?? undefined}
            onChange={(at) => change({ at: at ?? null })}
            required
            error={tried && lacksTime ? t('common:rules.required') : fieldError('end')}
          />
        )}
        <TextAreaField
          label={textLabel}
          value={draft.text}
          onChange={(text) => change({ text })}
          maxLength={verb === 'takeDown' || verb === 'note' ? 1_000 : 400}
          rows={1}
          required={textNeeded}
          startHere
          error={tried && lacksText ? t('common:rules.required') : (fieldError('note') ?? fieldError('reason'))}
        />
        <RefusalNote refusal={command.refusal} />
      </Form>
    </div>
  );
}
