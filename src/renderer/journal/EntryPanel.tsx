import { Button } from '@mantine/core';
import type { EntryRow } from '../../shared/journal/contract';
import { useAnyWord, useWords } from '../i18n/useWords';
import { Facts } from '../widgets/Facts';
import { ZoneTime } from '../widgets/ZoneTime';
import { eventWord } from './event-word';
import { useSubjectWord } from './useSubjectWord';
import styles from './EntryPanel.module.css';

/** One entry of the trail, as it stands in the chain. */
export function EntryPanel({ row, onlyThis }: { row: EntryRow; onlyThis: (stream: string) => void }) {
  const t = useWords('journal');
  const word = useAnyWord();
  const subject = useSubjectWord();
  return (
    <div className={styles.parts}>
      <Facts
        facts={[
          [t('trail.at'), <ZoneTime key="at" at={row.at} show="dateTime" seconds relative />],
          [t('trail.seq'), `${row.letter}-${row.seq}`],
          [t('trail.actor'), row.actor === 'station' ? t('trail.station') : row.actorName],
          [t('trail.what'), eventWord(word, row.name)],
          [t('trail.stream'), subject(row.stream)],
          [t('trail.code'), <Code key="code">{row.name}</Code>],
          [t('trail.streamCode'), <Code key="stream">{row.stream}</Code>],
          [t('trail.id'), <Code key="id">{row.id}</Code>],
          [t('trail.hash'), <Code key="hash">{row.hash}</Code>],
        ]}
      />
      <div>
        <Button variant="default" onClick={() => onlyThis(row.stream)}>
          {t('trail.onlyThis')}
        </Button>
      </div>
    </div>
  );
}

function Code({ children }: { children: string }) {
  return <span className={styles.code}>{children}</span>;
}
