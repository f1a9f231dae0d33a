import { Button } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { subsystems } from '../../shared/devices/facts';
import { faults } from '../../shared/faults/contract';
import { faultSources, mostAttachments, priorities } from '../../shared/faults/intake';
import { AttachmentField } from '../attachments';
import { DeviceFinder } from '../devices';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors, useStation } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import { ClassChoice } from './ClassChoice';
import type { FaultOpener } from './opener';
import { PersonField } from '../people';
import { PlannedWorkMark } from '../planned-work';
import { deviceOf, emptyReport, type MissingInReport, missingInReport, reportOf, withDevice, withProfile } from './report-draft';
import styles from './ReportForm.module.css';
import { SimilarFaults } from './SimilarFaults';
import { useProfiles } from './useProfiles';

/** Reports a fault: device, symptom, class, and it can be sent; the rest of the intake form stands below. */
export function ReportForm({ onOpen, onSent }: { onOpen: FaultOpener; onSent: () => void }) {
  const t = useWords('faults');
  const device = useWords('devices');
  const shell = useShell();
  const report = useCommand(faults.report);
  const fieldError = useFieldErrors(report.refusal);
  const { value: draft, change, restored, discard } = useDraft('faults.report', emptyReport);
  const [missing, setMissing] = useState<readonly MissingInReport[]>([]);
  const symptom = useRef<HTMLTextAreaElement>(null);
  const named = deviceOf(draft);
  const similar = useStation(
    faults.similar,
    { device: named, place: draft.place.slice(0, 120) },
    { enabled: draft.device.id !== '' || draft.place.trim().length > 1, keepPrevious: true },
  );
  const alike = draft.device.id !== '' || draft.place.trim().length > 1 ? (similar.data ?? []) : [];

  const profiles = useProfiles();
  const profile = profiles.profile(draft.profile) ?? profiles.usual;
  const offered = alike.slice(0, 4);

  /** Another call for a fault that is open: it needs no class of its own, the open one's stands. */
  const merge = async (into: (typeof alike)[number]) => {
    if (report.busy) return;
    // The open fault may run under another profile than the one proposed here: its class is taken only where this one has it.
    const codes = profile?.classes.map(({ code }) => code) ?? [];
    const grave = draft.class || (codes.includes(into.class) ? into.class : (codes.at(-1) ?? into.class));
    const told = draft.symptom.trim() || into.symptom;
    const again = { ...draft, class: grave, symptom: told, subsystem: draft.subsystem };
    const answer = await report.send({ ...reportOf(again, profile), into: into.id });
    if (!answer.ok) return;
    discard();
    setMissing([]);
    shell.say(t('report.merged', { number: answer.value.number, into: into.number }));
    onSent();
    onOpen(into);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [line] = offered;
    if (!line || !event.altKey || event.ctrlKey || !['KeyM', 'KeyO'].includes(event.code)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.code === 'KeyO') onOpen(line);
    else void merge(line);
  };
  const send = async () => {
    const lacks = missingInReport(draft);
    setMissing(lacks);
    if (lacks.length > 0) return;
    const answer = await report.send(reportOf(draft, profile));
    if (!answer.ok) return;
    discard();
    setMissing([]);
    shell.say(t('report.done', { number: answer.value.number }));
    onSent();
    onOpen(answer.value, true);
  };
  const required = (field: MissingInReport, rule?: string) =>
    missing.includes(field) && missingInReport(draft).includes(field) ? (rule ?? t('common:rules.required')) : fieldError(field);

  return (
    // Alt+M and Alt+O are heard from every field of the form.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeyDown}>
      <Form onSubmit={() => void send()} busy={report.busy} label={t('report.title')}>
        {restored !== undefined && <Notice>{t('report.restored', { at: restored })}</Notice>}
        <DeviceFinder
          label={t('fact.device')}
          hint={t('fact.deviceHint')}
          placeholder={t('report.devicePlaceholder')}
          text={draft.device.text}
          onText={(text) => change({ device: { id: '', code: '', text: text.slice(0, 80) } })}
          picked={draft.device.id !== ''}
          onPick={(picked) => {
            change(withDevice(picked));
            symptom.current?.focus();
          }}
          onUnpick={() => change({ device: emptyReport.device, place: '', subsystem: '' })}
          error={required('device', t('rules.deviceOrPlace'))}
          startHere
        />
        <PlannedWorkMark device={draft.device.id} place={draft.place} subsystem={draft.subsystem || undefined} />
        <SimilarFaults lines={offered} count={alike.length} onOpen={onOpen} onMerge={(line) => void merge(line)} />
        <TextAreaField
          ref={symptom}
          label={t('fact.symptom')}
          value={draft.symptom}
          onChange={(text) => change({ symptom: text })}
          maxLength={2_000}
          rows={2}
          required
          error={required('symptom')}
        />
        {profiles.inUse.length > 1 && (
          <ChoiceField
            label={t('report.profile')}
            value={profile?.code ?? ''}
            onChange={(code) => change(withProfile(code))}
            choices={profiles.inUse.map(({ code, name }) => ({ value: code, label: `${code} ${profiles.say(name)}` }))}
            error={fieldError('profile')}
          />
        )}
        <ClassChoice
          value={draft.class || undefined}
          profile={profile?.code}
          onChange={(grave) => change({ class: grave })}
          error={required('class')}
        />
        {profile && profile.traits.length > 0 && (
          <div className={styles.pair}>
            {profile.traits.map(({ code, name, options, usual }) => {
              const value = draft.traits[code] ?? usual;
              const help = options.find((option) => option.code === value)?.help;
              return (
                <ChoiceField
                  key={code}
                  label={profiles.say(name)}
                  hint={help && profiles.say(help)}
                  value={value}
                  onChange={(next) => change({ traits: { ...draft.traits, [code]: next } })}
                  choices={options.map((option) => ({ value: option.code, label: profiles.say(option.name) }))}
                  error={fieldError('traits')}
                />
              );
            })}
          </div>
        )}
        <div className={styles.pair}>
          <TextField
            label={t('fact.place')}
            value={draft.place}
            onChange={(place) => change({ place })}
            maxLength={120}
            error={fieldError('place')}
          />
          <ChoiceField
            label={t('fact.subsystem')}
            value={draft.subsystem}
            onChange={(subsystem) => change({ subsystem })}
            placeholder={t('fact.subsystemChoose')}
            choices={subsystems.map((value) => ({ value, label: device(`subsystem.${value}`) }))}
            required
            error={required('subsystem')}
          />
        </div>
        <div className={styles.pair}>
          <PersonField
            label={t('fact.reporter')}
            value={draft.reporter}
            onChange={(reporter) => change({ reporter })}
            error={fieldError('reporter.name')}
          />
          <TextField
            label={t('fact.contact')}
            value={draft.reporter.phone}
            onChange={(phone) => change({ reporter: { ...draft.reporter, phone } })}
            maxLength={40}
            error={fieldError('reporter.phone')}
          />
        </div>
        <div className={styles.pair}>
          <ChoiceField
            label={t('source.label')}
            value={draft.source}
            onChange={(source) => change({ source })}
            choices={faultSources.map((value) => ({ value, label: t(`source.${value}`) }))}
          />
          <ChoiceField
            label={t('priority.label')}
            value={draft.priority}
            onChange={(priority) => change({ priority })}
            placeholder={t('priority.none')}
            choices={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
          />
        </div>
        <div className={styles.pair}>
          <TimeInput
            label={t('report.foundAt')}
            value={draft.foundAt ?? undefined}
            onChange={(foundAt) => change({ foundAt: foundAt ?? null })}
            error={fieldError('foundAt')}
          />
          <TimeInput
            label={t('report.reportedAt')}
            value={draft.reportedAt ?? undefined}
            onChange={(reportedAt) => change({ reportedAt: reportedAt ?? null })}
            error={fieldError('reportedAt')}
          />
        </div>
        <TextAreaField
          label={t('fact.scope')}
          value={draft.scope}
          onChange={(scope) => change({ scope })}
          maxLength={500}
          rows={1}
          error={fieldError('scope')}
        />
        <TextAreaField
          label={t('fact.tried')}
          value={draft.tried}
          onChange={(tried) => change({ tried })}
          maxLength={1_000}
          rows={1}
          error={fieldError('tried')}
        />
        <AttachmentField value={draft.attachments} onChange={(kept) => change({ attachments: kept })} most={mostAttachments} />
        <div className={styles.foot}>
          <RefusalNote refusal={report.refusal} />
          <div className={styles.actions}>
            <Button type="submit" loading={report.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
              {t('report.submit')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                discard();
                setMissing([]);
                report.clear();
              }}
            >
              {t('report.discard')}
            </Button>
          </div>
        </div>
      </Form>
    </div>
  );
}
