import { IconArrowsSplit2, IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { dayKindOf, occasionOf } from '../../shared/calendar/calendar';
import type { PersonReference } from '../../shared/references';
import type { BrokenRule } from '../../shared/roster/broken-rules';
import { personKey } from '../../shared/roster/assignment';
import type { Shift } from '../../shared/roster/shift';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import { BrokenMarks } from './BrokenMarks';
import styles from './Matrix.module.css';
import {
  type Column,
  columnsOf,
  type Edits,
  type MonthRoster,
  peopleInCell,
  type Row,
  rowsOf,
  saidOnce,
  shiftsOfCell,
} from './matrix-cells';
import { PeopleEditor } from './PeopleEditor';

export interface MatrixProps {
  month: MonthRoster;
  /** With what was typed. */
  shifts: readonly Shift[];
  edits: Edits;
  broken: readonly BrokenRule[];
  mayEdit: boolean;
  stale: boolean;
  onEdit: (row: Row, column: Column, people: PersonReference[], open?: number) => void;
  onDetails: (shift: Shift) => void;
  onMonth: (step: number) => void;
  ref?: Ref<{ focus: () => void }>;
}

interface Place {
  row: number;
  column: number;
}

/** The month as units keep it: dates down, the leader and the shifts across, and on each day which rules it breaks. */
export function Matrix({ month, shifts, edits, broken, mayEdit, stale, onEdit, onDetails, onMonth, ref }: MatrixProps) {
  const t = useWords('roster');
  const rows = useMemo(() => rowsOf(shifts), [shifts]);
  const columns = useMemo(() => columnsOf(month), [month]);
  const [at, setAt] = useState<Place>(() => ({
    row: Math.max(
      0,
      rows.findIndex(({ date }) => date === month.today),
    ),
    column: 0,
  }));
  const [editing, setEditing] = useState<{ first: string; people: PersonReference[] }>();
  const [composing, setComposing] = useState(false);
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const keys = useRef<HTMLInputElement>(null);
  const opened = useRef(false);
  const focus = () => keys.current?.focus({ preventScroll: true });
  useImperativeHandle(ref, () => ({ focus }), []);
  const chosen = rows[at.row];
  const column = columns[at.column];

  // The chosen cell stays in sight; on opening today's, with the days to come below it.
  useEffect(() => {
    document.getElementById(cellId(at))?.scrollIntoView?.({ block: opened.current ? 'nearest' : 'center', inline: 'nearest' });
    opened.current = true;
  }, [at]);
  // What takes the keys lies over the chosen cell, so that an input method composes there.
  useLayoutEffect(() => {
    const cell = document.getElementById(cellId(at))?.getBoundingClientRect();
    const around = box.current?.getBoundingClientRect();
    if (!cell || !around || !box.current || !keys.current) return;
    const { scrollLeft, scrollTop, clientLeft, clientTop } = box.current;
    Object.assign(keys.current.style, {
      left: `${cell.left - around.left - clientLeft + scrollLeft}px`,
      top: `${cell.top - around.top - clientTop + scrollTop}px`,
      width: `${cell.width}px`,
      height: `${cell.height}px`,
    });
  });
  useEffect(() => {
    // Whoever came by the navigation works on the matrix next; a form that is open keeps the keyboard.
    const active = document.activeElement;
    if (!active || active === document.body || active.closest('nav')) keys.current?.focus({ preventScroll: true });
  }, []);

  const move = (down: number, across: number) =>
    setAt(({ row, column: from }) => ({
      row: Math.min(Math.max(row + down, 0), rows.length - 1),
      column: Math.min(Math.max(from + across, 0), columns.length - 1),
    }));
  const edit = (first = '') => {
    if (mayEdit && chosen && column) setEditing({ first, people: peopleInCell(chosen, column) });
  };
  const done = (how: 'enter' | 'leave') => {
    if (!editing || !chosen || !column) return;
    const before = peopleInCell(chosen, column).map(personKey).join();
    if (editing.people.map(personKey).join() !== before) onEdit(chosen, column, editing.people);
    setEditing(undefined);
    if (how === 'enter') {
      move(1, 0);
      focus();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of an input method (229) compose a name where they are typed; the name opens the cell.
    if (event.target !== keys.current || event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const steps: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const step = steps[event.key];
    const open = chosen && column?.post === 'officers' ? shiftsOfCell(chosen, column)[0]?.open : undefined;
    if (step) move(...step);
    else if (event.key === 'Home') move(-rows.length, 0);
    else if (event.key === 'End') move(rows.length, 0);
    else if (event.key === 'PageUp') onMonth(-1);
    else if (event.key === 'PageDown') onMonth(1);
    else if (event.key === ' ') {
      const shift = chosen && column && shiftsOfCell(chosen, column)[0];
      if (shift) onDetails(shift);
    } else if (event.key === 'Enter') edit();
    else if (event.key === 'Delete' && mayEdit && chosen && column) onEdit(chosen, column, [], 0);
    else if ((event.key === '+' || event.key === '-') && mayEdit && chosen && column && open !== undefined) {
      onEdit(chosen, column, peopleInCell(chosen, column), Math.min(12, Math.max(0, open + (event.key === '+' ? 1 : -1))));
    } else if (/^[\p{L}\d]$/u.test(event.key)) edit(event.key);
    else return;
    event.preventDefault();
  };
  const nameOf = ({ post, shift, name }: Column) =>
    post === 'leader' ? (shift === undefined ? t('page.leader') : t('page.leaderOf', { shift: name })) : name;

  return (
    <div
      ref={box}
      className={styles.scroll}
      role="grid"
      aria-label={`${t('page.title')} ${month.month}`}
      aria-readonly={!mayEdit}
      tabIndex={-1}
      data-stale={stale || undefined}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target === box.current && focus()}
    >
      <input
        ref={keys}
        className={styles.keys}
        aria-label={`${t('page.title')} ${month.month}`}
        aria-activedescendant={cellId(at)}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        readOnly={!mayEdit}
        data-composing={composing || undefined}
        value={typed}
        onChange={({ currentTarget, nativeEvent }) => {
          // What comes whole, pasted or from a handwriting pad, opens the cell at once.
          if (composing || (nativeEvent as InputEvent).isComposing) setTyped(currentTarget.value);
          else edit(currentTarget.value.trim());
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={(event) => {
          const name = event.currentTarget.value.trim();
          setComposing(false);
          setTyped('');
          if (name !== '') edit(name);
        }}
      />
      <table className={styles.matrix} role="presentation">
        <thead>
          <tr>
            <th className={styles.date}>{t('page.date')}</th>
            {columns.map((one) => (
              <th key={one.key} className={one.post === 'leader' ? styles.leader : styles.officers}>
                {nameOf(one)}
              </th>
            ))}
            <th className={styles.hints}>{t('page.hints')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => {
            const kind = dayKindOf(month.calendar, row.date);
            const occasion = occasionOf(month.calendar, row.date);
            const makeUp = kind === 'workday' && month.calendar.days.some(({ date }) => date === row.date);
            const weekday = new Date(`${row.date}T00:00:00Z`).getUTCDay();
            const hints = broken.filter(({ date }) => date === row.date);
            return (
              <tr
                key={row.date}
                data-kind={kind}
                data-marked={occasion !== undefined || undefined}
                data-today={row.date === month.today || undefined}
              >
                <th className={styles.date} scope="row">
                  <span className={styles.day}>{row.date.slice(5)}</span>
                  <span className={styles.weekday}>{[...t('page.weekdays')][weekday]}</span>
                  {row.date === month.today && <StatusTag>{t('page.today')}</StatusTag>}
                  {occasion !== undefined && <span className={styles.occasion}>{occasion || t('page.holiday')}</span>}
                  {makeUp && <span className={styles.makeUp}>{t('page.workday')}</span>}
                </th>
                {columns.map((one, c) => {
                  const here = r === at.row && c === at.column;
                  const cell = shiftsOfCell(row, one);
                  const people = peopleInCell(row, one);
                  const flagged = new Set(
                    hints.flatMap(({ key, person }) => (person && cell.some((shift) => shift.key === key) ? [personKey(person)] : [])),
                  );
                  const opens = one.post === 'officers' ? (cell[0]?.open ?? 0) : 0;
                  const isEdited = cell.some(({ key }) => key in edits);
                  const contested = one.post === 'officers' && cell.some((shift) => shift.contested);
                  return (
                    <td
                      key={one.key}
                      id={cellId({ row: r, column: c })}
                      className={styles.cell}
                      aria-selected={here}
                      data-edited={isEdited || undefined}
                      onClick={() => {
                        if (editing && !here) done('leave');
                        setAt({ row: r, column: c });
                        if (!editing || !here) focus();
                      }}
                      onDoubleClick={() => edit()}
                    >
                      {here && editing ? (
                        <PeopleEditor
                          label={t('page.editing', { date: row.date, column: nameOf(one) })}
                          labelShown={false}
                          people={editing.people}
                          first={editing.first}
                          single={one.post === 'leader'}
                          startHere
                          onChange={(next) => setEditing({ ...editing, people: next })}
                          onDone={done}
                          onCancel={() => {
                            setEditing(undefined);
                            focus();
                          }}
                        />
                      ) : (
                        <div className={styles.people}>
                          {people.map((person) => (
                            <span
                              key={personKey(person)}
                              className={styles.person}
                              data-flagged={flagged.has(personKey(person)) || undefined}
                            >
                              {person.name}
                            </span>
                          ))}
                          {people.length === 0 && opens === 0 && cell.length > 0 && <span className={styles.empty}>{t('page.empty')}</span>}
                          {opens > 0 && <StatusTag urgency="red">{t('page.open', { n: opens })}</StatusTag>}
                          {contested && (
                            <StatusTag urgency="red" icon={IconArrowsSplit2}>
                              {t('page.contested')}
                            </StatusTag>
                          )}
                          {isEdited && <IconPencil className={styles.pencil} size="0.95rem" aria-label={t('page.changed')} />}
                        </div>
                      )}
                    </td>
                  );
                })}
                <td className={styles.hints}>
                  <div className={styles.marks}>
                    <BrokenMarks broken={saidOnce(hints, t('common:separator'))} />
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function cellId({ row, column }: Place): string {
  return `roster-${row}-${column}`;
}
