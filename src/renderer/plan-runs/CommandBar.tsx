import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { isSamePerson, type PersonReference } from '../../shared/references';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf } from '../people';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useFieldErrors, useMay } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './People.module.css';

type Command = RunRecord['command'][number];

/** Who commands in this shift and in the next: one key when the same person goes on. */
export function CommandBar({ run }: { run: RunRecord }) {
  const t = useWords('planRunPeople');
  const shell = useShell();
  const name = useCommand(planRuns.nameCommander);
  const may = useMay(planRuns.nameCommander) && run.may.run;
  const [naming, setNaming] = useState<string>();
  const [now, next] = run.command;
  const commander = now?.commander;
  const same = may && next && commander && !(next.commander && isSamePerson(next.commander, commander)) ? commander : undefined;

  const send = async (shift: Command, person: PersonReference, note: string) => {
    const answer = await name.send({ id: run.id, shift: shift.shift, commander: person, note });
    if (!answer.ok) return false;
    setNaming(undefined);
    shell.say(t('command.done', { shift: shift.name, name: person.name }));
    return true;
  };
  const goOn = () => next && same && void send(next, same, '');
  useScreenKeys(same ? [{ key: 'M', label: t('command.same', { name: same.name }), run: goOn }] : []);
  const shown = run.command.find(({ shift }) => shift === naming);

  return (
    <section className={styles.command} aria-label={t('command.label')}>
      <div className={styles.commandLine}>
        {[now, next].map(
          (one, at) =>
            one && (
              <div key={one.shift} className={styles.commandOne} data-missing={!one.commander || undefined}>
                <span className={styles.quiet}>
                  {t(at === 0 ? 'command.now' : 'command.next')} · {one.name} <ZoneTime at={one.start} />
                </span>
                <span className={styles.commandWho}>
                  {one.commander ? (
                    <strong>{one.commander.name}</strong>
                  ) : (
                    <StatusTag urgency="red">{t(at === 0 ? 'command.nobody' : 'command.nextMissing')}</StatusTag>
                  )}
                  {at === 1 && same && (
                    <Button size="compact-sm" loading={name.busy} rightSection={<KeyHint keys="M" />} onClick={goOn}>
                      {t('command.same', { name: same.name })}
                    </Button>
                  )}
                  {may && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-expanded={naming === one.shift}
                      onClick={() => setNaming(naming === one.shift ? undefined : one.shift)}
                    >
                      {t(one.commander ? 'command.change' : 'command.other')}
                    </Button>
                  )}
                </span>
              </div>
            ),
        )}
      </div>
      {shown && (
        <NameForm
          key={shown.shift}
          run={run}
          shift={shown}
          busy={name.busy}
          refusal={name.refusal}
          onSend={send}
          onBack={() => setNaming(undefined)}
        />
      )}
      {!shown && <RefusalNote refusal={name.refusal} />}
    </section>
  );
}

interface NameFormProps {
  run: RunRecord;
  shift: Command;
  busy: boolean;
  refusal: ReturnType<typeof useCommand<typeof planRuns.nameCommander>>['refusal'];
  onSend: (shift: Command, person: PersonReference, note: string) => Promise<boolean>;
  onBack: () => void;
}

function NameForm({ run, shift, busy, refusal, onSend, onBack }: NameFormProps) {
  const t = useWords('planRunPeople');
  const fieldError = useFieldErrors(refusal);
  const { value: draft, change, discard } = useDraft(`planRun:${run.id}.command.${shift.shift}`, { commander: nobody, note: '' });
  const [tried, setTried] = useState(false);
  const commander = referenceOf(draft.commander);
  const submit = async () => {
    setTried(true);
    if (commander && (await onSend(shift, commander, draft.note.trim()))) discard();
  };
  return (
    <div className={styles.inline}>
      <Form
        onSubmit={() => void submit()}
        busy={busy}
        label={t('command.name')}
        actions={
          <>
            <Button type="submit" size="compact-md" loading={busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
              {t('command.name')}
            </Button>
            <Button size="compact-md" variant="default" onClick={onBack}>
              {t('common:back')}
            </Button>
          </>
        }
      >
        <div className={styles.pair}>
          <PersonField
            label={`${t('command.who')} · ${shift.name}`}
            value={draft.commander}
            onChange={(person) => change({ commander: person })}
            required
            startHere
            error={tried && !commander ? t('common:rules.required') : fieldError('commander.name')}
          />
          <TextField label={t('command.note')} value={draft.note} onChange={(note) => change({ note })} maxLength={1_000} />
        </div>
        <RefusalNote refusal={refusal} />
      </Form>
    </div>
  );
}
