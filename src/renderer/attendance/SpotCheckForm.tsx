import { Button } from '@mantine/core';
import { useState } from 'react';
import { attendance, type ShiftOnDuty } from '../../shared/attendance/contract';
import { type SpotCheckResult, spotCheckResults } from '../../shared/attendance/rules';
import type { PersonReference } from '../../shared/references';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors, useOfficer } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, ChoicesField, TextAreaField, TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { namedPerson } from './named-person';

interface SpotCheckDraft {
  by: string;
  present: string[];
  result: SpotCheckResult;
  findings: string;
  remark: string;
}

/** An unannounced look into the duty room: by whom, who was there, what was found. */
export function SpotCheckForm({ duty, onDone }: { duty: ShiftOnDuty; onDone: () => void }) {
  const t = useWords('attendance');
  const shell = useShell();
  const officer = useOfficer();
  const command = useCommand(attendance.spotCheck);
  const fieldError = useFieldErrors(command.refusal);
  const { shift, people } = duty;
  const [empty] = useState<SpotCheckDraft>(() => ({
    by: shift.leader?.name ?? '',
    present: people.filter((one) => one.checkedIn && !one.away && one.checkedOutAt === undefined).map(({ person }) => person.name),
    result: 'inOrder',
    findings: '',
    remark: '',
  }));
  const { value: draft, change, discard } = useDraft(`attendance.spotCheck:${shift.key}`, empty);
  const [tried, setTried] = useState(false);
  const known: (PersonReference | null)[] = [...people.map(({ person }) => person), shift.leader];
  const own = { name: officer.name, ...(officer.personId === undefined ? {} : { id: officer.personId }) };
  const findingsMissing = draft.result === 'problems' && draft.findings.trim() === '';

  const send = async () => {
    setTried(true);
    const checkedBy = namedPerson(draft.by, [...known, own]);
    if (!checkedBy || findingsMissing || command.busy) return;
    const answer = await command.send({
      shift: shift.key,
      checkedBy,
      present: draft.present.flatMap((name) => namedPerson(name, known) ?? []),
      result: draft.result,
      findings: draft.findings,
      remark: draft.remark,
    });
    if (!answer.ok) return;
    discard();
    shell.say(t('spotCheck.done'));
    onDone();
  };

  return (
    <Form
      onSubmit={() => void send()}
      busy={command.busy}
      label={t('spotCheck.title')}
      actions={
        <>
          <Button type="submit" loading={command.busy}>
            {t('spotCheck.submit')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:cancel')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('spotCheck.by')}
        value={draft.by}
        onChange={(by) => change({ by })}
        maxLength={40}
        required
        startHere
        error={tried && draft.by.trim() === '' ? t('common:rules.required') : fieldError('checkedBy')}
      />
      {people.length > 0 && (
        <ChoicesField
          label={t('spotCheck.present')}
          values={draft.present}
          onChange={(present) => change({ present })}
          choices={[...new Set(people.map(({ person }) => person.name))].map((name) => ({ value: name, label: name }))}
        />
      )}
      <ChoiceField
        label={t('spotCheck.result')}
        value={draft.result}
        onChange={(result) => change({ result })}
        choices={spotCheckResults.map((value) => ({ value, label: t(`spotCheck.${value}`) }))}
      />
      <TextAreaField
        label={t('spotCheck.findings')}
        value={draft.findings}
        onChange={(findings) => change({ findings })}
        maxLength={1_000}
        required={draft.result === 'problems'}
        error={tried && findingsMissing ? t('spotCheck.findingsRequired') : fieldError('findings')}
      />
      <TextField label={t('spotCheck.remark')} value={draft.remark} onChange={(remark) => change({ remark })} maxLength={400} />
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
