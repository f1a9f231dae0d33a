import { canonicalJson } from '../../shared/canonical';
import { nameKey } from '../../shared/people/names';
import type { PersonReference } from '../../shared/references';
import { assignmentOf, isManned } from '../../shared/roster/assignment';
import type { ShiftPattern } from '../../shared/roster/pattern';
import type { Shift } from '../../shared/roster/shift';
import { mostRows } from '../../shared/roster-files/contract';
import { namesInCell, openPostsIn, type WrittenName } from '../../shared/roster-files/names-in-cell';
import type { ReadCell, ReadName, ReadRow, RosterReading } from '../../shared/roster-files/reading';
import { derivedId } from '../random';
import { type Cell, columnName, type Row, type Sheet } from '../spreadsheets';
import { type DatesOfRows, datesOfRows, type RowDate, weekdayIn } from './dates-of-rows';
import { Issues } from './issues';
import { type ColumnUse, columnUses, isDateHeader, kindsOf } from './roster-columns';
import { type Company, Register, type Registered } from './who-is-meant';

/** What the station knows that a file is read against. */
export interface KnownRoster {
  pattern: ShiftPattern;
  zone: string;
  /** `2026-11-22`. */
  today: string;
  people: readonly Registered[];
  shiftsOn(first: string, last: string): Shift[];
}

/** Title rows looked through for the heading of the table. */
const deepestHeader = 40;
const mostOfficers = 12;
const longestText = 300;

/** Reads the matrix of a roster: dates down, shifts across. Pure: who is meant is settled against what is handed in. */
export function readRoster(
  sheets: readonly Sheet[],
  year: number | undefined,
  known: KnownRoster,
): RosterReading | 'noRosterFound' | 'tooManyRows' {
  for (const sheet of sheets) {
    const header = sheet.rows.slice(0, deepestHeader).findIndex(({ cells }) => cells.some((cell) => cell && isDateHeader(cell.text)));
    if (header < 0) continue;
    const rows = sheet.rows.slice(header + 1);
    if (rows.length > mostRows) return 'tooManyRows';
    const reading = readSheet(sheet, sheet.rows[header] as Row, sheet.rows.slice(0, header), rows, year, known);
    if (reading) return reading;
  }
  return 'noRosterFound';
}

function readSheet(
  { name, rows: all }: Sheet,
  header: Row,
  above: readonly Row[],
  rows: readonly Row[],
  year: number | undefined,
  known: KnownRoster,
): RosterReading | undefined {
  const title = [...new Set(above.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [cell.text] : []))))].join(' ');
  const headers = header.cells.map((cell) => cell?.text);
  const dateAt = headers.findIndex((text) => text !== undefined && isDateHeader(text));
  const dated = datesOfRows(
    rows.map(({ cells }) => cells[dateAt]),
    `${title} ${name}`,
    year,
    known.today,
  );
  const days = dated.dates.flatMap((one) => (typeof one === 'string' ? [] : [one.date])).sort();
  const [first, last] = [days[0], days.at(-1)];
  const shifts = first === undefined || last === undefined || spanOf(first, last) > 2 * mostRows ? [] : known.shiftsOn(first, last);
  const kinds = kindsOf(known.pattern, shifts, known.zone);
  const uses = columnUses(headers, kinds);
  if (all.length === 0 || !uses.some(({ use }) => use === 'shift')) return undefined;
  const reader = new RowReader(rows, dated, uses, shifts, new Register(known.people));
  const facts = {
    sheet: name,
    title: title.slice(0, longestText),
    year: dated.year,
    yearFrom: dated.yearFrom,
    shifts: uses.flatMap((use, index) => {
      const kind = use.use === 'shift' ? kinds.find(({ key }) => key === use.shift) : undefined;
      return kind ? [{ key: kind.key, name: kind.name, column: columnName(index + 1), header: headers[index] ?? '' }] : [];
    }),
    unusedColumns: uses.flatMap((use, index) =>
      use.use === 'unused' && headers[index] !== undefined
        ? [{ column: columnName(index + 1), header: (headers[index] as string).slice(0, 60) }]
        : [],
    ),
    ...reader.read(),
    standing: shifts.filter((shift) => shift.rostered && isManned(shift)).map(assignmentOf),
  };
  return { plan: derivedId(canonicalJson(facts)), ...facts };
}

function spanOf(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}

interface Place {
  row: Row;
  column: number;
  cell: string;
  post: 'leader' | 'officer';
  shift: string;
  date: string | undefined;
  text: string;
  written: ReturnType<typeof namesInCell>;
}

/** Reads the rows of one sheet and gathers what has to be decided. */
class RowReader {
  private readonly issues = new Issues();
  private readonly standing: ReadonlyMap<string, Shift>;
  private readonly places: Place[][];
  private readonly company: Company;
  /** Who stands beside each written name, wherever it stands. */
  private readonly beside = new Map<string, Set<string>>();

  constructor(
    private readonly rows: readonly Row[],
    private readonly dated: DatesOfRows,
    private readonly uses: readonly ColumnUse[],
    shifts: readonly Shift[],
    private readonly register: Register,
  ) {
    this.standing = new Map(shifts.map((shift) => [shift.key, shift]));
    this.places = rows.map((row, index) => this.placesOf(row, dated.dates[index] as RowDate));
    this.company = this.companyOf();
  }

  read(): Pick<RosterReading, 'rows' | 'skipped' | 'issues'> {
    const read: ReadRow[] = [];
    const skipped: RosterReading['skipped'] = [];
    const seen = new Map<string, number>();
    for (const [index, row] of this.rows.entries()) {
      const dated = this.dated.dates[index] as RowDate;
      const places = this.places[index] as Place[];
      const isNote = row.spans > 2 || typeof dated === 'string';
      if (isNote && (dated === 'none' || row.spans > 2 || !places.some(({ written }) => written.names.length > 0))) {
        const text = row.cells.find((cell) => cell !== undefined)?.text ?? '';
        if (text !== '') skipped.push({ row: row.number, text: text.slice(0, longestText) });
        continue;
      }
      read.push(this.rowOf(row, index, dated, places, seen));
    }
    return { rows: read, skipped, issues: this.issues.all() };
  }

  private rowOf(row: Row, index: number, dated: RowDate, places: readonly Place[], seen: Map<string, number>): ReadRow {
    const dateColumn = this.uses.findIndex(({ use }) => use === 'date');
    const dateCell = `${columnName(dateColumn + 1)}${row.number}`;
    const dateText = row.cells[dateColumn]?.text ?? '';
    const date = typeof dated === 'string' ? undefined : dated.date;
    const remark = this.textOf(row, 'remark');
    const issues: string[] = [];
    if (date === undefined) issues.push(this.issues.row('dateUnreadable', dateCell, dateText, this.neighbours(index)));
    else if (seen.has(date)) issues.push(this.issues.row('dateTwice', dateCell, dateText, []));
    else if (this.weekdayDiffers(row, dated, date)) issues.push(this.issues.row('weekdayDiffers', dateCell, dateText, ['keep']));
    if (date !== undefined && !seen.has(date)) seen.set(date, row.number);
    const open = openPostsIn(remark);
    if (open > 0 && !places.some(({ written }) => written.open > 0)) {
      issues.push(
        this.issues.openPost(
          `${columnName(this.uses.findIndex(({ use }) => use === 'remark') + 1)}${row.number}`,
          remark,
          open,
          fewestFirst(places),
        ),
      );
    }
    return {
      row: row.number,
      dateText: date === undefined ? dateText.slice(0, longestText) : dateText,
      date: date ?? null,
      remark: remark.slice(0, longestText),
      cells: places.map((place) => this.cellOf(place, places)),
      issues,
    };
  }

  private cellOf(place: Place, places: readonly Place[]): ReadCell {
    const { cell, post, shift, date, text, written } = place;
    const key = date === undefined ? undefined : `${date}/${shift}`;
    const standing = key === undefined ? undefined : this.standing.get(key);
    const issues: string[] = [];
    if (key !== undefined && !standing && written.names.length > 0 && post === 'officer')
      issues.push(this.issues.leaveOut('noSuchShift', cell, text));
    const now = standing ? (post === 'leader' ? (standing.leader ? [standing.leader] : []) : standing.officers) : [];
    const others = places.some((other) => other.post === 'officer' && other.shift === shift && other.text !== '');
    if (text === '' && !others && post === 'officer' && now.length + (standing?.open ?? 0) > 0) {
      issues.push(this.issues.blank(cell, now.map(({ name }) => name).join('、')));
    }
    const left = [...now];
    const names = written.names.map((name, index) => this.nameOf(name, index, place, left));
    for (const [index, name] of names.entries()) {
      if (post === 'leader' && index > 0) name.issues.push(this.issues.leaveOut('severalLeaders', cell, name.text, index, true));
      else if (index >= mostOfficers) name.issues.push(this.issues.leaveOut('tooMany', cell, name.text, index));
      else if (names.slice(0, index).some((other) => sameName(other, name))) {
        name.issues.push(this.issues.leaveOut('twiceOnShift', cell, name.text, index, true));
      }
    }
    return { cell, post, shift, text: text.slice(0, 2_000), names, open: written.open, issues };
  }

  /** `left` are the people of the shift in force that no name of the cell has been found for yet. */
  private nameOf(written: WrittenName, index: number, { cell, post }: Place, left: PersonReference[]): ReadName {
    const text = written.text.slice(0, longestText);
    const issues: string[] = [];
    const person = this.personOf(text, post, left, cell, issues);
    const other = written.standsFor ?? written.standIn;
    if (other !== undefined) {
      const counterpart = this.register.exactly(other) ?? { name: other.slice(0, 40) };
      const reference = 'id' in counterpart ? { id: counterpart.id, name: counterpart.name } : counterpart;
      const own = person ?? { name: text.slice(0, 40) };
      const [standIn, original] = written.standsFor !== undefined ? [own, reference] : [reference, own];
      issues.push(this.issues.standIn(cell, index, text, standIn, original, written.standsFor !== undefined));
    }
    if (written.note !== undefined) issues.push(this.issues.note(cell, index, `${text}（${written.note}）`));
    return { text, person, issues };
  }

  private personOf(text: string, post: Place['post'], left: PersonReference[], cell: string, issues: string[]): PersonReference | null {
    // Who stands there already under that name is who is meant: a name outside the register, one of two namesakes, a name since changed.
    const at = bestIndex(left, text);
    if (at >= 0) return left.splice(at, 1)[0] ?? null;
    const meant = this.register.meant(text, post, [...(this.beside.get(nameKey(text)) ?? [])], this.company);
    if ('person' in meant) return meant.person;
    issues.push(this.issues.name(meant.kind, text, cell, meant.candidates, meant.sure, post));
    return null;
  }

  private placesOf(row: Row, dated: RowDate): Place[] {
    const date = typeof dated === 'string' ? undefined : dated.date;
    const shiftColumns = [...new Set(this.uses.flatMap((use) => (use.use === 'shift' ? [use.shift] : [])))];
    return this.uses.flatMap((use, column): Place[] => {
      if (use.use !== 'shift' && use.use !== 'leader') return [];
      const text = row.cells[column]?.text ?? '';
      const post = use.use === 'shift' ? ('officer' as const) : ('leader' as const);
      const shifts = use.use === 'shift' ? [use.shift] : use.shift === undefined ? shiftColumns : [use.shift];
      const written = namesInCell(text);
      return shifts.map((shift) => ({ row, column, cell: `${columnName(column + 1)}${row.number}`, post, shift, date, text, written }));
    });
  }

  private companyOf(): Company {
    const times = new Map<string, number>();
    const together = new Map<string, number>();
    for (const { written, post } of this.places.flat()) {
      if (post === 'leader') continue;
      const people = written.names.map(({ text }) => ({ text, id: this.register.exactly(text)?.id }));
      const ids = people.flatMap(({ id }) => id ?? []);
      for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
      for (const one of ids)
        for (const other of ids) if (one !== other) together.set(`${one} ${other}`, (together.get(`${one} ${other}`) ?? 0) + 1);
      for (const { text, id } of people) {
        if (id !== undefined) continue;
        const beside = this.beside.get(nameKey(text)) ?? new Set();
        for (const other of ids) beside.add(other);
        this.beside.set(nameKey(text), beside);
      }
    }
    return { times: (id) => times.get(id) ?? 0, together: (id, other) => together.get(`${id} ${other}`) ?? 0 };
  }

  private textOf({ cells }: Row, use: ColumnUse['use']): string {
    return (
      this.uses
        .flatMap((one, column) => (one.use === use ? [(cells[column] as Cell | undefined)?.text ?? ''] : []))
        .find((text) => text !== '') ?? ''
    );
  }

  private weekdayDiffers(row: Row, dated: RowDate, date: string): boolean {
    const said = weekdayIn(this.textOf(row, 'weekday')) ?? (typeof dated === 'string' ? undefined : dated.weekday);
    return said !== undefined && said !== new Date(`${date}T00:00:00Z`).getUTCDay();
  }

  /** What the rows around an unreadable date speak for, as options. */
  private neighbours(index: number): string[] {
    const at = (i: number, step: number) => {
      const dated = this.dated.dates[i];
      if (dated === undefined || typeof dated === 'string') return undefined;
      return new Date(Date.parse(`${dated.date}T00:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10);
    };
    const known = new Set(this.dated.dates.flatMap((one) => (typeof one === 'string' ? [] : [one.date])));
    const near = [at(index - 1, 1), at(index + 1, -1)].filter((date) => date !== undefined && !known.has(date));
    return [...new Set(near)].map((date) => `date ${date}`);
  }
}

/** The shifts of a row, those with the fewest names first: there a post is open. */
function fewestFirst(places: readonly Place[]): string[] {
  const counts = new Map<string, number>();
  for (const { post, shift, written } of places) if (post === 'officer') counts.set(shift, (counts.get(shift) ?? 0) + written.names.length);
  return [...counts].sort((a, b) => a[1] - b[1]).map(([shift]) => shift);
}

function bestIndex(people: readonly PersonReference[], text: string): number {
  const same = people.findIndex(({ name }) => name === text);
  return same >= 0 ? same : people.findIndex(({ name }) => nameKey(name) !== '' && nameKey(name) === nameKey(text));
}

function sameName(one: ReadName, other: ReadName): boolean {
  if (one.person && other.person)
    return one.person.id === other.person.id && (one.person.id !== undefined || one.person.name === other.person.name);
  return one.person === other.person && nameKey(one.text) === nameKey(other.text) && one.text !== '';
}
