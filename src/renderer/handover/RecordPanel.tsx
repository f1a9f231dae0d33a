import type { HandoverView } from '../../shared/handover/contract';
import { useWords } from '../i18n/useWords';
import { Panel } from '../widgets/Panel';
import styles from './HandoverPage.module.css';
import { useLayoutWord } from './layout';

/** What went on record around a handover that did not come in time. */
export function RecordPanel({ view }: { view: HandoverView }) {
  const t = useWords('handover');
  const word = useLayoutWord();
  const lines = [
    ...(view.overdueNotedAt === undefined ? [] : [{ at: view.overdueNotedAt, text: t('record.noted', { at: view.overdueNotedAt }) }]),
    ...view.prolonged.map(({ by, at, reason }) => ({ at, text: t('record.prolonged', { by, at, reason }) })),
    ...view.told.map(({ leader, means, by, at }) => ({ at, text: t('record.told', { leader, by, at, means: word('means', means) }) })),
  ].sort((a, b) => a.at - b.at);
  if (lines.length === 0) return null;
  return (
    <Panel title={t('record.title')}>
      <ul className={styles.plain}>
        {lines.map(({ at, text }) => (
          <li key={`${at}${text}`}>{text}</li>
        ))}
      </ul>
    </Panel>
  );
}
