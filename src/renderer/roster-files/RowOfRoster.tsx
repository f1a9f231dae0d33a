import { IconAlertTriangle, IconUserQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ReadCell, ReadRow, RosterIssue } from '../../shared/roster-files/reading';
import type { BrokenRule } from '../../shared/roster/broken-rules';
import { useWords } from '../i18n/useWords';
import { BrokenMarks, saidOnce } from '../roster';
import styles from './RosterFilesPage.module.css';

export interface RowOfRosterProps {
  row: ReadRow;
  shifts: readonly { key: string }[];
  issues: readonly RosterIssue[];
  /** Issues that nobody has decided yet. */
  open: ReadonlySet<string>;
  /** What can be done about an issue, in the place where it is decided. */
  mend: (issue: string, place: string) => ReactNode;
  /** The rules that this day would break. */
  broken: readonly BrokenRule[];
}

/** One date of the roster: leader, the people of each shift, the remark; under each, what is unclear about it. */
export function RowOfRoster({ row, shifts, mend, open, broken }: RowOfRosterProps) {
  const t = useWords('rosterFiles');
  const leaders = uniqueLeaders(row.cells);
  return (
    <tr data-unclear={row.issues.some((issue) => open.has(issue)) || undefined}>
      <th scope="row">
        <span className={styles.date}>{row.date ?? t('preview.dateUnread')}</span>
        {row.issues.filter((issue) => !issue.startsWith('open ')).map((issue) => mend(issue, `${row.row}`))}
      </th>
      <td>
        {leaders.map((cell) => (
          <People key={`${cell.cell} ${cell.shift}`} cell={cell} mend={mend} open={open} />
        ))}
      </td>
      {shifts.map(({ key }) => (
        <td key={key}>
          {row.cells
            .filter(({ post, shift }) => post === 'officer' && shift === key)
            .map((cell) => (
              <People key={cell.cell} cell={cell} mend={mend} open={open} />
            ))}
        </td>
      ))}
      <td>
        {row.remark}
        {row.issues.filter((issue) => issue.startsWith('open ')).map((issue) => mend(issue, `${row.row}`))}
      </td>
      <td>
        <div className={styles.broken}>
          <BrokenMarks broken={saidOnce(broken, t('common:separator'))} />
        </div>
      </td>
    </tr>
  );
}

/** A leader's cell for the whole day stands once. */
function uniqueLeaders(cells: readonly ReadCell[]): ReadCell[] {
  return cells.filter(
    ({ post, cell }, index) => post === 'leader' && cells.findIndex((other) => other.post === 'leader' && other.cell === cell) === index,
  );
}

function People({ cell, mend, open }: { cell: ReadCell; mend: RowOfRosterProps['mend']; open: ReadonlySet<string> }) {
  const t = useWords('rosterFiles');
  const place = `${cell.cell} ${cell.shift}`;
  return (
    <>
      <div className={styles.people}>
        {cell.names.map(({ text, person, issues }, index) => {
          const Mark = issues.some((issue) => open.has(issue)) ? IconAlertTriangle : issues.length > 0 ? IconUserQuestion : undefined;
          return (
            <span
              key={`${cell.cell} ${index} ${text}`}
              className={styles.person}
              data-open={issues.some((issue) => open.has(issue)) || undefined}
            >
              {Mark && <Mark size="0.95rem" aria-hidden />}
              {person?.name ?? text}
            </span>
          );
        })}
        {cell.open > 0 && <span className={styles.person}>{t('preview.open', { n: cell.open })}</span>}
      </div>
      {[...cell.issues, ...cell.names.flatMap(({ issues }) => issues)].map((issue) => mend(issue, place))}
    </>
  );
}
