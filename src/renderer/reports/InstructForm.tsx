import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { reports } from '../../shared/reports/contract';
import type { ReportRecord } from '../../shared/reports/record';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf, type TypedPerson } from '../people';
import { useShell } from '../shell';
import { useCommand } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import styles from './Reports.module.css';

interface InstructDraft {
  leader: TypedPerson;
  text: string;
  happenedAt: number | null;
  track: boolean;
  holder: TypedPerson;
  deadline: number | null;
}

const empty: InstructDraft = { leader: nobody, text: '', happenedAt: null, track: true, holder: nobody, deadline: null };

/** A leader's instruction (批示); ticked, it becomes a matter in the same stroke and is handed over until it is done. */
export function InstructForm({ report, onDone }: { report: ReportRecord; onDone: () => void }) {
  const t = useWords('reports');
  const shell = useShell();
  const instruct = useCommand(reports.instruct);
  const { value: draft, change, discard } = useDraft<InstructDraft>(`report:${report.id}.instruct`, empty);
  const [tried, setTried] = useState(false);
  const leader = referenceOf(draft.leader);
  const text = draft.text.trim();
  const required = t('common:rules.required');

  const submit = async () => {
    setTried(true);
    if (!leader || text === '') return;
    const answer = await instruct.send({
      id: report.id,
      leader,
      text,
      ...(draft.happenedAt === null ? {} : { happenedAt: draft.happenedAt }),
      track: draft.track ? { holder: referenceOf(draft.holder) ?? null, deadline: draft.deadline } : null,
    });
    if (!answer.ok) return;
    discard();
    const { matter } = answer.value;
    shell.say(matter ? t('panel.instructedTracked', { number: matter.number }) : t('panel.instructed'));
    onDone();
  };

  return (
    <section className={styles.box} aria-label={t('panel.instruct')}>
      <h3 className={styles.heading}>{t('panel.instruct')}</h3>
      <Form
        onSubmit={() => void submit()}
        busy={instruct.busy}
        label={t('panel.instruct')}
        actions={
          <>
            <Button type="submit" loading={instruct.busy}>
              {t('panel.instructSubmit')}
            </Button>
            <Button variant="default" onClick={onDone}>
              {t('common:back')}
            </Button>
          </>
        }
      >
        <div className={styles.pair}>
          <PersonField
            label={t('panel.leader')}
            value={draft.leader}
            onChange={(person) => change({ leader: person })}
            required
            startHere
            error={tried && !leader ? required : undefined}
          />
          <TimeInput
            label={t('panel.instructedAt')}
            value={draft.happenedAt ?? undefined}
            onChange={(happenedAt) => change({ happenedAt: happenedAt ?? null })}
          />
        </div>
        <TextAreaField
          label={t('panel.text')}
          value={draft.text}
          onChange={(next) => change({ text: next })}
          maxLength={1_000}
          rows={2}
          required
          error={tried && text === '' ? required : undefined}
        />
        <Checkbox label={t('panel.track')} checked={draft.track} onChange={(event) => change({ track: event.currentTarget.checked })} />
        {draft.track && (
          <div className={styles.pair}>
            <PersonField label={t('panel.holder')} value={draft.holder} onChange={(holder) => change({ holder })} />
            <TimeInput
              label={t('panel.deadline')}
              direction="future"
              value={draft.deadline ?? undefined}
              onChange={(deadline) => change({ deadline: deadline ?? null })}
            />
          </div>
        )}
        <RefusalNote refusal={instruct.refusal} />
      </Form>
    </section>
  );
}
