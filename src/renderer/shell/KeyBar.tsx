import { useWords } from '../i18n/useWords';
import { KeyHint } from '../widgets/KeyHint';
import styles from './KeyBar.module.css';
import { useBoundKeys } from './KeyMap';
import { useShellPanels } from './ShellContext';

/** Bottom line: what the shell last said, and the keys of the night. Each is also a button, for a hand that already holds the mouse. */
export function KeyBar() {
  const t = useWords('shell');
  const { said } = useShellPanels();
  const keys = useBoundKeys().filter((one) => one.inBar);
  return (
    <footer className={styles.bar}>
      <nav className={styles.keys} aria-label={t('keys.label')}>
        {keys.map((one) => (
          <button key={one.key} type="button" className={styles.key} tabIndex={-1} onClick={one.run}>
            <KeyHint keys={one.key} />
            {one.label}
          </button>
        ))}
      </nav>
      <output className={styles.said} aria-live="polite" key={said?.count}>
        {said?.sentence}
      </output>
    </footer>
  );
}
