import { isSamePerson, type PersonReference } from '../references';
import { type Assignment, isManned, sameWatch } from '../roster/assignment';
import type { ReadCell, ReadName, ReadRow, RosterDecision, RosterIssue, RosterReading } from './reading';

/** Who a person of the register is, by id; undefined for nobody. */
export type PersonById = (id: string) => PersonReference | undefined;

/** What a reading comes to with somebody's decisions. */
export interface DecidedRoster {
  assignments: Assignment[];
  /** Those that differ from the roster as it stands. */
  changes: Assignment[];
  /** Issues that nobody has decided and that nothing is proposed for. */
  undecided: RosterIssue[];
  /** Who stands in for whom, to be put down with the reason. */
  standIns: { key: string; standIn: string; original: string }[];
}

/** The most officers that one shift of the roster holds. */
const mostOfficers = 12;

/**
 * The shifts as a reading wants them once its issues are decided: the decision, else what was proposed. An option that an issue
 * does not offer counts as no decision. The same arithmetic counts on the screen and writes at the station.
 */
export function decidedRoster(reading: RosterReading, decisions: readonly RosterDecision[], personById: PersonById): DecidedRoster {
  const chosen = chosenOptions(reading, decisions, personById);
  const undecided = reading.issues.filter(({ key }) => chosen.get(key) === undefined);
  const choice: Choice = { option: (key) => chosen.get(key), personById, reading };
  const standing = new Map(reading.standing.map((assignment) => [assignment.key, assignment]));
  const assignments = new Map<string, Assignment>();
  const standIns: DecidedRoster['standIns'] = [];
  for (const row of reading.rows) {
    const date = dateOf(row, choice);
    if (date === undefined) continue;
    for (const { key: shift } of uniqueShifts(reading)) {
      const key = `${date}/${shift}`;
      const wanted = watchOf(row, shift, key, standing.get(key), choice);
      if (!wanted || assignments.has(key)) continue;
      assignments.set(key, wanted);
      standIns.push(...standInsOf(row, shift, choice).map((pair) => ({ key, ...pair })));
    }
  }
  const all = [...assignments.values()];
  const changes = all.filter((wanted) => {
    const now = standing.get(wanted.key);
    return now ? !sameWatch(now, wanted) : isManned(wanted);
  });
  return { assignments: all, changes, undecided, standIns };
}

interface Choice {
  option(issue: string): string | undefined;
  personById: PersonById;
  reading: RosterReading;
}

function chosenOptions(
  reading: RosterReading,
  decisions: readonly RosterDecision[],
  personById: PersonById,
): Map<string, string | undefined> {
  const said = new Map(decisions.map(({ issue, option }) => [issue, option]));
  return new Map(
    reading.issues.map((issue) => {
      const option = said.get(issue.key);
      const offered = option !== undefined && issue.options.some(({ key }) => key === option);
      const named = option !== undefined && issue.anyPerson && personOfOption(option, personById) !== undefined;
      return [issue.key, offered || named ? option : (issue.proposed ?? undefined)];
    }),
  );
}

function personOfOption(option: string, personById: PersonById): PersonReference | undefined {
  return option.startsWith('person ') ? personById(option.slice('person '.length)) : undefined;
}

function uniqueShifts({ shifts }: RosterReading): { key: string }[] {
  return [...new Set(shifts.map(({ key }) => key))].map((key) => ({ key }));
}

function dateOf(row: ReadRow, { option }: Choice): string | undefined {
  const options = row.issues.map(option);
  // A row that somebody still has to decide on stays out of the count as well.
  if (options.some((chosen) => chosen === undefined || chosen === 'leaveOut')) return undefined;
  const corrected = options.find((chosen) => chosen?.startsWith('date '))?.slice('date '.length);
  return row.date ?? corrected;
}

function watchOf(row: ReadRow, shift: string, key: string, now: Assignment | undefined, choice: Choice): Assignment | undefined {
  const cells = row.cells.filter((cell) => cell.shift === shift);
  if (cells.some((cell) => cell.issues.some((issue) => choice.option(issue) === 'leaveOut'))) return undefined;
  const officerCells = cells.filter(({ post }) => post === 'officer');
  const leaderCells = cells.filter(({ post }) => post === 'leader');
  const blank = officerCells.every(({ text }) => text === '');
  const cleared = officerCells.some((cell) => cell.issues.some((issue) => choice.option(issue) === 'clear'));
  const ownLeader = leaderCells.some(({ text, cell }) => text !== '' && isLeaderOfOneShift(row, cell));
  if (blank && !cleared && !ownLeader) return undefined;
  const officers = blank ? (cleared ? [] : (now?.officers ?? [])) : peopleOf(officerCells, choice);
  const leaders = peopleOf(leaderCells, choice);
  const led = leaderCells.some(({ text }) => text !== '');
  const open = blank ? (cleared ? 0 : (now?.open ?? 0)) : openIn(officerCells, row, shift, choice);
  return {
    key,
    leader: led ? (leaders[0] ?? null) : (now?.leader ?? null),
    officers: officers.slice(0, mostOfficers),
    open: Math.min(open, mostOfficers),
  };
}

/** A leader's column may stand for the whole day: then it says nothing of a shift whose own cell is blank. */
function isLeaderOfOneShift(row: ReadRow, cell: string): boolean {
  return (
    row.cells.filter((other) => other.post === 'leader' && other.cell === cell).length === 1 &&
    row.cells.some(({ post, cell: other }) => post === 'leader' && other !== cell)
  );
}

function peopleOf(cells: readonly ReadCell[], choice: Choice): PersonReference[] {
  const people: PersonReference[] = [];
  for (const name of cells.flatMap(({ names }) => names)) {
    const person = personOf(name, choice);
    if (person && !people.some((other) => isSamePerson(other, person) && (other.id === undefined) === (person.id === undefined)))
      people.push(person);
  }
  return people;
}

function personOf({ text, person, issues }: ReadName, { option, personById, reading }: Choice): PersonReference | undefined {
  const options = issues.map((key) => ({ key, chosen: option(key) }));
  if (options.some(({ chosen }) => chosen === undefined || chosen === 'leaveOut' || chosen === 'leaveOpen')) return undefined;
  const original = options.find(({ chosen }) => chosen === 'original');
  if (original) return mendOf(reading, original.key, 'original');
  const named = options
    .map(({ key, chosen }) => mendOf(reading, key, chosen ?? '') ?? personOfOption(chosen ?? '', personById))
    .find(Boolean);
  if (named) return named;
  return options.some(({ chosen }) => chosen === 'asWritten') ? { name: text } : (person ?? undefined);
}

function mendOf({ issues }: RosterReading, key: string, option: string): PersonReference | undefined {
  return issues.find((issue) => issue.key === key)?.options.find((mend) => mend.key === option)?.person;
}

function openIn(cells: readonly ReadCell[], row: ReadRow, shift: string, { option }: Choice): number {
  const said = cells.reduce((sum, cell) => sum + cell.open, 0);
  const left = cells.flatMap(({ names }) => names).filter(({ issues }) => issues.some((issue) => option(issue) === 'leaveOpen')).length;
  const remarked = row.issues
    .map(option)
    .filter((chosen) => chosen?.startsWith(`open ${shift} `))
    .reduce((sum, chosen) => sum + Number(chosen?.split(' ')[2] ?? 0), 0);
  return said + left + remarked;
}

function standInsOf(row: ReadRow, shift: string, { option, reading }: Choice): { standIn: string; original: string }[] {
  const cells = row.cells.filter((cell) => cell.shift === shift);
  const keys = [...new Set(cells.flatMap(({ names }) => names.flatMap(({ issues }) => issues)))];
  return reading.issues
    .filter(({ kind, key }) => kind === 'standIn' && keys.includes(key) && option(key) === 'standIn')
    .map(({ options }) => ({
      standIn: options.find(({ key }) => key === 'standIn')?.person?.name ?? '',
      original: options.find(({ key }) => key === 'original')?.person?.name ?? '',
    }));
}
