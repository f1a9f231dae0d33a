import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import { subsystems } from '../../shared/devices/facts';
import type { RunRecord, RunStep } from '../../shared/plan-runs/record';
import { DeviceFinder } from '../devices';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';

type Subsystem = (typeof subsystems)[number];

/** A bad point found by a check becomes a fault in one step; the check is green when that fault is closed. */
export function BadPointForm({ run, step, onDone }: { run: RunRecord; step: RunStep; onDone: () => void }) {
  const t = useWords('planRuns');
  const device = useWords('devices');
  const shell = useShell();
  const bad = useCommand(planRuns.badPoint);
  const fieldError = useFieldErrors(bad.refusal);
  const first: Subsystem = step.checks?.[0] ?? 'frontEnd';
  const empty = { device: { id: '', code: '', name: '' }, subsystem: first, symptom: '' };
  const { value: draft, change, discard } = useDraft(`planRun.bad:${run.id}:${step.code}`, empty);
  const [tried, setTried] = useState(false);
  const named = draft.device.name.trim();
  const submit = async () => {
    setTried(true);
    if (named === '' || draft.symptom.trim() === '') return;
    const { id, code } = draft.device;
    const answer = await bad.send({
      id: run.id,
      step: step.code,
      ...(id === '' ? { place: named.slice(0, 120) } : { device: { id, name: named, ...(code === '' ? {} : { code }) } }),
      subsystem: draft.subsystem,
      symptom: draft.symptom,
    });
    if (!answer.ok) return;
    discard();
    shell.say(t('bad.done', { number: answer.value.number }));
    onDone();
  };
  const required = t('common:rules.required');
  return (
    <Form
      onSubmit={() => void submit()}
      busy={bad.busy}
      label={t('stepForm.badPoint')}
      pinned
      actions={
        <Button type="submit" loading={bad.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t('bad.submit')}
        </Button>
      }
    >
      <DeviceFinder
        label={t('bad.device')}
        text={draft.device.name}
        onText={(name) => change({ device: { id: '', code: '', name } })}
        picked={draft.device.id !== ''}
        onPick={(found) => change({ device: { id: found.id, code: found.code, name: found.name }, subsystem: found.subsystem })}
        onUnpick={() => change({ device: empty.device })}
        placeholder={t('bad.deviceHint')}
        required
        startHere
        error={tried && named === '' ? required : undefined}
      />
      <ChoiceField
        label={t('bad.subsystem')}
        value={draft.subsystem}
        onChange={(subsystem) => change({ subsystem })}
        choices={subsystems.map((one) => ({ value: one, label: device(`subsystem.${one}`) }))}
      />
      <TextAreaField
        label={t('bad.symptom')}
        value={draft.symptom}
        onChange={(symptom) => change({ symptom })}
        maxLength={2_000}
        rows={2}
        required
        error={fieldError('symptom') ?? (tried && draft.symptom.trim() === '' ? required : undefined)}
      />
      <RefusalNote refusal={bad.refusal} />
    </Form>
  );
}
