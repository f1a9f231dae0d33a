import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/useWords';
import styles from './ConfirmInline.module.css';
import { TextField } from './FormField';
import { useStartHere } from './useStartHere';

export interface ConfirmInlineProps {
  /** The button that asks for it. */
  label: string;
  /** What will happen, as a sentence. */
  question: string;
  /** The word on the button that does it; the action, not 'OK'. */
  confirm?: string;
  /** Asks for a reason, which then is required. */
  reasonLabel?: string;
  busy?: boolean;
  disabled?: boolean;
  /** Return false to keep the question open (the station refused; nothing typed is lost). */
  onConfirm: (reason: string) => Promise<boolean | undefined> | boolean | undefined;
}

/** Asks once more on the spot, for what cannot be undone; nothing covers the screen. Esc steps back. */
export function ConfirmInline({ label, question, confirm, reasonLabel, busy = false, disabled = false, onConfirm }: ConfirmInlineProps) {
  const t = useWords('common');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const button = useStartHere<HTMLButtonElement>(asking && reasonLabel === undefined);
  const box = useRef<HTMLFieldSetElement>(null);
  // The question may open below the edge; all of it has to be seen before it is answered.
  useEffect(() => {
    if (asking) box.current?.scrollIntoView?.({ block: 'nearest' });
  }, [asking]);
  if (!asking) {
    return (
      <Button variant="default" disabled={disabled} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  const missing = reasonLabel !== undefined && reason.trim() === '';
  const close = () => {
    setAsking(false);
    setTried(false);
  };
  const go = async () => {
    setTried(true);
    if (missing || busy) return;
    if ((await onConfirm(reason.trim())) === false) return;
    setReason('');
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      void go();
    }
  };
  return (
    // The question itself is no control; it hears the Esc and Enter of its field and buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset ref={box} className={styles.confirm} aria-label={question} onKeyDown={onKeyDown}>
      <div>{question}</div>
      {reasonLabel !== undefined && (
        <TextField
          label={reasonLabel}
          value={reason}
          onChange={setReason}
          maxLength={200}
          required
          startHere
          error={tried && missing ? t('rules.required') : undefined}
        />
      )}
      <div className={styles.actions}>
        <Button ref={button} loading={busy} onClick={() => void go()}>
          {confirm ?? label}
        </Button>
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
