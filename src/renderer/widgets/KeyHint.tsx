import styles from './KeyHint.module.css';

/** A key as it stands on the keyboard; `Ctrl+L` shows two caps. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
