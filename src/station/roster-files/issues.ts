import { nameKey } from '../../shared/people/names';
import type { PersonReference } from '../../shared/references';
import type { RosterIssue, RosterIssueKind, RosterMend } from '../../shared/roster-files/reading';
import { derivedId } from '../random';

const longestText = 300;

/** What has to be decided about a file, each thing once. Every method answers the key of its issue. */
export class Issues {
  private readonly byKey = new Map<string, RosterIssue>();

  all(): RosterIssue[] {
    return [...this.byKey.values()];
  }

  /** The same written name is decided once, wherever it stands. */
  name(
    kind: Extract<RosterIssueKind, 'unknownName' | 'abbreviation' | 'namesake' | 'hasLeft' | 'nameTooLong'>,
    text: string,
    cell: string,
    candidates: readonly PersonReference[],
    sure: boolean,
    post: 'leader' | 'officer',
  ): string {
    const people = candidates.map((person): RosterMend => ({ key: `person ${person.id}`, person }));
    const asWritten = kind === 'nameTooLong' ? [] : [{ key: 'asWritten' }];
    const open = post === 'officer' ? [{ key: 'leaveOpen' }] : [];
    const proposed = sure ? (people[0]?.key ?? null) : null;
    // A leader's post cannot be left open by a count, so the two are asked about apart.
    const key = `name ${post} ${derivedId(nameKey(text) || text).slice(0, 13)}`;
    return this.add({
      key,
      kind,
      cells: [cell],
      text,
      options: [...people, ...asWritten, ...open, { key: 'leaveOut' }],
      proposed,
      anyPerson: true,
    });
  }

  standIn(cell: string, index: number, text: string, standIn: PersonReference, original: PersonReference, written: boolean): string {
    const words = written ? `${text}（替${original.name}）` : `${text}（${standIn.name}替）`;
    return this.add({
      key: `standIn ${cell} ${index}`,
      kind: 'standIn',
      cells: [cell],
      text: words,
      options: [
        { key: 'standIn', person: standIn },
        { key: 'original', person: original },
      ],
      proposed: 'standIn',
      anyPerson: false,
    });
  }

  note(cell: string, index: number, text: string): string {
    return this.plain('noteInBrackets', `note ${cell} ${index}`, cell, text, [{ key: 'keep' }, { key: 'leaveOut' }], 'keep');
  }

  /** Where a remark says that posts are open: in the shift with the fewest names, unless somebody says otherwise. */
  openPost(cell: string, text: string, count: number, shifts: readonly string[]): string {
    const options = [...shifts.map((shift) => ({ key: `open ${shift} ${count}` })), { key: 'none' }];
    return this.plain('openPost', `open ${cell}`, cell, text, options, options[0]?.key ?? 'none');
  }

  blank(cell: string, now: string): string {
    return this.plain('blankCell', `blank ${cell}`, cell, now, [{ key: 'keep' }, { key: 'clear' }], 'keep');
  }

  leaveOut(kind: RosterIssueKind, cell: string, text: string, index = 0, proposed = false): string {
    return this.plain(kind, `${kind} ${cell} ${index}`, cell, text, [{ key: 'leaveOut' }], proposed ? 'leaveOut' : null);
  }

  /** Of a whole row: `keep`, another date, or leaving it out. */
  row(
    kind: Extract<RosterIssueKind, 'dateUnreadable' | 'dateTwice' | 'weekdayDiffers'>,
    cell: string,
    text: string,
    options: readonly string[],
  ): string {
    return this.plain(kind, `${kind} ${cell}`, cell, text, [...options.map((key) => ({ key })), { key: 'leaveOut' }], null);
  }

  private plain(kind: RosterIssueKind, key: string, cell: string, text: string, options: RosterMend[], proposed: string | null): string {
    return this.add({ key, kind, cells: [cell], text, options, proposed, anyPerson: false });
  }

  private add(issue: RosterIssue): string {
    const known = this.byKey.get(issue.key);
    if (!known) this.byKey.set(issue.key, { ...issue, text: issue.text.slice(0, longestText) });
    else if (!known.cells.includes(issue.cells[0] as string)) known.cells.push(issue.cells[0] as string);
    return issue.key;
  }
}
