import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf, typedOf } from '../people';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './Kit.module.css';
import { type Count, type Slot, slotsOf } from './kit-by-vehicle';

interface FormProps {
  run: RunRecord;
  slot: Slot;
  onDone: () => void;
}

/** Everything of the list that the vehicle lacks goes out in one stroke; only who takes it is asked. Without a slot: a further vehicle. */
export function KitIssue({ run, slot, onDone }: Omit<FormProps, 'slot'> & { slot: Slot | undefined }) {
  const t = useWords('planRunPeople');
  const shell = useShell();
  const issue = useCommand(planRuns.issueKit);
  const fieldError = useFieldErrors(issue.refusal);
  const {
    value: draft,
    change,
    discard,
  } = useDraft(`planRun:${run.id}.kit.${slot ? slot.vehicle : '+'}`, {
    to: nobody,
    vehicle: '',
    note: '',
  });
  const [tried, setTried] = useState(false);
  const lines = slot
    ? slot.wanted
    : (slotsOf(run, () => ['\n']).find(({ kind }) => kind !== undefined)?.wanted ?? []).filter(({ item }) => isItem(run, item));
  const to = referenceOf(draft.to);
  const vehicle = draft.vehicle.trim();
  const noName = !slot && vehicle === '';
  const submit = async () => {
    setTried(true);
    if (!to || noName || lines.length === 0) return;
    const answer = await issue.send({ id: run.id, lines, to, vehicle: slot ? slot.vehicle : vehicle, note: draft.note.trim() });
    if (!answer.ok) return;
    discard();
    shell.say(t('kit.issuedSaid', { vehicle: (slot ? slot.name : vehicle) || t('kit.noVehicle'), n: lines.length }));
    onDone();
  };
  return (
    <div className={styles.form}>
      <Form
        onSubmit={() => void submit()}
        busy={issue.busy}
        label={t('kit.confirmIssue')}
        actions={
          <>
            <Button type="submit" size="compact-md" loading={issue.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
              {t('kit.confirmIssue')}
            </Button>
            <Button size="compact-md" variant="default" onClick={onDone}>
              {t('common:back')}
            </Button>
          </>
        }
      >
        {!slot && (
          <TextField
            label={t('kit.plate')}
            value={draft.vehicle}
            onChange={(next) => change({ vehicle: next })}
            maxLength={40}
            required
            startHere
            error={tried && noName ? t('common:rules.required') : fieldError('vehicle')}
          />
        )}
        <div className={styles.pair}>
          <PersonField
            label={t('kit.to')}
            value={draft.to}
            onChange={(person) => change({ to: person })}
            required
            startHere={slot !== undefined}
            error={tried && !to ? t('common:rules.required') : fieldError('to.name')}
          />
          <TextField label={t('command.note')} value={draft.note} onChange={(note) => change({ note })} maxLength={1_000} />
        </div>
        <div className={styles.quiet}>
          <Counted run={run} lines={lines} />
        </div>
        <RefusalNote refusal={issue.refusal} />
      </Form>
    </div>
  );
}

function isItem(run: RunRecord, item: string): boolean {
  return run.kit.some(({ code, kind }) => code === item && kind === 'item');
}

function Counted({ run, lines }: { run: RunRecord; lines: readonly Count[] }) {
  const t = useWords('planRunPeople');
  const language = useLanguage();
  return lines
    .map(({ item, count }) => `${run.kit.find(({ code }) => code === item)?.name[language] ?? item} ${count}`)
    .join(t('common:separator'));
}

interface ReturnDraft {
  by: ReturnType<typeof typedOf>;
  /** What came back where it is not all, by item. */
  back: Record<string, string>;
  /** Items whose rest does not come back any more. */
  lost: string[];
  note: string;
}

/** Everything that is out comes back in one stroke; where less came back, it is still out or lost, and what is lost is explained. */
export function KitReturn({ run, slot, onDone }: FormProps) {
  const t = useWords('planRunPeople');
  const shell = useShell();
  const language = useLanguage();
  const send = useCommand(planRuns.returnKit);
  const fieldError = useFieldErrors(send.refusal);
  const {
    value: draft,
    change,
    discard,
  } = useDraft<ReturnDraft>(`planRun:${run.id}.kitBack.${slot.vehicle}`, {
    by: typedOf(slot.load && { name: slot.load.person }),
    back: {},
    lost: [],
    note: '',
  });
  const [tried, setTried] = useState(false);
  const by = referenceOf(draft.by);
  const counted = slot.out.map(({ item, count }) => {
    const typed = draft.back[item] ?? `${count}`;
    const back = Math.min(count, /^\d+$/.test(typed.trim()) ? Number(typed) : 0);
    return { item, count, typed, back, less: count - back };
  });
  const back = counted.filter((line) => line.back > 0).map(({ item, back: count }) => ({ item, count }));
  const lost = counted.filter(({ item, less }) => less > 0 && draft.lost.includes(item)).map(({ item, less }) => ({ item, count: less }));
  const noNote = lost.length > 0 && draft.note.trim() === '';

  const submit = async () => {
    setTried(true);
    if (!by || noNote || back.length + lost.length === 0) return;
    const said = { id: run.id, by, vehicle: slot.vehicle, note: draft.note.trim() };
    // What is lost first: if the rest is then refused, what stands in the form is still what is out.
    if (lost.length > 0 && !(await send.send({ ...said, lines: lost, lost: true })).ok) return;
    if (back.length > 0 && !(await send.send({ ...said, lines: back })).ok) return;
    discard();
    const vehicle = slot.name || t('kit.noVehicle');
    shell.say(t(lost.length > 0 ? 'kit.lostSaid' : 'kit.returnedSaid', { vehicle, n: back.length, lost: lost.length }));
    onDone();
  };
  return (
    <div className={styles.form}>
      <Form
        onSubmit={() => void submit()}
        busy={send.busy}
        label={t('kit.confirmReturn')}
        actions={
          <>
            <Button type="submit" size="compact-md" loading={send.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
              {t('kit.confirmReturn')}
            </Button>
            <Button size="compact-md" variant="default" onClick={onDone}>
              {t('common:back')}
            </Button>
          </>
        }
      >
        <PersonField
          label={t('kit.by')}
          value={draft.by}
          onChange={(person) => change({ by: person })}
          required
          startHere
          error={tried && !by ? t('common:rules.required') : fieldError('by.name')}
        />
        <div className={styles.quiet}>{t('kit.returnWhat')}</div>
        <table className={styles.back}>
          <tbody>
            {counted.map(({ item, count, typed, less }) => {
              const name = run.kit.find(({ code }) => code === item)?.name[language] ?? item;
              return (
                <tr key={item}>
                  <th scope="row">{name}</th>
                  <td>
                    <input
                      className={styles.count}
                      inputMode="numeric"
                      aria-label={`${t('kit.back')} ${name}`}
                      value={typed}
                      maxLength={6}
                      onFocus={(event) => event.currentTarget.select()}
                      onChange={(event) => change({ back: { ...draft.back, [item]: event.currentTarget.value } })}
                    />{' '}
                    <span className={styles.quiet}>/ {count}</span>
                  </td>
                  <td>
                    {less > 0 && (
                      <label className={styles.lost}>
                        <span className={styles.amber}>{t('kit.difference', { n: less })}</span>
                        <input
                          type="checkbox"
                          checked={draft.lost.includes(item)}
                          onChange={(event) =>
                            change({
                              lost: event.currentTarget.checked ? [...draft.lost, item] : draft.lost.filter((one) => one !== item),
                            })
                          }
                        />
                        {t(draft.lost.includes(item) ? 'kit.isLost' : 'kit.stays')}
                      </label>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <TextField
          label={t(lost.length > 0 ? 'kit.lostNote' : 'command.note')}
          value={draft.note}
          onChange={(note) => change({ note })}
          maxLength={1_000}
          required={lost.length > 0}
          error={tried && noNote ? t('common:rules.required') : fieldError('note')}
        />
        <RefusalNote refusal={send.refusal} />
      </Form>
    </div>
  );
}
