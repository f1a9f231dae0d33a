import type { HandoverVersion } from '../../shared/handover/contract';
import { useWords } from '../i18n/useWords';
import { Panel } from '../widgets/Panel';
import styles from './HandoverPage.module.css';

/** Corrections beside the items they speak of, dated and signed; what was signed stays as it is. */
export function CorrectionsPanel({ version }: { version: HandoverVersion }) {
  const t = useWords('handover');
  if (version.corrections.length === 0) return null;
  const nameOf = (key: string) => {
    const item = version.content?.items.find((one) => one.key === key);
    return item ? [item.number, item.title].filter(Boolean).join(' ') : key;
  };
  return (
    <Panel title={t('corrections.title')}>
      <ul className={styles.plain}>
        {version.corrections.map(({ entry, item, text, name, at }) => (
          <li key={entry}>
            <div className={styles.ofWhat}>{item ? t('corrections.of', { item: nameOf(item) }) : t('corrections.ofAll')}</div>
            <div className={styles.text}>{text}</div>
            <div className={styles.quiet}>{t('corrections.by', { name, at })}</div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
