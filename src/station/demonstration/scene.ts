import type { LogKind } from '../../shared/duty-log/kinds';
import type { PersonReference } from '../../shared/references';
import { type Instant, minute } from '../../shared/time';
import type { Course, LogDraft, Written } from './course';
import type { Dice } from './dice';
import { type Device, type Estate, referenceToDevice } from './estate';
import { hourAt, type Roster } from './roster';
import { type Member, type Outsider, referenceTo, type Staff } from './staff';
import { inventedNames, inventedPhones } from './wording/names';
import type { CallerKind, Pattern } from './wording/pattern';
import { type Facts, Phrases } from './wording/phrase';
import { areas, policeStationOf, vocabulary } from './wording/vocabulary';

/** Somebody at the other end of the line: how the sentence names them, and how the record does. */
export interface Caller {
  said: string;
  reference: PersonReference;
}

/** What an entry speaks of, chosen before the sentence is made. */
export interface Setting {
  device: Device;
  engineer: Member;
  caller?: Caller | undefined;
  /** Further facts for the sentence. */
  facts?: Readonly<Record<string, string>>;
}

/** Makes entries of patterns: who calls, which device, which words; what the sentence names is linked. */
export class Scenes {
  readonly phrases: Phrases;
  private readonly officersOf = new Map<string, PersonReference[]>();
  private readonly units = new Map<string, PersonReference>();
  private readonly nextDevice: () => Device;
  private readonly nextEngineer: () => Member;
  private readonly nextUnit: () => string;
  private readonly phone: () => string;

  constructor(
    private readonly dice: Dice,
    private readonly staff: Staff,
    private readonly roster: Roster,
    estate: Estate,
  ) {
    this.phrases = new Phrases(dice.for('phrases'), vocabulary);
    const name = inventedNames(
      dice.for('callers'),
      staff.members.map((member) => member.name),
    );
    this.phone = inventedPhones(dice.for('callers’ phones'));
    for (const area of areas) {
      this.officersOf.set(
        area,
        Array.from({ length: 7 }, () => ({ name: name(), phone: this.phone() })),
      );
    }
    this.nextDevice = dice.for('devices').deck(estate.frontEnd.filter(({ type }) => type !== '报警主机'));
    this.nextEngineer = dice.for('engineers').deck(staff.engineers);
    this.nextUnit = dice.for('units').deck(vocabulary.unitCalling ?? []);
  }

  engineer(): Member {
    return this.nextEngineer();
  }

  /** An officer of the police station that the device belongs to. */
  policeCaller(area: string): Caller {
    const known = this.officersOf.get(area) ?? this.officersOf.get('城关') ?? [];
    const reference = this.dice.pick(known);
    const station = policeStationOf((this.officersOf.has(area) ? area : '城关') as (typeof areas)[number]);
    return { said: `${station}民警${reference.name}`, reference };
  }

  /** An entry as the pattern says, about a device chosen by chance. */
  draft(kind: LogKind, pattern: Pattern, at: Instant, setting: Partial<Setting> = {}, author?: Member): { draft: LogDraft; facts: Facts } {
    const device = setting.device ?? this.nextDevice();
    const engineer = setting.engineer ?? this.nextEngineer();
    const shift = this.roster.at(at);
    const caller = setting.caller ?? this.callerOf(pattern.caller, device, engineer);
    // The other of the two, whoever of them writes.
    const [one, two] = shift.officers;
    const other = author === two ? one : two;
    const facts: Facts = {
      device: device.name,
      place: device.place,
      area: device.area,
      road: device.place.split('与')[0] ?? device.place,
      engineer: engineer.name,
      leader: shift.leader.name,
      officerB: other.name,
      ...(caller ? { caller: caller.said } : {}),
      ...(pattern.caller === 'unit' && caller ? { unitCalling: caller.said } : {}),
      ...(pattern.caller === 'vendor' && caller ? { vendorName: caller.said } : {}),
      ...setting.facts,
    };
    const text = this.phrases.say(pattern.text, facts);
    const names = (slot: string) => pattern.text.includes(`{${slot}}`) && text.includes(facts[slot] as string);
    const persons = [
      ...(names('engineer') && pattern.caller !== 'engineer' ? [referenceTo(engineer)] : []),
      ...(names('officerB') ? [referenceTo(other)] : []),
      ...(names('leader') ? [referenceTo(shift.leader)] : []),
    ];
    const pictures = pattern.picture && this.dice.chance(0.4) ? [{ name: `${pattern.picture}-${device.area}`, seed: text }] : [];
    const draft: LogDraft = {
      kind,
      text,
      caller: caller?.reference ?? null,
      persons,
      places: names('place') || names('device') ? [device.place] : [],
      devices: names('device') ? [referenceToDevice(device)] : [],
      after: this.dice.whole(0, 16) / 4,
      pictures,
    };
    return { draft, facts };
  }

  /** Writes the entry and, most of the time, how it went on. */
  tell(
    course: Course,
    kind: LogKind,
    pattern: Pattern,
    at: Instant,
    setting: Partial<Setting> = {},
  ): { written: Written; draft: LogDraft } {
    const byLeader = pattern.byLeader === true && this.dice.chance(0.5);
    const author = byLeader ? this.roster.at(at).leader : this.roster.officerAt(at, this.dice);
    const { draft, facts } = this.draft(kind, pattern, at, setting, author);
    const written = course.write(at, author, draft);
    if (pattern.follow && this.dice.chance(0.62)) {
      const [soonest, latest] = pattern.followAfter ?? [18, 150];
      const later = at + this.dice.whole(soonest, latest) * minute;
      course.followUp(later, this.roster.officerAt(later, this.dice), written, this.phrases.say(this.dice.pick(pattern.follow), facts));
    }
    return { written, draft };
  }

  private callerOf(kind: CallerKind | undefined, device: Device, engineer: Member): Caller | undefined {
    switch (kind) {
      case undefined:
        return undefined;
      case 'police':
        return this.policeCaller(device.area);
      case 'unit':
        return this.unitCaller(this.nextUnit());
      case 'engineer':
        return { said: `维修人员${engineer.name}`, reference: referenceTo(engineer) };
      case 'vendor':
        return outsider(this.dice.pick(this.staff.outsiders.filter(({ organisation }) => !organisation.startsWith('供电'))));
      case 'power':
        return outsider(this.staff.outsiders.find(({ organisation }) => organisation.startsWith('供电')) as Outsider);
      case 'citizen':
        return { said: '群众', reference: { name: this.dice.pick(['群众（未留姓名）', '过路群众', '沿街商户', '附近居民']) } };
      case 'superior': {
        const superior = this.dice.pick(this.staff.superiors);
        return { said: superior.name, reference: referenceTo(superior) };
      }
      case 'peer':
        return this.unitCaller('对端站值班员');
    }
  }

  private unitCaller(name: string): Caller {
    const known = this.units.get(name) ?? { name, phone: this.phone() };
    this.units.set(name, known);
    return { said: name, reference: known };
  }
}

function outsider({ organisation, name, phone }: Outsider): Caller {
  return { said: organisation, reference: { name: `${name}（${organisation}）`, phone } };
}

/** Deals patterns that fit the hour; the others wait for theirs. */
export class PatternDeck {
  private waiting: Pattern[] = [];

  constructor(
    private readonly dice: Dice,
    private readonly patterns: readonly Pattern[],
  ) {}

  deal(at: Instant): Pattern {
    const hour = hourAt(at);
    const found = this.waiting.findIndex((pattern) => fits(pattern, hour));
    if (found >= 0) return this.waiting.splice(found, 1)[0] as Pattern;
    const fresh = this.dice.shuffled(this.patterns);
    const fitting = fresh.findIndex((pattern) => fits(pattern, hour));
    // Nothing of the kind happens at this hour: anything that may happen at any.
    const dealt = fresh.splice(Math.max(0, fitting), 1)[0] as Pattern;
    this.waiting = [...this.waiting, ...fresh].slice(0, this.patterns.length * 2);
    return dealt;
  }
}

function fits({ hours }: Pattern, hour: number): boolean {
  return hours === undefined || (hour >= hours[0] && hour <= hours[1]);
}
