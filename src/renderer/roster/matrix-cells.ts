import type { OutputOf } from '../../shared/contract';
import type { PersonReference } from '../../shared/references';
import { type Assignment, assignmentOf, isManned, personKey, sameWatch } from '../../shared/roster/assignment';
import { type BrokenRule, brokenRules } from '../../shared/roster/broken-rules';
import type { roster } from '../../shared/roster/contract';
import type { Shift } from '../../shared/roster/shift';

export type MonthRoster = OutputOf<typeof roster.month>;
/** What was typed and not saved, by shift. */
export type Edits = Readonly<Record<string, Assignment>>;

/** A column of the matrix: the leader of the day or of one shift, or the officers of one shift. */
export interface Column {
  key: string;
  post: 'leader' | 'officers';
  /** Undefined: the leader of the whole day. */
  shift: string | undefined;
  name: string;
  /** When its shift begins, ms from midnight UTC of its day: the order of the columns. */
  starts: number;
}

export interface Row {
  date: string;
  shifts: Shift[];
}

/** The shifts as they would be with what was typed. */
export function withEdits(shifts: readonly Shift[], edits: Edits): Shift[] {
  return shifts.map((shift) => {
    const edit = edits[shift.key];
    return edit ? { ...shift, ...edit, rostered: isManned(edit) } : shift;
  });
}

export function rowsOf(shifts: readonly Shift[]): Row[] {
  const rows = new Map<string, Row>();
  for (const shift of shifts) {
    const row = rows.get(shift.date) ?? { date: shift.date, shifts: [] };
    row.shifts.push(shift);
    rows.set(shift.date, row);
  }
  return [...rows.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The columns of a month; shifts of an earlier pattern have theirs too. */
export function columnsOf({ shifts, rules }: MonthRoster): Column[] {
  const kinds = new Map<string, { name: string; starts: number }>();
  for (const { shift, name, start, date } of shifts) {
    const starts = start - Date.parse(`${date}T00:00:00Z`);
    if (!kinds.has(shift)) kinds.set(shift, { name, starts });
  }
  const inOrder = [...kinds].sort(([, a], [, b]) => a.starts - b.starts);
  const wholeDay = rules.pattern.leader === 'wholeDay';
  const columns: Column[] = wholeDay ? [{ key: 'leader', post: 'leader', shift: undefined, name: '', starts: -1 }] : [];
  for (const [shift, { name, starts }] of inOrder) {
    if (!wholeDay) columns.push({ key: `leader ${shift}`, post: 'leader', shift, name, starts });
    columns.push({ key: shift, post: 'officers', shift, name, starts });
  }
  return columns;
}

/** The shifts a cell is about: one, or for the leader of the whole day all of the day. */
export function shiftsOfCell(row: Row, column: Column): Shift[] {
  return column.shift === undefined ? row.shifts : row.shifts.filter(({ shift }) => shift === column.shift);
}

/** Who stands in a cell. The leaders of one day may differ after a stand-in: each is named once. */
export function peopleInCell(row: Row, column: Column): PersonReference[] {
  const shifts = shiftsOfCell(row, column);
  if (column.post === 'officers') return shifts.flatMap(({ officers }) => officers);
  const leaders = new Map(shifts.flatMap(({ leader }) => (leader ? [[leader.id ?? leader.name, leader] as const] : [])));
  return [...leaders.values()];
}

/** What was typed into one cell, on top of what was typed before. An edit that says what is saved already is none. */
export function editCell(
  month: MonthRoster,
  edits: Edits,
  row: Row,
  column: Column,
  people: readonly PersonReference[],
  open?: number,
): Edits {
  const next: Record<string, Assignment> = { ...edits };
  for (const shift of shiftsOfCell(row, column)) {
    const before = assignmentOf(shift);
    const after =
      column.post === 'leader' ? { ...before, leader: people[0] ?? null } : { ...before, officers: [...people], open: open ?? before.open };
    next[shift.key] = after;
  }
  return pruned(month, next);
}

/** A generated roster laid over what was typed. */
export function withProposal(month: MonthRoster, edits: Edits, proposal: readonly Assignment[]): Edits {
  return pruned(month, { ...edits, ...Object.fromEntries(proposal.map((one) => [one.key, one])) });
}

function pruned(month: MonthRoster, edits: Record<string, Assignment>): Edits {
  const stored = new Map(month.shifts.map((shift) => [shift.key, shift]));
  const kept = Object.entries(edits).filter(([key, edit]) => {
    const shift = stored.get(key);
    return shift !== undefined && (shift.contested || !sameWatch(shift, edit));
  });
  return Object.fromEntries(kept);
}

/** Every rule the month breaks with what was typed. */
export function brokenIn(month: MonthRoster, shifts: readonly Shift[]): BrokenRule[] {
  const dates = new Set(month.shifts.map(({ date }) => date));
  return brokenRules([...month.around, ...shifts], month, ({ date }) => dates.has(date));
}

/** Why saving asks for a reason: rules that the edited shifts break, and shifts that have ended. */
export function askedReasons(
  broken: readonly BrokenRule[],
  edits: Edits,
  month: MonthRoster,
  now: number,
): { broken: BrokenRule[]; past: boolean } {
  const of = broken.filter(({ key, other }) => key in edits || (other !== undefined && other in edits));
  return { broken: of, past: month.shifts.some(({ key, end }) => key in edits && end <= now) };
}

/** The broken rules of one day: what holds for all of its shifts is said once, and strangers to the register in one line. */
export function saidOnce(broken: readonly BrokenRule[], separator: string): BrokenRule[] {
  const said = new Set<string>();
  const once = broken.filter(({ rule, person }) => {
    if (rule !== 'notRostered' && rule !== 'leaderMissing' && rule !== 'hasLeft' && rule !== 'unknownPerson') return true;
    const words = `${rule} ${person ? personKey(person) : ''}`;
    return !said.has(words) && said.add(words);
  });
  const strangers = once.flatMap(({ rule, person }) => (rule === 'unknownPerson' && person ? [person.name] : []));
  const first = once.findIndex(({ rule }) => rule === 'unknownPerson');
  return once.flatMap((one, i) => {
    if (one.rule !== 'unknownPerson') return [one];
    return i === first ? [{ ...one, person: { name: strangers.join(separator) } }] : [];
  });
}
