import type { ReactNode } from 'react';
import styles from './LogPage.module.css';

/** A text with what was searched for marked. */
export function Marked({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  if (marks.length === 0) return text;
  const parts: ReactNode[] = [];
  let done = 0;
  for (const [from, to] of marks) {
    parts.push(
      text.slice(done, from),
      <mark key={from} className={styles.found}>
        {text.slice(from, to)}
      </mark>,
    );
    done = to;
  }
  parts.push(text.slice(done));
  return parts;
}
