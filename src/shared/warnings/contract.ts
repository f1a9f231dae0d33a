import { z } from 'zod';
import { Signer, signerRefusals } from '../accounts/contract';
import { command, query, slice } from '../contract';
import { FilledLine, FilledText, HumanNumber, Id, InstantInput, Text } from '../input';
import { Means } from '../matters/means';
import { PersonReference } from '../references';
import { deskRoles, type Role } from '../roles';
import { alarmAbouts } from './alarms';
import { ReportDuty, WarningContents, WarningReason } from './contents';
import { HolidayPrompt } from './holiday-prompts';
import { publisherRoles, WarningKind, WarningLevel } from './levels';
import { WarningAlarm, WarningInForce, WarningRecord, WarningRow } from './record';
import { TaskOrder, TaskUnit } from './task-order';
import { UnitFacts } from './task-order-events';

/** Who records at the desk. Who decides is another matter: that is proved, or said by phone (levels.ts). */
export const warningKeepers = ['dutyOfficer', 'shiftLeader', 'groupLeader', 'office', 'leadingGroup'] as const satisfies readonly Role[];
/** Whoever sees a sign may say so. */
const signNoters = [...warningKeepers, 'engineer'] as const satisfies readonly Role[];
/** Who keeps the register of units. */
export const unitKeepers = ['office', 'shiftLeader', 'leadingGroup'] as const satisfies readonly Role[];
/** Who is asked whether a holiday's preparation begins. */
export const promptAnswerers = ['groupLeader', 'office', 'shiftLeader', 'leadingGroup'] as const satisfies readonly Role[];

/** Who decides: proved by password now, or named as the one on the phone. */
export const IssuerInput = z.discriminatedUnion('how', [
  z.object({ how: z.literal('signed'), signer: Signer }),
  z.object({ how: z.literal('phone'), account: Id }),
]);
export type IssuerInput = z.output<typeof IssuerInput>;

const Contents = z.object({
  ...WarningContents.shape,
  area: WarningContents.shape.area.default(''),
  from: WarningContents.shape.from.default(null),
  until: WarningContents.shape.until.default(null),
  measures: WarningContents.shape.measures.default(''),
  scenario: WarningContents.shape.scenario.default(''),
});
const ends = (contents: z.output<typeof Contents>) => contents.from === null || contents.until === null || contents.until > contents.from;
const SoundContents = Contents.refine(ends, { message: 'endNotAfterStart', path: ['until'] });

const own = { id: Id };
/** Without a time, now. */
const happenedAt = InstantInput.optional();
const badTime = ['timeInFuture', 'timeBeforeStart'] as const;
/** `publisherNotAllowed`: that person's role may not decide at this level; the attempt is on the record. */
const badIssuer = [...signerRefusals, 'publisherNotAllowed'] as const;
const decided = { issuer: IssuerInput, reason: WarningReason, happenedAt };
const unit = z.object({ ...UnitFacts.shape, duties: UnitFacts.shape.duties.default('') });
const orderStep = { id: Id, happenedAt };
const orderRefusals = ['orderWithdrawn', ...badTime] as const;

/** Warnings (预警) and response levels (响应), task orders (任务通知书), prompts ahead of holidays (domain.md 4, issue 5). */
export const warnings = slice('warnings', {
  /** 征兆: five minutes to the office begin. */
  noteSign: command({
    input: z.object({ contents: SoundContents, noticedAt: InstantInput.optional(), logEntry: Id.nullable().default(null) }),
    output: z.object({ id: Id, number: HumanNumber, dueAt: z.number() }),
    roles: signNoters,
    refuses: ['timeInFuture', 'logEntryNotFound'],
  }),
  /** 研判后不发布. */
  dismiss: command({
    input: z.object({ ...own, ...decided }),
    output: z.null(),
    roles: warningKeepers,
    refuses: ['notASign', ...badTime, ...badIssuer],
  }),
  /** `id`: of the sign it was judged from. Level I makes task orders to every unit of the register in the same step. */
  publish: command({
    input: z.object({
      id: Id.nullable().default(null),
      level: WarningLevel,
      kind: WarningKind,
      contents: SoundContents,
      issuer: IssuerInput,
      happenedAt,
      /** The entry of the duty log that already tells it; without one, an entry is written. */
      logEntry: Id.nullable().default(null),
    }),
    output: z.object({ id: Id, number: HumanNumber, orders: z.number() }),
    roles: warningKeepers,
    refuses: ['notASign', 'logEntryNotFound', ...badTime, ...badIssuer],
  }),
  /** Raises, lowers, or turns a warning into a response. */
  changeLevel: command({
    input: z.object({ ...own, level: WarningLevel, kind: WarningKind.optional(), ...decided }),
    output: z.object({ orders: z.number() }),
    roles: warningKeepers,
    refuses: ['notInForce', 'levelUnchanged', ...badTime, ...badIssuer],
  }),
  lift: command({
    input: z.object({ ...own, ...decided }),
    output: z.null(),
    roles: warningKeepers,
    refuses: ['notInForce', ...badTime, ...badIssuer],
  }),
  correct: command({
    input: z.object({ ...own, contents: SoundContents, ...decided }),
    output: z.null(),
    roles: warningKeepers,
    refuses: ['notPublished', 'nothingChanged', ...badTime, ...badIssuer],
  }),
  void: command({
    input: z.object({ ...own, ...decided }),
    output: z.null(),
    roles: warningKeepers,
    refuses: ['notPublished', 'alreadyVoided', ...badTime, ...badIssuer],
  }),
  /** 签认: whoever decided by phone signs at the desk. */
  confirm: command({
    input: z.object({ ...own, statement: Id, signer: Signer }),
    output: z.null(),
    roles: warningKeepers,
    refuses: ['nothingToConfirm', ...badIssuer],
  }),
  /** The office, or the leading group, was told. */
  report: command({
    input: z.object({ ...own, duty: ReportDuty, to: PersonReference, means: Means, happenedAt, note: Text(1_000).default('') }),
    output: z.null(),
    roles: signNoters,
    refuses: ['warningEnded', ...badTime],
  }),
  /** A person looked at what two desks said differently: `side`, an entry of the contradiction, is right. */
  settle: command({
    input: z.object({ ...own, side: Id, issuer: IssuerInput, note: Text(1_000).default('') }),
    output: z.null(),
    roles: warningKeepers,
    refuses: ['nothingContested', 'notASide', ...badIssuer],
  }),
  takeAlarms: command({
    input: z.object({
      alarms: z
        .array(z.object({ of: z.enum(['warning', 'taskOrder']), id: Id, about: z.enum(alarmAbouts), level: z.enum(['amber', 'red']) }))
        .min(1, 'required')
        .max(200),
    }),
    output: z.object({ taken: z.number() }),
    roles: warningKeepers,
    refuses: [],
  }),

  /** A unit is put on the register, or described anew. */
  keepUnit: command({
    input: unit.extend({ id: Id.nullable().default(null) }),
    output: z.object({ id: Id }),
    roles: unitKeepers,
    refuses: ['unitNameTaken'],
  }),
  retireUnit: command({
    input: z.object({ ...own, reason: WarningReason }),
    output: z.null(),
    roles: unitKeepers,
    refuses: ['unitRetired'],
  }),
  /** Task orders beside those that level I makes by itself: to units that have none yet, or whose order was withdrawn. */
  issueOrders: command({
    input: z.object({
      warning: Id,
      units: z.array(Id).min(1, 'required').max(200),
      /** The unit's own duties and the measures asked, when blank. */
      tasks: Text(2_000).default(''),
      answerMinutes: z.number().int().min(1).max(1_440).optional(),
      setUpBy: InstantInput.nullable().default(null),
    }),
    output: z.object({ issued: z.number() }),
    roles: warningKeepers,
    refuses: ['notInForce', 'unitNotFound', 'endInPast'],
  }),
  receiveOrder: command({
    input: z.object({ ...orderStep, by: FilledLine(40), means: Means }),
    output: z.null(),
    roles: warningKeepers,
    refuses: orderRefusals,
  }),
  setUpOrder: command({
    input: z.object({ ...orderStep, strength: z.number().int().min(0).max(100_000), note: Text(400).default('') }),
    output: z.null(),
    roles: warningKeepers,
    refuses: orderRefusals,
  }),
  refuseOrder: command({
    input: z.object({ ...orderStep, by: FilledLine(40), reason: WarningReason }),
    output: z.null(),
    roles: warningKeepers,
    refuses: orderRefusals,
  }),
  leaveUnanswered: command({
    input: z.object({ ...orderStep, note: Text(400).default('') }),
    output: z.null(),
    roles: warningKeepers,
    refuses: orderRefusals,
  }),
  withdrawOrder: command({
    input: z.object({ id: Id, reason: FilledText(400) }),
    output: z.null(),
    roles: warningKeepers,
    refuses: ['orderWithdrawn'],
  }),

  /** 五一预案：是否开始准备？ */
  answerPrompt: command({
    input: z
      .object({ ...own, answer: z.enum(['start', 'notNeeded']), reason: Text(400).default('') })
      .refine(({ answer, reason }) => answer === 'start' || reason !== '', { message: 'required', path: ['reason'] }),
    output: z.null(),
    roles: promptAnswerers,
    refuses: ['alreadyAnswered'],
  }),

  /** The warnings in force, the gravest first. Anyone: before sign-in and on a locked desk nothing but level, kind and time is said. */
  banner: query({
    input: z.object({}),
    output: z.object({ named: z.boolean(), inForce: z.array(WarningInForce) }),
    roles: 'anyone',
    reads: ['warnings', 'accounts'],
  }),
  /** In force and signs first, the gravest first; then the ended ones, newest first. */
  list: query({ input: z.object({}), output: z.array(WarningRow), roles: deskRoles, reads: ['warnings'] }),
  one: query({ input: z.object(own), output: WarningRecord, roles: deskRoles, reads: ['warnings', 'attempts'] }),
  orders: query({ input: z.object({ warning: Id }), output: z.array(TaskOrder), roles: deskRoles, reads: ['warnings'] }),
  order: query({ input: z.object(own), output: TaskOrder, roles: deskRoles, reads: ['warnings'] }),
  units: query({ input: z.object({}), output: z.array(TaskUnit), roles: deskRoles, reads: ['warnings'] }),
  /** Open ones, and those answered of holidays that are not over. */
  prompts: query({ input: z.object({}), output: z.array(HolidayPrompt), roles: deskRoles, reads: ['warnings'] }),
  /** Everything of this slice that who must act is told now. */
  alarms: query({
    input: z.object({}),
    output: z.object({ locked: z.boolean(), alarms: z.array(WarningAlarm), nextChange: z.number().optional() }),
    roles: deskRoles,
    reads: ['warnings'],
  }),
  /** Who may be on the phone: accounts that may decide, with the role they decide as. */
  publishers: query({
    input: z.object({}),
    output: z.array(z.object({ account: Id, name: z.string(), roles: z.array(z.enum(publisherRoles)) })),
    roles: deskRoles,
    reads: ['accounts'],
  }),
});
