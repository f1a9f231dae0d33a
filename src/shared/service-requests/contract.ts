import { z } from 'zod';
import { command, query, slice } from '../contract';
import { HumanNumber, Id, InstantInput, Line, Text } from '../input';
import { DeviceReference, PersonReference } from '../references';
import { deskRoles, type Role } from '../roles';
import { Code, ServiceKind, Words } from '../service-profiles/profile-format';
import { mostPhases, RecordValue, RequestNote, RequestText, RequestTitle } from './events';
import { Ledger } from './ledgers';
import { RequestRecord, RequestRow } from './record';

/** Who takes requests in and puts down what others did. */
export const requestKeepers = ['dutyOfficer', 'shiftLeader', 'office', 'engineer'] as const satisfies readonly Role[];
/** Most ended requests answered at once, the newest. */
export const mostEndedRequests = 300;

export const RegisterRequest = z.object({
  /** Of a profile in use; without one, the usual one. */
  profile: Code.optional(),
  service: Code,
  title: RequestTitle,
  text: RequestText.default(''),
  asker: PersonReference.nullable().default(null),
  fault: Id.nullable().default(null),
  device: DeviceReference.nullable().default(null),
  logEntry: Id.nullable().default(null),
  /** Now, when left out. */
  receivedAt: InstantInput.optional(),
  plannedAt: InstantInput.nullable().default(null),
  /** What the steps that the station takes by itself must put down, in the order of the profile. */
  records: z
    .array(z.object({ step: Code, values: z.array(RecordValue).max(12) }))
    .max(8)
    .default([]),
  /** What was answered on the spot: the first open step is taken with it, where it asks for nothing else. */
  answer: Text(1_000).default(''),
});

const own = { id: Id };
const notOpen = ['notOpen', 'profileUnknown', 'contested'] as const;
const badTime = ['timeInFuture', 'timeBeforeReceipt'] as const;
const reads = ['serviceRequests', 'serviceProfiles', 'calendar'];

/** Service requests (服务单): every kind of service beside the fault, step by step as its contract says (domain.md 3). */
export const serviceRequests = slice('serviceRequests', {
  register: command({
    input: RegisterRequest,
    output: z.object({ id: Id, number: HumanNumber }),
    roles: requestKeepers,
    refuses: ['profileNotInUse', 'serviceUnknown', 'faultNotFound', 'deviceNotFound', 'logEntryNotFound', 'timeInFuture'],
  }),
  /**
   * Takes a step that is possible now. `notYours`: the contract gives it to another role. `doerNeeded`: somebody outside the desk
   * does it, and the record needs the name. `tooEarly`: the contract lets it be said only later (24 h of stability test).
   */
  take: command({
    input: z.object({
      ...own,
      step: Code,
      choice: Code.optional(),
      /** As many as the step must put down, in its order. */
      records: z.array(RecordValue).max(12).default([]),
      note: Text(1_000).default(''),
      doer: PersonReference.nullable().default(null),
      /** Now, when left out. */
      happenedAt: InstantInput.optional(),
    }),
    output: z.null(),
    roles: deskRoles,
    refuses: [...notOpen, 'notNext', 'notYours', 'doerNeeded', 'choiceNeeded', 'recordsNeeded', 'tooEarly', ...badTime, 'timeBeforeStep'],
  }),
  /** The step recorded last was recorded by mistake. */
  takeBack: command({
    input: z.object({ ...own, step: Code, reason: RequestNote }),
    output: z.null(),
    roles: requestKeepers,
    refuses: ['contested', 'isCancelled', 'notLast'],
  }),
  /** The moment the work is planned for; moved, it needs a reason. */
  plan: command({
    input: z.object({ ...own, plannedAt: InstantInput, reason: Text(1_000).default('') }),
    output: z.null(),
    roles: requestKeepers,
    refuses: ['notOpen', 'planUnchanged', 'reasonNeeded', 'timeBeforeReceipt'],
  }),
  note: command({ input: z.object({ ...own, note: RequestNote }), output: z.null(), roles: deskRoles, refuses: [] }),
  cancel: command({
    input: z.object({ ...own, reason: RequestNote }),
    output: z.null(),
    roles: ['dutyOfficer', 'shiftLeader', 'office'],
    refuses: ['notOpen'],
  }),
  /** Why a limit was not kept. */
  explain: command({
    input: z.object({ ...own, phase: z.number().int().min(0).max(mostPhases), limit: Code, dueAt: InstantInput, reason: RequestNote }),
    output: z.null(),
    roles: requestKeepers,
    refuses: ['noBreach'],
  }),
  /** A person looked at what two desks said differently: `side`, an entry of the contradiction, is right. */
  settle: command({
    input: z.object({ ...own, side: Id, note: Text(1_000).default('') }),
    output: z.null(),
    roles: ['dutyOfficer', 'shiftLeader', 'office'],
    refuses: ['nothingContested', 'notASide'],
  }),
  /** What can be asked for: the services of every profile in use, the usual profile first. */
  services: query({
    input: z.object({}),
    output: z.array(z.object({ code: Code, version: Id, name: Words, usual: z.boolean(), services: z.array(ServiceKind) })),
    roles: deskRoles,
    reads: ['serviceProfiles'],
  }),
  /** Open ones first, the next limit first; then, when wanted, the ended ones, newest first. A ledger has the ended ones too. */
  list: query({
    input: z.object({
      text: Line(80).default(''),
      ended: z.boolean().default(false),
      service: Code.optional(),
      ledger: Ledger.optional(),
      /** Of a ledger, only what was sorted into this one. */
      choice: Code.optional(),
    }),
    output: z.array(RequestRow),
    roles: deskRoles,
    reads,
  }),
  /** Requests that were made about a fault: its complaints. */
  ofFault: query({ input: z.object({ fault: Id }), output: z.array(RequestRow), roles: deskRoles, reads }),
  one: query({ input: z.object(own), output: RequestRecord, roles: deskRoles, reads: [...reads, 'faults', 'dutyLog'] }),
});
