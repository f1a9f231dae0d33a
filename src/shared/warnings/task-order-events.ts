import { z } from 'zod';
import { event } from '../event';
import { FilledLine, FilledText, HumanNumber, Id, InstantInput, Line, Text } from '../input';
import { Means } from '../matters/means';
import { author, WarningReason } from './contents';
import { WarningLevel } from './levels';

/** A unit that takes part (参与单位), as it is called and reached. The last word holds. */
export const UnitFacts = z.strictObject({
  name: FilledLine(80),
  contact: FilledLine(40),
  phone: FilledLine(40),
  /** What it is asked to do when nothing else is said. */
  duties: Text(1_000),
});
export type UnitFacts = z.infer<typeof UnitFacts>;

export const taskUnitKept = event('taskUnit.kept@1', z.strictObject({ author, ...UnitFacts.shape }));
/** No longer gets task orders; what was sent to it stays. */
export const taskUnitRetired = event('taskUnit.retired@1', z.strictObject({ author, reason: WarningReason }));

export const OrderFacts = z.strictObject({
  number: HumanNumber,
  warning: Id,
  warningNumber: Line(24),
  level: WarningLevel,
  unit: Id,
  unitName: Line(80),
  contact: Line(40),
  phone: Line(40),
  tasks: FilledText(2_000),
  /** 签收时限: minutes within which its receipt is confirmed. */
  answerMinutes: z.number().int().min(1).max(1_440),
  /** 到位时限; null when none was set. */
  setUpBy: InstantInput.nullable(),
  /** Who decided the warning, as the paper says. */
  issuedBy: Line(80),
  issuedAt: InstantInput,
});
export type OrderFacts = z.infer<typeof OrderFacts>;

/** 任务通知书: what a unit is told in writing. */
export const taskOrderIssued = event('taskOrder.issued@1', z.strictObject({ author, ...OrderFacts.shape }));
/** 签收. */
export const taskOrderReceived = event(
  'taskOrder.received@1',
  z.strictObject({ author, by: FilledLine(40), means: Means, happenedAt: InstantInput }),
);
/** 到位: with how many people. */
export const taskOrderSetUp = event(
  'taskOrder.setUp@1',
  z.strictObject({ author, strength: z.number().int().min(0).max(100_000), note: Text(400), happenedAt: InstantInput }),
);
export const taskOrderRefused = event(
  'taskOrder.refused@1',
  z.strictObject({ author, by: Line(40), reason: WarningReason, happenedAt: InstantInput }),
);
/** Called, and nobody answered. */
export const taskOrderUnanswered = event('taskOrder.unanswered@1', z.strictObject({ author, note: Text(400), happenedAt: InstantInput }));
export const taskOrderWithdrawn = event('taskOrder.withdrawn@1', z.strictObject({ author, reason: WarningReason }));
/** The station noticed that the time for the receipt had passed in silence. */
export const taskOrderSilenceNoted = event('taskOrder.silenceNoted@1', z.strictObject({ dueAt: InstantInput }));
export const taskOrderAlarmTaken = event(
  'taskOrder.alarmTaken@1',
  z.strictObject({ author, about: z.enum(['silent', 'refused', 'setUp']), since: InstantInput }),
);
