import { nameKey } from '../../shared/people/names';
import type { PersonReference } from '../../shared/references';
import type { RosterIssueKind } from '../../shared/roster-files/reading';
import type { StoredPerson } from '../people';

/** Somebody of the register, as far as a roster needs to know them. */
export type Registered = Pick<StoredPerson, 'id' | 'name' | 'post' | 'left' | 'organisation'>;

/** Who a written name means: one person, or why nobody can tell. */
export type Meant =
  | { person: PersonReference }
  | {
      kind: Extract<RosterIssueKind, 'unknownName' | 'abbreviation' | 'namesake' | 'hasLeft' | 'nameTooLong'>;
      candidates: PersonReference[];
      sure: boolean;
    };

/** How the names of a file stand together: two that often share a shift. */
export interface Company {
  /** How often a person of the register stands in the file. */
  times(id: string): number;
  /** How often two stand in one cell. */
  together(id: string, other: string): number;
}

const titles =
  '警官|警员|民警|辅警|队长|队|所长|所|主任|科长|科|处长|处|局长|局|支队长|大队长|中队长|组长|班长|教导员|指导员|政委|工程师|工|师傅|领导|老师|哥|姐|总';
const called = new RegExp(`^(?:[小老大阿](\\p{Script=Han}{1,2})|(\\p{Script=Han}{1,2})(?:${titles}))$`, 'u');
const longestName = 40;
const mostCandidates = 6;
/** What standing together once weighs, beside standing in the file at all and having a fitting post. */
const perMeeting = 100;

/** The people of a register, found by what a roster calls them. */
export class Register {
  private readonly byName = new Map<string, Registered[]>();

  constructor(private readonly people: readonly Registered[]) {
    for (const person of people) this.byName.set(nameKey(person.name), [...(this.byName.get(nameKey(person.name)) ?? []), person]);
  }

  /** The only one present with exactly this name. */
  exactly(name: string): Registered | undefined {
    const present = (this.byName.get(nameKey(name)) ?? []).filter(({ left }) => !left);
    return present.length === 1 ? present[0] : undefined;
  }

  /**
   * Who a name means that the roster in force does not already settle. `beside` are the people that stand in the same cells: who
   * usually stands with them is who an abbreviation means.
   */
  meant(name: string, post: 'leader' | 'officer', beside: readonly string[], company: Company): Meant {
    const named = this.byName.get(nameKey(name)) ?? [];
    const present = named.filter(({ left }) => !left);
    if (present[0] && present.length === 1) return { person: referenceTo(present[0]) };
    if (present.length > 1) return { kind: 'namesake', candidates: present.map(referenceTo), sure: false };
    if (named.length > 0) return { kind: 'hasLeft', candidates: named.map(referenceTo), sure: false };
    if (name.length > longestName) return { kind: 'nameTooLong', candidates: [], sure: false };
    const short = this.shortFor(name);
    if (short.length > 0) {
      const scored = short
        .map((person) => ({ person, score: scoreOf(person, post, beside, company) }))
        .sort((a, b) => b.score - a.score || (a.person.id < b.person.id ? -1 : 1));
      // A surname alone proves nothing: only the company that somebody keeps in this file does.
      const best = scored[0]?.score ?? 0;
      const sure = best >= perMeeting && best > (scored[1]?.score ?? 0);
      return { kind: 'abbreviation', candidates: scored.slice(0, mostCandidates).map(({ person }) => referenceTo(person)), sure };
    }
    return { kind: 'unknownName', candidates: this.near(name), sure: false };
  }

  /** 小郑, 郑工, 新宇: by surname and a form of address, or by the given name alone. */
  private shortFor(name: string): Registered[] {
    const key = nameKey(name);
    const match = called.exec(key);
    const surname = match?.[1] ?? match?.[2];
    const present = this.people.filter(({ left, organisation }) => !left && organisation === '');
    if (surname !== undefined) {
      const bySurname = present.filter((person) => nameKey(person.name).startsWith(surname));
      if (bySurname.length > 0) return bySurname;
    }
    const signs = [...key].length;
    return signs < 2 ? [] : present.filter((person) => nameKey(person.name).endsWith(key) && [...nameKey(person.name)].length > signs);
  }

  /** One character off, or the same characters in another order. */
  private near(name: string): PersonReference[] {
    const key = [...nameKey(name)];
    return this.people
      .filter((person) => !person.left && isNear(key, [...nameKey(person.name)]))
      .slice(0, mostCandidates)
      .map(referenceTo);
  }
}

function referenceTo({ id, name }: Registered): PersonReference {
  return { id, name };
}

function scoreOf(person: Registered, post: 'leader' | 'officer', beside: readonly string[], company: Company): number {
  const fits = (post === 'leader') === /领导|值班长|主任|局长/u.test(person.post);
  const partners = beside.reduce((sum, other) => sum + company.together(person.id, other), 0);
  return partners * perMeeting + Math.min(company.times(person.id), 9) * 10 + (fits ? 1 : 0);
}

function isNear(one: readonly string[], other: readonly string[]): boolean {
  if (one.length < 2 || other.length < 2 || Math.abs(one.length - other.length) > 1) return false;
  if (one.length === other.length) {
    const different = one.filter((sign, i) => sign !== other[i]).length;
    const rearranged = different === 2 && [...one].sort().join('') === [...other].sort().join('');
    // Of two characters one is only the surname, which half the unit shares.
    return rearranged || (different === 1 && (one.length > 2 || one[0] !== other[0]));
  }
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 2 && long.some((_, gap) => long.filter((__, i) => i !== gap).join('') === short.join(''));
}
