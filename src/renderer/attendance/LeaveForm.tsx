import { Button } from '@mantine/core';
import { useState } from 'react';
import { attendance } from '../../shared/attendance/contract';
import { type PermissionMeans, permissionMeans } from '../../shared/attendance/rules';
import type { PersonReference } from '../../shared/references';
import type { Shift } from '../../shared/roster/shift';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import { namedPerson } from './named-person';

interface LeaveDraft {
  permitted: 'yes' | 'no';
  by: string;
  means: PermissionMeans;
  reason: string;
  expectedBack: number | null;
}

/** Somebody leaves the post: why, who permitted it and how, when they are back. Without permission it is a violation. */
export function LeaveForm({ shift, person, onDone }: { shift: Shift; person: PersonReference; onDone: () => void }) {
  const t = useWords('attendance');
  const shell = useShell();
  const command = useCommand(attendance.leavePost);
  const fieldError = useFieldErrors(command.refusal);
  // The leader gives it as a rule, and not to himself.
  const leader = shift.leader && shift.leader.name !== person.name ? shift.leader.name : '';
  const [empty] = useState<LeaveDraft>({ permitted: 'yes', by: leader, means: 'spoken', reason: '', expectedBack: null });
  const { value: draft, change, discard } = useDraft(`attendance.leave:${shift.key}:${person.id ?? person.name}`, empty);
  const [tried, setTried] = useState(false);
  const permitted = draft.permitted === 'yes';
  const missing = (text: string) => (tried && text.trim() === '' ? t('common:rules.required') : undefined);

  const send = async () => {
    setTried(true);
    const by = namedPerson(draft.by, [shift.leader, ...shift.officers]);
    if (draft.reason.trim() === '' || (permitted && !by) || command.busy) return;
    const answer = await command.send({
      shift: shift.key,
      person,
      permission: permitted && by ? { by, means: draft.means } : null,
      reason: draft.reason,
      ...(draft.expectedBack === null ? {} : { expectedBack: draft.expectedBack }),
    });
    if (!answer.ok) return;
    discard();
    shell.say(t('leave.done', { name: person.name }));
    onDone();
  };

  return (
    <Form
      onSubmit={() => void send()}
      busy={command.busy}
      label={t('leave.title', { name: person.name })}
      actions={
        <>
          <Button type="submit" loading={command.busy}>
            {t('leave.submit')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:cancel')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('leave.reason')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        maxLength={400}
        required
        startHere
        error={missing(draft.reason) ?? fieldError('reason')}
      />
      <ChoiceField
        label={t('leave.permission')}
        value={draft.permitted}
        onChange={(choice) => change({ permitted: choice })}
        choices={[
          { value: 'yes', label: t('leave.permitted') },
          { value: 'no', label: t('leave.notPermitted') },
        ]}
      />
      {permitted && (
        <>
          <TextField
            label={t('leave.by')}
            value={draft.by}
            onChange={(by) => change({ by })}
            maxLength={40}
            required
            error={missing(draft.by) ?? fieldError('permission')}
          />
          <ChoiceField
            label={t('leave.means')}
            value={draft.means}
            onChange={(means) => change({ means })}
            choices={permissionMeans.map((value) => ({ value, label: t(`leave.${value}`) }))}
          />
        </>
      )}
      <TimeInput
        label={t('leave.expectedBack')}
        value={draft.expectedBack ?? undefined}
        onChange={(expectedBack) => change({ expectedBack: expectedBack ?? null })}
        direction="future"
        error={fieldError('expectedBack')}
      />
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
