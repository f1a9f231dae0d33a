import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/canonical';
import type { EventDraft } from '../../../shared/event';
import { personChanged, personRegistered } from '../../../shared/people/events';
import type { FieldChange, ImportPreview, Outcome, PreviewRow } from '../../../shared/people/import-preview';
import { outcomes } from '../../../shared/people/import-preview';
import { nameKey } from '../../../shared/people/names';
import { type PersonFacts, type PersonField, personFields } from '../../../shared/people/person';
import type { StoredPerson } from '../read';
import { samePerson, samePlace, sharesPhone } from '../same-person';
import { hasErrors, type PeopleOfSheets, type ReadRow } from './people-of-sheets';

export interface PlannedRow extends ReadRow {
  key: string;
  outcome: Outcome;
  existing: StoredPerson | undefined;
  /** What an import would write over the register; for a row that repeats another, where the two differ. */
  change: Partial<PersonFacts>;
  repeats: ReadRow | undefined;
  /** Key of the row that stands for this person; its own, unless it repeats one. Of rows with one leader only one may come in. */
  leader: string;
}

export interface Plan {
  rows: PlannedRow[];
  preview: ImportPreview;
}

/** Says of every row what an import would do now. Pure: the same file and the same register give the same plan. */
export function planImport({ sheets, rows }: PeopleOfSheets, register: readonly StoredPerson[]): Plan {
  const byName = groupedByName(register);
  const inFile = groupedByName(rows.map((row) => ({ ...row.person, row })));
  const matched = rows.map((row) => {
    const namesakes = byName.get(nameKey(row.person.name)) ?? [];
    const alone = (inFile.get(nameKey(row.person.name)) ?? []).length === 1;
    const existing = hasErrors(row.problems) ? undefined : sameIn(row.person, namesakes, alone);
    return { row, namesakes, existing, change: existing ? changeOf(existing, row.person) : {} };
  });
  const leaders = leadersOf(matched);
  const planned = matched.map(({ row, namesakes, existing, change }): PlannedRow => {
    const leader = leaders.get(row);
    const repeats = leader === row ? undefined : leader;
    const base = { ...row, key: keyOf(row), leader: keyOf(leader ?? row), existing, problems: [...row.problems] };
    if (hasErrors(row.problems)) return { ...base, outcome: 'error', change: {}, repeats: undefined };
    if (repeats) {
      base.problems.push({ code: 'duplicateRow', params: { row: repeats.row, sheet: repeats.sheetName } });
      return { ...base, outcome: 'duplicate', change: differenceOf(repeats.person, row.person), repeats };
    }
    if (!existing) {
      const other = namesakes[0];
      if (other)
        base.problems.push({
          code: 'sameName',
          params: { phone: other.phone || (other.otherPhones[0] ?? ''), group: other.group || other.organisation },
        });
      return { ...base, outcome: 'new', change: {}, repeats };
    }
    if (existing.left) base.problems.push({ code: 'hasLeft', params: { date: existing.left.date } });
    if (change.phone !== undefined && existing.phone !== '' && !sharesPhone(existing, row.person)) {
      base.problems.push({ code: 'phoneReplaced', params: { from: existing.phone, to: change.phone } });
    }
    return { ...base, outcome: Object.keys(change).length > 0 ? 'changes' : 'unchanged', change, repeats };
  });
  return { rows: planned, preview: previewOf(sheets, planned) };
}

function keyOf({ sheet, row }: ReadRow): string {
  return `${sheet}:${row}`;
}

/** The events that bring in the rows that are kept. `idFor` names a person the register does not know. */
export function eventsOf(rows: readonly PlannedRow[], file: string, idFor: (person: PersonFacts) => string): EventDraft[] {
  return rows.flatMap(({ existing, change, person, sheetName, row }): EventDraft[] => {
    const from = { file, sheet: sheetName, row };
    if (!existing) return [personRegistered(idFor(person), { ...person, from })];
    return Object.keys(change).length > 0 ? [personChanged(existing.id, { ...change, from })] : [];
  });
}

/** A row that repeats another, taken in its stead, is judged against the register like any other. */
export function asLeader(row: PlannedRow): PlannedRow {
  return row.outcome === 'duplicate' ? { ...row, change: row.existing ? changeOf(row.existing, row.person) : {} } : row;
}

/** Rows of one person: the first that the register already agrees with leads, else the first. */
function leadersOf(matched: readonly { row: ReadRow; existing: StoredPerson | undefined; change: object }[]): Map<ReadRow, ReadRow> {
  const sets: Member[][] = [];
  const setsByName = new Map<string, Member[][]>();
  for (const { row, existing, change } of matched) {
    if (hasErrors(row.problems)) continue;
    const key = nameKey(row.person.name);
    const namesakes = setsByName.get(key) ?? [];
    const member = { row, existing: existing?.id, agrees: existing !== undefined && Object.keys(change).length === 0 };
    const set = namesakes.find((others) => others.some((other) => isOne(other, member)));
    if (set) set.push(member);
    else {
      const fresh = [member];
      sets.push(fresh);
      setsByName.set(key, [...namesakes, fresh]);
    }
  }
  return new Map(sets.flatMap((set) => set.map(({ row }) => [row, (set.find(({ agrees }) => agrees) ?? set[0])?.row as ReadRow] as const)));
}

interface Member {
  row: ReadRow;
  existing: string | undefined;
  agrees: boolean;
}

function isOne(a: Member, b: Member): boolean {
  return samePerson(a.row.person, b.row.person) || (a.existing !== undefined && a.existing === b.existing);
}

function groupedByName<T extends { name: string }>(people: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const person of people) {
    const key = nameKey(person.name);
    const group = groups.get(key);
    if (group) group.push(person);
    else groups.set(key, [person]);
  }
  return groups;
}

/** A person whose only number was replaced is known by name and group, if nobody else in file or register could be meant. */
function sameIn(person: PersonFacts, namesakes: readonly StoredPerson[], alone: boolean): StoredPerson | undefined {
  const known = namesakes.find((other) => samePerson(other, person));
  if (known) return known;
  const only = namesakes.length === 1 ? namesakes[0] : undefined;
  return alone && only && !only.left && samePlace(only, person) ? only : undefined;
}

/** What the file says that the register does not. A blank in the file says nothing. */
function changeOf(existing: PersonFacts, person: PersonFacts): Partial<PersonFacts> {
  const phone = person.phone || existing.phone;
  const others = [...new Set([...existing.otherPhones, ...person.otherPhones])].filter((number) => number !== phone);
  const wanted: PersonFacts = {
    ...existing,
    ...Object.fromEntries(Object.entries(person).filter(([, value]) => value !== '')),
    name: existing.name,
    phone,
    otherPhones: others.slice(0, 5),
    qualifications: mergedQualifications(existing, person),
  };
  return differenceOf(existing, wanted);
}

function mergedQualifications(existing: PersonFacts, person: PersonFacts): PersonFacts['qualifications'] {
  const merged = existing.qualifications.map((held) => {
    const said = person.qualifications.find(({ name }) => name === held.name);
    return said?.expires === undefined ? held : said;
  });
  const fresh = person.qualifications.filter(({ name }) => !existing.qualifications.some((held) => held.name === name));
  return [...merged, ...fresh].slice(0, 20);
}

/** The fields of `after` that differ from `before`. */
export function differenceOf(before: PersonFacts, after: PersonFacts): Partial<PersonFacts> {
  return Object.fromEntries(
    personFields.filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field])).map((field) => [field, after[field]]),
  );
}

function previewOf(sheets: ImportPreview['sheets'], planned: readonly PlannedRow[]): ImportPreview {
  const rows = planned.map(({ sheet, row, key, outcome, person, existing, change, repeats, problems }): PreviewRow => {
    const before = outcome === 'duplicate' ? repeats?.person : existing;
    return {
      sheet,
      row,
      key,
      outcome,
      person,
      ...(existing ? { existing: existing.id } : {}),
      changes: before ? changesOf(before, change) : [],
      ...(repeats ? { repeats: { sheet: repeats.sheet, row: repeats.row } } : {}),
      problems,
    };
  });
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length])) as Record<
    Outcome,
    number
  >;
  const plan = createHash('sha256').update(canonicalJson(rows)).digest('hex').slice(0, 32);
  return { plan, sheets, rows, counts };
}

function changesOf(before: PersonFacts, change: Partial<PersonFacts>): FieldChange[] {
  return (Object.keys(change) as PersonField[]).map((field) => ({
    field,
    from: linesOf(before, field),
    to: linesOf({ ...before, ...change }, field),
  }));
}

/** A field as lines of text: what screens compare. */
export function linesOf(person: PersonFacts, field: PersonField): string[] {
  const value = person[field];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return value.map((item) => (typeof item === 'string' ? item : [item.name, item.expires].filter(Boolean).join(' ')));
}
