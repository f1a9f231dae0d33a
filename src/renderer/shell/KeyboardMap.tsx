import { useWords } from '../i18n/useWords';
import { KeyHint } from '../widgets/KeyHint';
import { type BoundKey, useBoundKeys } from './KeyMap';
import styles from './KeyboardMap.module.css';

/** Every key that works now, by where it works. */
export function KeyboardMap() {
  const t = useWords('shell');
  const bound = useBoundKeys();
  const groups: [BoundKey['group'], string][] = [
    ['station', t('keys.group.station')],
    ['screen', t('keys.group.screen')],
    ['screens', t('keys.group.screens')],
  ];
  const lists: [string, string][] = [
    ['↑ ↓', t('keys.list.move')],
    ['Enter', t('keys.list.open')],
    ['PgUp PgDn Home End', t('keys.list.page')],
    ['Ctrl+Enter', t('keys.list.submit')],
    ['↑ ↓', t('keys.list.minutes')],
    ['Esc', t('keys.list.escape')],
  ];
  return (
    <div>
      <p className={styles.now}>{t('keys.now')}</p>
      {groups.map(([group, title]) => {
        const keys = bound.filter((one) => one.group === group);
        return keys.length > 0 && <Keys key={group} title={title} keys={keys.map((one) => [one.key, one.label])} />;
      })}
      <Keys title={t('keys.group.lists')} keys={lists} />
    </div>
  );
}

function Keys({ title, keys }: { title: string; keys: [string, string][] }) {
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.keys}>
        {keys.map(([key, label]) => (
          <div key={`${key} ${label}`} className={styles.line}>
            <dt className={styles.caps}>
              {key.split(' ').map((one) => (
                <KeyHint key={one} keys={one} />
              ))}
            </dt>
            <dd className={styles.label}>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
