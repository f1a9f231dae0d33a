import { Link } from '@tanstack/react-router';
import { useAnyWord, useWords } from '../i18n/useWords';
import { useKeys } from './KeyMap';
import styles from './NavigationRail.module.css';
import { useNavigationItems } from './navigation';
import { useShell } from './ShellContext';

/** The screens this officer may use, and no others: icon and word. Alt with a number goes there. */
export function NavigationRail() {
  const t = useWords('shell');
  const word = useAnyWord();
  const shell = useShell();
  const items = useNavigationItems();
  useKeys(
    items
      .slice(0, 9)
      .map((item, at) => ({ key: `Alt+${at + 1}`, label: word(item.label), group: 'screens', run: () => shell.go(item.path) })),
  );
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      {items.map(({ path, icon: Icon, label, last }, at) => (
        <Link
          key={path}
          to={path}
          className={styles.item}
          data-last={last}
          onClick={(event) => {
            event.preventDefault();
            shell.go(path);
          }}
          title={at < 9 ? `Alt+${at + 1}` : undefined}
          activeProps={{ 'aria-current': 'page' }}
        >
          <Icon size="1.5rem" stroke={1.6} aria-hidden />
          <span>{word(label)}</span>
        </Link>
      ))}
    </nav>
  );
}
