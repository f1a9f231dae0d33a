import { Button } from '@mantine/core';
import { useState } from 'react';
import { unit } from '../../shared/unit/contract';
import type { UnitSettings } from '../../shared/unit/events';
import type { z } from 'zod';
import { useWords } from '../i18n/useWords';
import { RebuildQuestion } from '../journal';
import { useShell } from '../shell';
import { useCommand, useFieldErrors, useStation } from '../station';
import { Form } from '../widgets/Form';
import { NumberField, TextField } from '../widgets/FormField';
import { Page } from '../widgets/Page';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import styles from './unit.module.css';

type Settings = z.infer<typeof UnitSettings>;

/** What the system administrator configures for the whole unit. */
export function SettingsPage() {
  const t = useWords('unit');
  const settings = useStation(unit.settings, {});
  return (
    <Page title={t('settings.title')} now={t('settings.now')} actions={<StaleMark stale={settings.stale} since={settings.since} />}>
      <div className={styles.column}>
        {settings.data ? <SettingsForm settings={settings.data} /> : <RefusalNote refusal={settings.refusal} />}
        <Panel title={t('settings.maintenance')}>
          <RebuildQuestion />
        </Panel>
      </div>
    </Page>
  );
}

interface Typed {
  unit: string;
  idleMinutes: number | undefined;
  minLength: number | undefined;
  minKinds: number | undefined;
}

const bounds = { idleMinutes: [1, 120], minLength: [8, 64], minKinds: [1, 4] } as const;

function SettingsForm({ settings }: { settings: Settings }) {
  const t = useWords('unit');
  const shell = useShell();
  const change = useCommand(unit.changeSettings);
  const fieldError = useFieldErrors(change.refusal);
  // Only what was touched is the officer's; the rest follows the station, also when a second desk changes it.
  const [touched, setTouched] = useState<Partial<Typed>>({});
  const value: Typed = { unit: settings.unit, idleMinutes: settings.idleMinutes, ...settings.passwordRules, ...touched };
  const touch = (fields: Partial<Typed>) => setTouched((before) => ({ ...before, ...fields }));
  const outside = (field: keyof typeof bounds) => {
    const number = value[field];
    const [min, max] = bounds[field];
    return number === undefined || number < min || number > max ? t('settings.range', { min, max }) : undefined;
  };
  const unitError = value.unit.trim() === '' ? t('common:rules.required') : fieldError('unit');
  const wrong = unitError !== undefined || outside('idleMinutes') || outside('minLength') || outside('minKinds');
  const dirty =
    value.unit.trim() !== settings.unit ||
    value.idleMinutes !== settings.idleMinutes ||
    value.minLength !== settings.passwordRules.minLength ||
    value.minKinds !== settings.passwordRules.minKinds;

  const submit = async () => {
    if (!dirty || wrong) return;
    const { idleMinutes, minLength, minKinds } = value as Required<{ [K in keyof Typed]: NonNullable<Typed[K]> }>;
    const rulesChanged = minLength !== settings.passwordRules.minLength || minKinds !== settings.passwordRules.minKinds;
    const answer = await change.send({
      ...(value.unit.trim() !== settings.unit ? { unit: value.unit } : {}),
      ...(idleMinutes !== settings.idleMinutes ? { idleMinutes } : {}),
      ...(rulesChanged ? { passwordRules: { minLength, minKinds } } : {}),
    });
    if (!answer.ok) return;
    setTouched({});
    shell.say(t('settings.saved'));
  };

  return (
    <Panel>
      <Form
        onSubmit={() => void submit()}
        busy={change.busy}
        label={t('settings.title')}
        actions={
          <>
            <Button type="submit" disabled={!dirty || Boolean(wrong)} loading={change.busy}>
              {t('settings.save')}
            </Button>
            {!dirty && <span className={styles.none}>{t('settings.unchanged')}</span>}
          </>
        }
      >
        <TextField
          label={t('settings.unit')}
          value={value.unit}
          onChange={(next) => touch({ unit: next })}
          maxLength={60}
          required
          error={unitError}
          width="30rem"
        />
        <NumberField
          label={t('settings.idle')}
          hint={t('settings.idleHint')}
          value={value.idleMinutes}
          onChange={(idleMinutes) => touch({ idleMinutes })}
          min={1}
          max={120}
          unit={t('settings.minutes')}
          error={outside('idleMinutes')}
          required
          width="30rem"
        />
        <NumberField
          label={`${t('settings.password')} · ${t('settings.minLength')}`}
          hint={t('settings.minLengthHint')}
          value={value.minLength}
          onChange={(minLength) => touch({ minLength })}
          min={8}
          max={64}
          error={outside('minLength')}
          required
          width="30rem"
        />
        <NumberField
          label={`${t('settings.password')} · ${t('settings.minKinds')}`}
          hint={t('settings.minKindsHint')}
          value={value.minKinds}
          onChange={(minKinds) => touch({ minKinds })}
          min={1}
          max={4}
          error={outside('minKinds')}
          required
          width="30rem"
        />
        <RefusalNote refusal={change.refusal} />
      </Form>
    </Panel>
  );
}
