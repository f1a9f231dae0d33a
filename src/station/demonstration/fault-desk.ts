import type { z } from 'zod';
import { contracts } from '../../shared/contracts';
import type { CommandContract } from '../../shared/contract';
import type { breachCauses, FaultClass, FaultSource, Priority } from '../../shared/faults/intake';
import type { FaultVerb } from '../../shared/faults/states';
import { type Instant, minute } from '../../shared/time';
import { attach, type Course, type Written } from './course';
import type { Dice } from './dice';
import { type Device, type Estate, referenceToDevice } from './estate';
import type { TimedStep } from './fault-course';
import type { Picture } from './picture';
import type { Roster } from './roster';
import type { Caller, Scenes } from './scene';
import { type Member, referenceTo } from './staff';
import { dispatchedFollowUps, engineerCalls, intakeEntries, repairedFollowUps, triedTexts } from './wording/fault-words';
import { type Repair, type Trouble, troublesOfSubsystem, troublesOfType } from './wording/troubles';

const { faults } = contracts;
export type Source = z.infer<typeof FaultSource>;

/** A fault as it will be once its time has come. */
export interface Reported {
  id?: string;
  number?: string;
  /** The entry of the log it alone was reported in. */
  entry?: Written | undefined;
}

export interface ReportFacts {
  device: Device;
  symptom: string;
  scope?: string;
  class: FaultClass;
  priority?: z.infer<typeof Priority>;
  source: Source;
  caller?: Caller | undefined;
  /** The entry of the log it was reported in, when that stands already. */
  entry?: Written | undefined;
  /** Minutes between finding and reporting. */
  foundBefore?: number;
  pictures?: readonly Picture[];
}

/** Steps that the engineer takes himself where he has an account; else he phones, and the desk writes down when it was. */
const inTheField: readonly FaultVerb[] = ['acknowledge', 'arrive', 'diagnose', 'wait', 'resume', 'repair', 'note'];

/** Faults as the desk takes them in and follows them, each with its entries in the log. */
export class FaultDesk {
  private readonly nextPoint: () => Device;
  private readonly nextCentral: () => Device;
  private readonly nextTrouble = new Map<readonly Trouble[], () => Trouble>();

  constructor(
    private readonly course: Course,
    private readonly scenes: Scenes,
    private readonly roster: Roster,
    private readonly dice: Dice,
    estate: Estate,
  ) {
    this.nextPoint = dice.for('points').deck(estate.frontEnd);
    this.nextCentral = dice.for('central').deck([...estate.central, ...estate.switches]);
  }

  /** A device, and what is wrong with it. */
  trouble(device = this.dice.chance(0.8) ? this.nextPoint() : this.nextCentral()): { device: Device; trouble: Trouble; repair: Repair } {
    const possible = troublesOfType[device.type] ?? troublesOfSubsystem[device.subsystem];
    const next = this.nextTrouble.get(possible) ?? this.dice.deck(possible);
    this.nextTrouble.set(possible, next);
    const trouble = next();
    return { device, trouble, repair: this.dice.pick(trouble.repairs) };
  }

  source(device: Device): Source {
    // Of what stands in the centre nobody writes from outside.
    if (device.subsystem !== 'frontEnd') return this.dice.pick(['monitoringAlarm', 'monitoringAlarm', 'phone', 'patrol']);
    return this.dice.weighted<Source>([
      ['phone', 50],
      ['monitoringAlarm', 22],
      ['patrol', 14],
      ['onlineForm', 5],
      ['walkIn', 3],
      ['peerStation', 2],
      ['email', 2],
      ['letter', 2],
    ]);
  }

  callerFor(source: Source, device: Device): Caller | undefined {
    return source === 'monitoringAlarm' || source === 'patrol' ? undefined : this.scenes.policeCaller(device.area);
  }

  /** Reported at `at`; the entry in the log, where one belongs to it, a little before. */
  report(at: Instant, facts: ReportFacts): Reported {
    const { device, source, caller, foundBefore = this.dice.whole(1, source === 'phone' ? 35 : 6), pictures = [] } = facts;
    const officer = this.roster.officerAt(at, this.dice);
    const entry = facts.entry ?? this.writeIntake(at - this.dice.whole(40, 100) * 1_000, officer, facts);
    const tried = this.dice.pick(triedTexts);
    const reported: Reported = facts.entry ? {} : { entry };
    this.course.plan(at, async (desk) => {
      const { id, number } = await desk.as(officer, faults.report, {
        source,
        foundAt: at - foundBefore * minute,
        ...(caller ? { reporter: caller.reference } : {}),
        device: referenceToDevice(device),
        symptom: facts.symptom,
        scope: facts.scope ?? '',
        tried,
        class: facts.class,
        ...(facts.priority ? { priority: facts.priority } : {}),
        attachments: await attach(desk, officer, pictures),
        ...(entry?.id === undefined ? {} : { logEntry: entry.id }),
      });
      Object.assign(reported, { id, number });
    });
    return reported;
  }

  /** The entry that a report stands in; undefined for what comes by form. */
  private writeIntake(at: Instant, officer: Member, { device, symptom, source, caller }: ReportFacts): Written | undefined {
    const intake = intakeEntries[source];
    if (!intake) return undefined;
    const { draft } = this.scenes.draft(intake.kind, { text: this.dice.pick(intake.texts) }, at, {
      device,
      caller,
      facts: { symptom: `，${symptom}` },
    });
    return this.course.write(at, officer, { ...draft, after: this.dice.whole(0, 3) });
  }

  /** Takes the steps, each by whom it belongs to. */
  take(reported: Reported, steps: readonly TimedStep[], engineer: Member): void {
    for (const { verb, at, input } of steps) {
      const field = inTheField.includes(verb);
      const himself = field && engineer.login !== undefined;
      const by = himself ? engineer : this.roster.officerAt(at, this.dice);
      const told =
        field && !himself && verb !== 'note' && this.dice.chance(0.7) ? { happenedAt: at - this.dice.whole(30, 170) * 1_000 } : {};
      this.step(at, by, verb, reported, { ...told, ...input });
    }
  }

  step(
    at: Instant,
    by: Member,
    verb: FaultVerb,
    reported: Reported,
    input: Record<string, unknown> | (() => Record<string, unknown>) = {},
  ): void {
    this.course.plan(at, async (desk) => {
      const more = typeof input === 'function' ? input() : input;
      if (verb === 'close') await makeClosable(desk, by, reported);
      await desk.as(by, faults[verb] as CommandContract, { id: reported.id, ...more });
    });
  }

  /** What the log says of a fault while it is worked on: sent, phoned about, repaired. */
  accompany(reported: Reported, steps: readonly TimedStep[], told: { device: Device; repair: Repair; engineer: Member }): void {
    const { device, repair, engineer } = told;
    const { entry } = reported;
    const facts = { device: device.name, place: device.place, engineer: engineer.name, cause: repair.cause, remedy: repair.remedy };
    const atOf = (verb: FaultVerb) => steps.find((step) => step.verb === verb)?.at;
    const withNumber = (patterns: readonly string[]) => {
      const pattern = this.scenes.phrases.say(this.dice.pick(patterns), { ...facts, number: '№' });
      return () => pattern.replaceAll('№', reported.number ?? '');
    };
    const [sent, arrived, closed] = [atOf('dispatch'), atOf('arrive'), atOf('close')];
    if (entry && sent !== undefined && this.dice.chance(0.6)) {
      this.course.followUp(sent + minute, this.roster.officerAt(sent, this.dice), entry, withNumber(dispatchedFollowUps));
    }
    if (arrived !== undefined && this.dice.chance(0.5))
      this.writeEngineerCall(arrived + this.dice.whole(2, 6) * minute, withNumber(engineerCalls), told);
    if (entry && closed !== undefined && this.dice.chance(0.6)) {
      this.course.followUp(closed + minute, this.roster.officerAt(closed, this.dice), entry, withNumber(repairedFollowUps));
    }
  }

  private writeEngineerCall(at: Instant, text: () => string, { device, engineer }: { device: Device; engineer: Member }): void {
    this.course.write(at, this.roster.officerAt(at, this.dice), {
      kind: 'call',
      caller: referenceTo(engineer),
      places: [device.place],
      devices: [referenceToDevice(device)],
      after: this.dice.whole(0, 2),
      text,
    });
  }
}

const whyLate: Readonly<Record<string, { breachCause: (typeof breachCauses)[number]; reason: string }>> = {
  answer: { breachCause: 'lateReport', reason: '同时段来电集中，受理延迟' },
  response: { breachCause: 'noEngineer', reason: '维修人员正在处理其他故障' },
  onSite: { breachCause: 'traffic', reason: '早晚高峰道路拥堵，到场延迟' },
  repair: { breachCause: 'difficult', reason: '故障点隐蔽，排查耗时较长' },
};

/** What must be on record before a fault is closed: the steps of its class, and why a limit was not kept. */
async function makeClosable(desk: Parameters<Parameters<Course['plan']>[1]>[0], by: Member, { id }: Reported): Promise<void> {
  if (id === undefined) return;
  const { guide, clocks, breaches } = await desk.as(by, faults.one, { id });
  for (const { step, needed, standing, records } of guide) {
    if (!needed || standing !== 'open') continue;
    const note = (records ?? []).map(({ zh }) => `${zh}：见处理记录`).join('\n');
    await desk.as(by, faults.guide, { id, step, done: true, ...(note ? { note } : {}) });
  }
  const late = new Set([...clocks.filter((clock) => clock.late), ...breaches].map(({ clock, round }) => `${clock}/${round}`));
  for (const key of late) {
    const [clock = '', round] = key.split('/');
    await desk.as(by, faults.explain, {
      id,
      clock,
      round: Number(round),
      ...(whyLate[clock] ?? { breachCause: 'other', reason: '现场情况复杂' }),
    });
  }
}
