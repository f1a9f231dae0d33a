import { CloseButton } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useWords } from '../i18n/useWords';
import styles from './EntryForm.module.css';

export interface NamesFieldProps {
  /** What was added, as shown. */
  names: readonly string[];
  onRemove: (index: number) => void;
  /** What is typed and not yet added. */
  typed: string;
  /** Adds it as it stands. */
  onAdd: () => void;
  /** The field to type into. */
  children: ReactNode;
}

/** Several names in one field: Enter or a comma adds what is typed as it stands, Backspace in the empty field takes back the last. */
export function NamesField({ names, onRemove, typed, onAdd, children }: NamesFieldProps) {
  const t = useWords('dutyLog');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229 || event.ctrlKey) return;
    if (!(event.target instanceof HTMLInputElement)) return;
    if (event.key === 'Backspace' && typed === '' && names.length > 0) {
      event.preventDefault();
      onRemove(names.length - 1);
    }
    const adds = /^[、，,；;]$/u.test(event.key) || (event.key === 'Enter' && !event.defaultPrevented);
    if (!adds || typed.trim() === '') return;
    event.preventDefault();
    onAdd();
  };
  return (
    // Only hears the keys of the field inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.names} onKeyDown={onKeyDown}>
      {children}
      {names.length > 0 && (
        <ul className={styles.chips}>
          {names.map((name, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one name may stand twice, and chips hold no state
            <li key={`${i} ${name}`} className={styles.chip}>
              {name}
              <CloseButton size="xs" tabIndex={-1} aria-label={t('form.remove', { name })} onClick={() => onRemove(i)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
