import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { roster } from '../../shared/roster/contract';
import { isPending } from '../../shared/roster/shift-change';
import { useWords } from '../i18n/useWords';
import { useMay, useStation } from '../station';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { ChangeCard } from './ChangeCard';
import styles from './RosterPanel.module.css';

/** Everything that waits, whatever month it is about; below, what was decided for this month. */
export function ChangesPanel({ month, onAsk }: { month: string; onAsk: () => void }) {
  const t = useWords('roster');
  const mayAsk = useMay(roster.ask);
  const pending = useStation(roster.changes, { pending: true });
  const ofMonth = useStation(roster.changes, { month });
  const decided = ofMonth.data?.filter(({ state }) => !isPending(state));
  return (
    <div className={styles.panel}>
      <div className={styles.quiet}>{t('change.now')}</div>
      {mayAsk && (
        <div>
          <Button leftSection={<IconPlus size="1.15rem" aria-hidden />} onClick={onAsk}>
            {t('change.ask')}
          </Button>
        </div>
      )}
      <StaleMark stale={pending.stale} since={pending.since} />
      <RefusalNote refusal={pending.refusal} />
      <section>
        <h3 className={styles.heading}>{t('change.pending')}</h3>
        {pending.data?.length === 0 && <div className={styles.quiet}>{t('change.nonePending')}</div>}
        <ul className={styles.list}>
          {pending.data?.map((change) => (
            <ChangeCard key={change.id} change={change} />
          ))}
        </ul>
      </section>
      <section>
        <h3 className={styles.heading}>{t('change.decided')}</h3>
        {decided?.length === 0 && <div className={styles.quiet}>{t('change.noneDecided')}</div>}
        <ul className={styles.list}>
          {decided?.map((change) => (
            <ChangeCard key={change.id} change={change} />
          ))}
        </ul>
      </section>
    </div>
  );
}
