import { Button } from '@mantine/core';
import type { LogDetails } from '../../shared/duty-log/contract';
import { matters } from '../../shared/matters/contract';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useMay, useStation } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { StatusTag } from '../widgets/StatusTag';
import { DeadlineTag } from './DeadlineTag';
import styles from './Matters.module.css';
import { openMatter, openNewMatter } from './open';

const key = 'Alt+D';

/** In the panel of a log entry: the matters that came of it, and making one. */
export function EntryMatters({ entry }: { entry: LogDetails }) {
  const t = useWords('matters');
  const shell = useShell();
  const mayOpen = useMay(matters.open) && entry.voidings.length === 0;
  const found = useStation(matters.ofLogEntry, { logEntry: entry.id }).data ?? [];
  const make = () => openNewMatter(shell, entry.id);
  useScreenKeys(mayOpen ? [{ key, label: t('keys.openHere'), run: make }] : []);
  if (!mayOpen && found.length === 0) return null;
  return (
    <section aria-label={t('entry.heading')} className={styles.list}>
      {found.map((matter) => (
        <div key={matter.id} className={styles.row}>
          <Button size="compact-sm" variant="default" onClick={() => openMatter(shell, matter)}>
            {matter.number || t('list.unheard')}
          </Button>
          <StatusTag>
            {t(`kind.${matter.kind}`)} · {t(`state.${matter.state}`)}
          </StatusTag>
          <DeadlineTag matter={matter} />
        </div>
      ))}
      {mayOpen && (
        <div>
          <Button size="compact-sm" variant="default" onClick={make} rightSection={<KeyHint keys={key} />}>
            {t('entry.make')}
          </Button>
        </div>
      )}
    </section>
  );
}
