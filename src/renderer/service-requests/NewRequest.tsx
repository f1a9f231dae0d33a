import { Button } from '@mantine/core';
import { useState } from 'react';
import { serviceRequests } from '../../shared/service-requests/contract';
import { useDraft } from '../drafts';
import { DeviceFinder } from '../devices';
import { useLanguage, useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf, type TypedPerson } from '../people';
import { useShell } from '../shell';
import { useCommand, useFieldErrors, useStation } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import type { RequestBeginning } from './request-beginning';
import styles from './Requests.module.css';

interface Draft {
  /** `P2 complaint`. */
  kind: string;
  title: string;
  text: string;
  asker: TypedPerson;
  device: { id: string; name: string };
  receivedAt: number | null;
  plannedAt: number | null;
  answer: string;
  records: Record<string, string[]>;
}

export interface NewRequestProps {
  /** Names the draft. */
  panel: string;
  begins: RequestBeginning | undefined;
  onDone: (request: { id: string; number: string }) => void;
}

/** Which kind of service, what, from whom: the form asks for what the contract's service needs, and no more. */
export function NewRequest({ panel, begins, onDone }: NewRequestProps) {
  const t = useWords('serviceRequests');
  const language = useLanguage();
  const shell = useShell();
  const offered = useStation(serviceRequests.services, {});
  const command = useCommand(serviceRequests.register);
  const fieldError = useFieldErrors(command.refusal);
  const empty: Draft = {
    kind: begins ? `${begins.profile} ${begins.service}` : '',
    title: '',
    text: '',
    asker: nobody,
    device: { id: '', name: '' },
    receivedAt: null,
    plannedAt: null,
    answer: '',
    records: {},
  };
  const { value: draft, change, restored, discard } = useDraft(panel, empty);
  const [tried, setTried] = useState(false);
  const several = (offered.data ?? []).filter(({ services }) => services.length > 0).length > 1;
  const kinds = (offered.data ?? []).flatMap((profile) =>
    profile.services.map((service) => ({
      value: `${profile.code} ${service.code}`,
      label: several ? `${service.name[language]} · ${profile.name[language]}` : service.name[language],
      profile: profile.code,
      service,
    })),
  );
  const kind = kinds.find(({ value }) => value === draft.kind) ?? kinds[0];
  if (!offered.data) return offered.refusal ? <RefusalNote refusal={offered.refusal} /> : <p>{t('common:loading')}</p>;
  if (!kind) return <Notice title={t('form.noServices')}>{t('form.noServicesNow')}</Notice>;
  const { service } = kind;
  const planned = service.limits.some(({ from }) => from === 'planned');
  const onTheSpot = service.steps.length === 1 && !service.steps[0]?.choices && !service.steps[0]?.records;
  const byStation = service.steps.filter(({ by, records }) => by === 'station' && records);
  const missing = draft.title.trim() === '';

  const submit = async () => {
    setTried(true);
    if (missing || command.busy) return;
    const device =
      draft.device.name.trim() === '' ? null : { name: draft.device.name.trim(), ...(draft.device.id ? { id: draft.device.id } : {}) };
    const answer = await command.send({
      profile: kind.profile,
      service: service.code,
      title: draft.title.trim(),
      text: draft.text.trim(),
      asker: referenceOf(draft.asker) ?? null,
      device,
      fault: begins?.fault?.id ?? null,
      plannedAt: planned ? draft.plannedAt : null,
      answer: onTheSpot ? draft.answer.trim() : '',
      records: byStation.map(({ code, records }) => ({
        step: code,
        values: (records ?? []).map((_, i) => (draft.records[code]?.[i] ?? '').trim()),
      })),
      ...(draft.receivedAt === null ? {} : { receivedAt: draft.receivedAt }),
    });
    if (!answer.ok) return;
    discard();
    shell.say(t('form.done', { number: answer.value.number }));
    onDone(answer.value);
  };

  return (
    <Form
      onSubmit={() => void submit()}
      busy={command.busy}
      label={t('form.title')}
      pinned
      actions={
        <>
          <Button type="submit" loading={command.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
            {t('form.submit')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              discard();
              setTried(false);
              command.clear();
            }}
          >
            {t('form.discard')}
          </Button>
        </>
      }
    >
      {restored !== undefined && <Notice>{t('form.restored', { at: restored })}</Notice>}
      {begins?.fault && <div className={styles.quiet}>{t('form.fault', { number: begins.fault.number, title: begins.fault.title })}</div>}
      <TextField
        label={t('fact.title')}
        value={draft.title}
        onChange={(title) => change({ title })}
        maxLength={120}
        required
        error={tried && missing ? t('common:rules.required') : fieldError('title')}
        startHere
      />
      <ChoiceField label={t('fact.service')} value={kind.value} onChange={(next) => change({ kind: next })} choices={kinds} />
      <div className={styles.quiet}>{service.help[language]}</div>
      <PersonField label={t('fact.asker')} value={draft.asker} onChange={(asker) => change({ asker })} error={fieldError('asker')} />
      <TextAreaField label={t('fact.text')} value={draft.text} onChange={(text) => change({ text })} maxLength={2_000} rows={2} />
      {onTheSpot && (
        <TextAreaField
          label={t('fact.answer')}
          value={draft.answer}
          onChange={(answer) => change({ answer })}
          maxLength={1_000}
          rows={2}
          hint={t('fact.answerHint')}
        />
      )}
      {byStation.map(({ code, records }) => (
        <div key={code} className={styles.pair}>
          {(records ?? []).map((name, i) => (
            <TextField
              key={name.zh}
              label={name[language]}
              value={draft.records[code]?.[i] ?? ''}
              onChange={(value) => {
                const values = [...(draft.records[code] ?? [])];
                values[i] = value;
                change({ records: { ...draft.records, [code]: Array.from(values, (one) => one ?? '') } });
              }}
              maxLength={400}
            />
          ))}
        </div>
      ))}
      <DeviceFinder
        label={t('fact.device')}
        text={draft.device.name}
        onText={(name) => change({ device: { id: '', name } })}
        picked={draft.device.id !== ''}
        onPick={(device) => change({ device: { id: device.id, name: device.name } })}
        onUnpick={() => change({ device: { id: '', name: '' } })}
      />
      <div className={styles.pair}>
        <TimeInput
          label={t('fact.receivedNow')}
          value={draft.receivedAt ?? undefined}
          onChange={(receivedAt) => change({ receivedAt: receivedAt ?? null })}
          error={fieldError('receivedAt')}
        />
        {planned && (
          <TimeInput
            label={t('fact.plannedAt')}
            direction="future"
            value={draft.plannedAt ?? undefined}
            onChange={(plannedAt) => change({ plannedAt: plannedAt ?? null })}
          />
        )}
      </div>
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
