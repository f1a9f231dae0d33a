import { Button } from '@mantine/core';
import { useState } from 'react';
import { faults, type FaultCluster } from '../../shared/faults/contract';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors, useStation } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { useStartHere } from '../widgets/useStartHere';
import { ClassChoice } from './ClassChoice';
import { spanInWords } from './cluster-words';
import styles from './FoldForm.module.css';
import type { FaultOpener } from './opener';

/** Puts faults that came together under one cause: a fault reported with them on the device above, or one already open there. Enter is enough. */
export function FoldForm({ cluster, onDone, onOpen }: { cluster: FaultCluster; onDone: () => void; onOpen: FaultOpener }) {
  const t = useWords('faults');
  const common = useWords('common');
  const shell = useShell();
  const fold = useCommand(faults.fold);
  const fieldError = useFieldErrors(fold.refusal);
  const { cause } = cluster;
  // More may have come in since the proposal was opened, and some may be dealt with: what is folded is what stands now.
  const asked = useStation(faults.clusters, {});
  const now = asked.data?.find(({ cause: { id } }) => id === cause.id) ?? cluster;
  const [empty] = useState(() => ({
    under: cluster.open[0]?.id ?? '',
    symptom: t('cluster.symptom', { n: cluster.faults.length }),
    class: cluster.class,
  }));
  const { value: draft, change, discard } = useDraft(`faults.fold:${cluster.key}`, empty);
  const button = useStartHere<HTMLButtonElement>(true);
  const under = now.open.find(({ id }) => id === draft.under);
  const [missing, setMissing] = useState(false);

  const send = async () => {
    const symptom = draft.symptom.trim();
    setMissing(!under && symptom === '');
    if (!under && symptom === '') return;
    const { id, code, name, place, subsystem } = cause;
    const report = { device: { id, code, name }, place, subsystem, symptom, class: draft.class, profile: cluster.profile || undefined };
    const answer = await fold.send({ faults: now.faults, ...(under ? { under: under.id } : { report }) });
    if (!answer.ok) return;
    discard();
    shell.say(t('cluster.done', { n: now.faults.length, number: answer.value.number }));
    onDone();
    onOpen(answer.value, true);
  };

  return (
    <Form
      onSubmit={() => void send()}
      busy={fold.busy}
      label={t('cluster.title')}
      pinned
      actions={
        <>
          <Button ref={button} type="submit" loading={fold.busy}>
            {t('cluster.submit', { n: now.faults.length })}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:back')}
          </Button>
        </>
      }
    >
      <div>
        <div className={styles.cause}>{cause.name}</div>
        <div className={styles.quiet}>
          {[cause.place, t('cluster.below', { n: now.faults.length }), spanInWords(t, common, now), t('cluster.first', { at: now.firstAt })]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      {now.open.length > 0 && (
        <ChoiceField
          label={t('cluster.under')}
          value={draft.under}
          onChange={(next) => change({ under: next })}
          choices={[
            ...now.open.map(({ id, number, symptom }) => ({ value: id, label: `${number} ${symptom}` })),
            { value: '', label: t('cluster.new', { name: cause.name }) },
          ]}
        />
      )}
      {!under && (
        <>
          <TextAreaField
            label={t('cluster.causeSymptom')}
            value={draft.symptom}
            onChange={(symptom) => change({ symptom })}
            maxLength={2_000}
            rows={2}
            required
            error={missing && draft.symptom.trim() === '' ? t('common:rules.required') : fieldError('report.symptom')}
          />
          <ClassChoice
            value={draft.class}
            profile={cluster.profile}
            onChange={(grave) => change({ class: grave })}
            error={fieldError('report.class')}
          />
        </>
      )}
      <p className={styles.quiet}>{t('cluster.after')}</p>
      <RefusalNote refusal={fold.refusal} />
    </Form>
  );
}
