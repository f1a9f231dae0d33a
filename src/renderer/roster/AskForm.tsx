import { Button } from '@mantine/core';
import { useState } from 'react';
import { changeTakers, roster } from '../../shared/roster/contract';
import { type ShiftChangeKind, shiftChangeKinds } from '../../shared/roster/shift-change';
import { postIn } from '../../shared/roster/shift';
import { dateIn } from '../../shared/time';
import { now } from '../clock';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { PersonFinder } from '../people';
import { useShell } from '../shell';
import { holdsRole, useCommand, useOfficer, useStation, useZone } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import styles from './RosterPanel.module.css';

interface Picked {
  id: string;
  name: string;
}
const nobody: Picked = { id: '', name: '' };

/** Asking for leave, a swap or a stand-in: for oneself, or for somebody on the phone. */
export function AskForm({ onSent }: { onSent: () => void }) {
  const t = useWords('roster');
  const shell = useShell();
  const officer = useOfficer();
  const ask = useCommand(roster.ask);
  const mayForOthers = holdsRole(officer, changeTakers);
  const own: Picked = officer.personId === undefined ? nobody : { id: officer.personId, name: officer.name };
  const [empty] = useState(() => ({
    kind: 'standIn' as ShiftChangeKind,
    person: own,
    standIn: nobody,
    shift: '',
    standInShift: '',
    from: null as number | null,
    until: null as number | null,
    reason: '',
  }));
  const { value: draft, change, discard } = useDraft(`roster.ask`, empty);
  const [tried, setTried] = useState(false);
  const shiftsOf = useShiftsAhead();
  const { kind, person, standIn } = draft;

  const missing = {
    person: person.id === '',
    standIn: kind === 'leave' ? standIn.id === '' && standIn.name.trim() !== '' : standIn.id === '',
    shift: kind !== 'leave' && draft.shift === '',
    standInShift: kind === 'swap' && draft.standInShift === '',
    from: kind === 'leave' && draft.from === null,
    until: kind === 'leave' && draft.until === null,
    reason: draft.reason.trim() === '',
  };
  const errorOf = (field: keyof typeof missing, word: 'common:rules.required' | 'change.form.pickPerson' = 'common:rules.required') =>
    tried && missing[field] ? t(word) : undefined;
  const submit = async () => {
    setTried(true);
    if (ask.busy || Object.values(missing).some(Boolean)) return;
    const common = { reason: draft.reason, ...(person.id === officer.personId ? {} : { person: { id: person.id } }) };
    const answer = await ask.send(
      kind === 'leave'
        ? { kind, ...common, from: draft.from ?? 0, until: draft.until ?? 0, ...(standIn.id ? { standIn: { id: standIn.id } } : {}) }
        : kind === 'standIn'
          ? { kind, ...common, shift: draft.shift, standIn: { id: standIn.id } }
          : { kind, ...common, shift: draft.shift, standIn: { id: standIn.id }, standInShift: draft.standInShift },
    );
    if (!answer.ok) return;
    discard();
    shell.say(t(answer.value.late ? 'change.form.submittedLate' : 'change.form.submitted'));
    onSent();
  };
  const shiftField = (field: 'shift' | 'standInShift', of: Picked, label: string) => {
    const choices = shiftsOf(of.id);
    return (
      <ChoiceField
        label={label}
        value={draft[field]}
        onChange={(next) => change({ [field]: next })}
        choices={choices}
        placeholder={of.id !== '' && choices.length === 0 ? t('change.form.noShifts') : t('change.form.choose')}
        required
        error={errorOf(field)}
      />
    );
  };
  const finder = (field: 'person' | 'standIn', label: string, required: boolean) => (
    <PersonFinder
      label={label}
      text={draft[field].name}
      onText={(name) => change({ [field]: { id: '', name }, [field === 'person' ? 'shift' : 'standInShift']: '' })}
      picked={draft[field].id !== ''}
      onPick={({ id, name }) => change({ [field]: { id, name } })}
      onUnpick={() => change({ [field]: nobody })}
      required={required}
      error={errorOf(field, 'change.form.pickPerson')}
    />
  );
  return (
    <Form
      onSubmit={() => void submit()}
      busy={ask.busy}
      pinned
      label={t('change.form.title')}
      actions={
        <Button type="submit" loading={ask.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t('change.form.submit')}
        </Button>
      }
    >
      <ChoiceField
        label={t('change.form.kind')}
        value={kind}
        onChange={(next) => change({ kind: next })}
        choices={shiftChangeKinds.map((value) => ({ value, label: t(`change.kind.${value}`) }))}
      />
      {mayForOthers && finder('person', t('change.form.person'), true)}
      {mayForOthers && person.id !== '' && person.id !== officer.personId && (
        <div className={styles.quiet}>{t('change.form.onBehalf')}</div>
      )}
      {kind === 'leave' ? (
        <>
          <TimeInput
            label={t('change.form.from')}
            value={draft.from ?? undefined}
            onChange={(from) => change({ from: from ?? null })}
            direction="future"
            required
            error={errorOf('from')}
          />
          <TimeInput
            label={t('change.form.until')}
            value={draft.until ?? undefined}
            onChange={(until) => change({ until: until ?? null })}
            direction="future"
            required
            error={errorOf('until')}
          />
        </>
      ) : (
        shiftField('shift', person, t('change.form.shift'))
      )}
      {finder(
        'standIn',
        t(kind === 'leave' ? 'change.form.standInOptional' : kind === 'swap' ? 'change.form.swapWith' : 'change.form.standIn'),
        kind !== 'leave',
      )}
      {kind === 'swap' && shiftField('standInShift', standIn, t('change.form.standInShift'))}
      <TextAreaField
        label={t('change.form.reason')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        maxLength={400}
        rows={2}
        required
        error={errorOf('reason')}
      />
      <RefusalNote refusal={ask.refusal} />
    </Form>
  );
}

/** The shifts of a person that have not ended, of this month and the next. */
function useShiftsAhead(): (person: string) => { value: string; label: string }[] {
  const zone = useZone();
  const today = dateIn(zone, now());
  const month = today.slice(0, 7);
  const [year = 2026, of = 1] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, of, 1)).toISOString().slice(0, 7);
  const shifts = [useStation(roster.month, { month }).data, useStation(roster.month, { month: next }).data].flatMap(
    (data) => data?.shifts ?? [],
  );
  const seen = now();
  return (person) =>
    person === ''
      ? []
      : shifts
          .filter((shift) => shift.end > seen && postIn(shift, person) !== undefined)
          .map(({ key, date, name }) => ({ value: key, label: `${date.slice(5)} ${name}` }));
}
