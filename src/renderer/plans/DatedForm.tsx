import { Button } from '@mantine/core';
import { useState } from 'react';
import { monthsAfter, wrongReviewDue } from '../../shared/plans/review-due';
import { dateIn } from '../../shared/time';
import { now } from '../clock';
import { useWords } from '../i18n/useWords';
import { type StationRefusal, useZone } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './PlansPage.module.css';

export interface DatedFormProps {
  label: string;
  question: string;
  reasonLabel: string;
  everyMonths: number;
  busy: boolean;
  refusal: StationRefusal | undefined;
  onSend: (reason: string, reviewDue: string) => void;
  onCancel: () => void;
}

/** A reason, and by when the plan is looked through again. */
export function DatedForm({ label, question, reasonLabel, everyMonths, busy, refusal, onSend, onCancel }: DatedFormProps) {
  const t = useWords('plans');
  const zone = useZone();
  const today = dateIn(zone, now());
  const latest = monthsAfter(today, everyMonths);
  const [reason, setReason] = useState('');
  const [due, setDue] = useState(latest);
  const isDate = /^\d{4}-\d\d-\d\d$/u.test(due) && dateIn('UTC', Date.parse(`${due}T00:00Z`) || 0) === due;
  const wrong = isDate ? wrongReviewDue(due, today, everyMonths) : 'reviewDuePast';
  const ready = reason.trim() !== '' && wrong === undefined;
  return (
    <Panel title={label}>
      <Form
        onSubmit={() => ready && onSend(reason, due)}
        busy={busy}
        label={label}
        actions={
          <>
            <Button type="submit" disabled={!ready} loading={busy}>
              {label}
            </Button>
            <Button variant="default" onClick={onCancel}>
              {t('common:cancel')}
            </Button>
          </>
        }
      >
        <div>{question}</div>
        <div className={styles.signer}>
          <TextField label={reasonLabel} value={reason} onChange={setReason} maxLength={1_000} required startHere />
          <TextField
            label={t('action.reviewDue')}
            hint={t('action.reviewDueHint', { latest })}
            value={due}
            onChange={(next) => setDue(next.trim())}
            maxLength={10}
            required
            error={wrong ? t(`refusals.${wrong}`, { latest }) : undefined}
          />
        </div>
        <RefusalNote refusal={refusal} />
      </Form>
    </Panel>
  );
}
