import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FaultLine } from '../../shared/faults/record';
import { useWords } from '../i18n/useWords';
import styles from './FaultPanel.module.css';
import type { FaultOpener } from './opener';

export interface LinkedProps {
  title: string;
  lines: readonly FaultLine[];
  onOpen: FaultOpener;
  /** A further button at each. */
  action?: { label: string; run: (line: FaultLine) => void };
}

/** Shown at once; the rest on demand. */
const shownAtOnce = 5;

/** Faults that belong to another: its duplicates, what is folded under it, its cause, what is related. */
export function Linked({ title, lines, onOpen, action }: LinkedProps) {
  const t = useWords('faults');
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.links}>
        {(all ? lines : lines.slice(0, shownAtOnce)).map((line) => (
          <li key={line.id} className={styles.link}>
            <Button size="compact-sm" variant="default" onClick={() => onOpen(line)}>
              {line.number || t('board.unheard')}
            </Button>
            <span className={styles.linkText}>
              {t(`state.${line.state}`)} · {line.device ?? line.place} · {line.symptom}
            </span>
            {action && (
              <Button size="compact-sm" variant="subtle" onClick={() => action.run(line)} aria-label={`${action.label} ${line.number}`}>
                {action.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!all && lines.length > shownAtOnce && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {t('record.all', { n: lines.length })}
        </Button>
      )}
    </section>
  );
}
