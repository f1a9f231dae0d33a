import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import styles from './Form.module.css';

export interface FormProps {
  onSubmit: () => void;
  /** Already on its way: further submits are ignored, fields stay usable. */
  busy?: boolean;
  /** Buttons at the end; the first with type="submit" is the Enter key's. */
  actions?: ReactNode;
  /** In a side panel: the buttons stay in sight at its foot, however long the form. */
  pinned?: boolean;
  /** In a box of a side panel: as long as the form is in sight, so are its buttons. */
  held?: boolean;
  label?: string;
  children: ReactNode;
}

/** A form: Enter in a line or Ctrl+Enter anywhere submits, never in the middle of a composed character. */
export function Form({ onSubmit, busy = false, actions, pinned = false, held = false, label, children }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // The Enter that accepts a composed word also reaches the form; it must not send a half-typed one.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey && !busy) {
      event.preventDefault();
      onSubmit();
    }
  };
  return (
    // Ctrl+Enter has to be heard from every field inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className={styles.form} onSubmit={submit} onKeyDown={onKeyDown} aria-label={label} noValidate>
      {children}
      {actions !== undefined && (
        <div className={pinned ? styles.pinned : held ? `${styles.actions} ${styles.held}` : styles.actions}>{actions}</div>
      )}
    </form>
  );
}
