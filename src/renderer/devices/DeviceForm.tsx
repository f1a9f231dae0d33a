import { Button } from '@mantine/core';
import { useState } from 'react';
import { type DeviceRecord, devices } from '../../shared/devices/contract';
import { type Importance, importances, type Subsystem, subsystems } from '../../shared/devices/facts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';

const blank = {
  code: '',
  name: '',
  type: '',
  area: '',
  place: '',
  upstream: '',
  ip: '',
  port: '',
  maker: '',
  model: '',
  inServiceSince: '',
};
type TextName = keyof typeof blank;

function textsOf(device: DeviceRecord): typeof blank {
  return Object.fromEntries(Object.keys(blank).map((name) => [name, String(device[name as TextName] ?? '')])) as typeof blank;
}

/** Registers a device, or changes the one given. */
export function DeviceForm({ device, onDone }: { device?: DeviceRecord; onDone?: () => void }) {
  const t = useWords('devices');
  const shell = useShell();
  const register = useCommand(devices.register);
  const change = useCommand(devices.change);
  const command = device ? change : register;
  const fieldError = useFieldErrors(command.refusal);
  const [facts, setFacts] = useState(device ? textsOf(device) : blank);
  const [subsystem, setSubsystem] = useState<Subsystem>(device?.subsystem ?? 'frontEnd');
  const [importance, setImportance] = useState<Importance>(device?.importance ?? 'normal');
  const [tried, setTried] = useState(false);

  const submit = async () => {
    setTried(true);
    const { code, name, type, area, place, upstream, port } = facts;
    if ([code, name, type].some((text) => text.trim() === '')) return;
    const said = { code, name, type, area, place, upstream, subsystem, importance };
    const maybe = <Nothing,>(nothing: Nothing) => ({
      ip: facts.ip.trim() || nothing,
      // What is no number is no port: the station says so beside the field.
      port: port.trim() === '' ? nothing : /^\d{1,6}$/.test(port.trim()) ? Number(port) : 0,
      maker: facts.maker.trim() || nothing,
      model: facts.model.trim() || nothing,
      inServiceSince: facts.inServiceSince.trim() || nothing,
    });
    const answer = device
      ? await change.send({ id: device.id, changes: { ...said, ...maybe(null) } })
      : await register.send({ ...said, ...maybe(undefined) });
    if (!answer.ok) return;
    shell.say(t(device ? 'form.changed' : 'form.done', { name: name.trim() }));
    if (device) onDone?.();
    else shell.closePanel('devices.new');
  };
  const text = (
    name: TextName,
    max: number,
    more: { required?: boolean; startHere?: boolean; hint?: string; placeholder?: string } = {},
  ) => (
    <TextField
      label={t(`fact.${name}`)}
      value={facts[name]}
      onChange={(value) => setFacts((before) => ({ ...before, [name]: value }))}
      maxLength={max}
      error={
        tried && more.required && facts[name].trim() === ''
          ? t('common:rules.required')
          : (fieldError(name) ?? fieldError(`changes.${name}`))
      }
      {...more}
    />
  );
  return (
    <Form
      onSubmit={() => void submit()}
      busy={command.busy}
      label={t(device ? 'form.edit' : 'form.title')}
      actions={
        <>
          <Button type="submit" loading={command.busy}>
            {t(device ? 'form.change' : 'form.submit')}
          </Button>
          {device && (
            <Button variant="default" onClick={onDone}>
              {t('common:cancel')}
            </Button>
          )}
        </>
      }
    >
      {text('name', 120, { required: true, startHere: true })}
      {text('code', 40, { required: true, hint: t('form.codeHint') })}
      {text('type', 30, { required: true, placeholder: t('form.typePlaceholder') })}
      <ChoiceField
        label={t('fact.subsystem')}
        value={subsystem}
        onChange={setSubsystem}
        choices={subsystems.map((value) => ({ value, label: t(`subsystem.${value}`) }))}
      />
      {text('area', 60)}
      {text('place', 120)}
      {text('upstream', 120)}
      {text('ip', 45)}
      {text('port', 5)}
      {text('maker', 60)}
      {text('model', 60)}
      {text('inServiceSince', 10, { placeholder: '2024-07-03' })}
      <ChoiceField
        label={t('fact.importance')}
        value={importance}
        onChange={setImportance}
        choices={importances.map((value) => ({ value, label: t(`importance.${value}`) }))}
      />
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
