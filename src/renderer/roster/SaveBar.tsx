import { Button } from '@mantine/core';
import type { BrokenRule } from '../../shared/roster/broken-rules';
import { useWords } from '../i18n/useWords';
import type { StationRefusal } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { BrokenMarks } from './BrokenMarks';
import styles from './RosterMonth.module.css';

export interface SaveBarProps {
  count: number;
  reasons: { broken: readonly BrokenRule[]; past: boolean };
  /** Saving was tried: now it is asked why. */
  asksReason: boolean;
  reason: string;
  restored: number | undefined;
  busy: boolean;
  refusal: StationRefusal | undefined;
  onReason: (reason: string) => void;
  onSave: () => void;
  onDiscard: () => void;
}

/** What is typed and not saved; where it breaks rules it asks why before it is sent. */
export function SaveBar({ count, reasons, asksReason, reason, restored, busy, refusal, onReason, onSave, onDiscard }: SaveBarProps) {
  const t = useWords('roster');
  return (
    <div className={styles.save}>
      <Form onSubmit={onSave} busy={busy} label={t('save.save')}>
        {asksReason && (
          <>
            <div>{reasons.broken.length > 0 ? t('save.reasonAsked', { n: reasons.broken.length }) : t('save.reasonPast')}</div>
            {reasons.broken.length > 0 && (
              <div className={styles.marks}>
                <BrokenMarks broken={reasons.broken} />
              </div>
            )}
          </>
        )}
        <div className={styles.line}>
          {asksReason && (
            <div className={styles.grow}>
              <TextField label={t('save.reason')} value={reason} onChange={onReason} maxLength={400} required startHere />
            </div>
          )}
          <Button type="submit" loading={busy}>
            {t('save.saveN', { n: count })}
          </Button>
          <Button variant="default" onClick={onDiscard}>
            {t('save.discard')}
          </Button>
          <KeyHint keys="Ctrl+S" />
          {restored !== undefined && <span className={styles.quiet}>{t('page.restored', { at: restored })}</span>}
        </div>
        <RefusalNote refusal={refusal} />
      </Form>
    </div>
  );
}
