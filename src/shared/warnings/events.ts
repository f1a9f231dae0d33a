import { z } from 'zod';
import { event } from '../event';
import { HumanNumber, Id, InstantInput, Text } from '../input';
import { Means } from '../matters/means';
import { author, Issuer, Person, replaces, ReportDuty, WarningContents, WarningReason } from './contents';
import { WarningKind, WarningLevel } from './levels';

export const warningAlarms = ['office', 'leadingGroup', 'ended', 'signature'] as const;
export const WarningAlarmAbout = z.enum(warningAlarms);
export type WarningAlarmAbout = z.infer<typeof WarningAlarmAbout>;

/** Signs (征兆) that somebody noticed: the office has to know at once, and judges. */
export const warningSignNoted = event(
  'warning.signNoted@1',
  z.strictObject({ author, number: HumanNumber, contents: WarningContents, noticedAt: InstantInput, logEntry: Id.nullable() }),
);
/** 研判后不发布: the office judged the signs and publishes nothing. */
export const warningDismissed = event(
  'warning.dismissed@1',
  z.strictObject({ author, issuer: Issuer, reason: WarningReason, happenedAt: InstantInput, replaces }),
);
export const warningPublished = event(
  'warning.published@1',
  z.strictObject({
    author,
    number: HumanNumber,
    level: WarningLevel,
    kind: WarningKind,
    contents: WarningContents,
    issuer: Issuer,
    happenedAt: InstantInput,
    /** The entry of the duty log that it stands in. */
    logEntry: Id.nullable(),
    replaces,
  }),
);
/** Raised, lowered, or what was expected has come about (预警转响应). */
export const warningLevelChanged = event(
  'warning.levelChanged@1',
  z.strictObject({
    author,
    level: WarningLevel,
    kind: WarningKind,
    former: WarningLevel,
    formerKind: WarningKind,
    reason: WarningReason,
    issuer: Issuer,
    happenedAt: InstantInput,
    replaces,
  }),
);
/** 解除: explicitly, never by time alone. */
export const warningLifted = event(
  'warning.lifted@1',
  z.strictObject({ author, issuer: Issuer, reason: WarningReason, happenedAt: InstantInput, replaces }),
);
/** 更正: beside the original; `replaces` names the texts in force. */
export const warningCorrected = event(
  'warning.corrected@1',
  z.strictObject({ author, issuer: Issuer, contents: WarningContents, reason: WarningReason, happenedAt: InstantInput, replaces }),
);
/** 作废: it was published wrongly; it stays on record. */
export const warningVoided = event(
  'warning.voided@1',
  z.strictObject({ author, issuer: Issuer, reason: WarningReason, happenedAt: InstantInput, replaces }),
);
/** 签认: what was said by phone, confirmed by signature. */
export const warningConfirmed = event(
  'warning.confirmed@1',
  z.strictObject({ author, statement: Id, account: Id, role: z.enum(['office', 'leadingGroup']) }),
);
/** The office, or the leading group, was told: whom, when, by which means. */
export const warningReported = event(
  'warning.reported@1',
  z.strictObject({ author, duty: ReportDuty, to: Person, means: Means, happenedAt: InstantInput, note: Text(1_000) }),
);
/** The station noticed that a report was not made in time. Never taken back. */
export const warningReportOverdueNoted = event(
  'warning.reportOverdueNoted@1',
  z.strictObject({ duty: ReportDuty, startedAt: InstantInput, dueAt: InstantInput }),
);
export const warningAlarmTaken = event(
  'warning.alarmTaken@1',
  z.strictObject({ author, about: WarningAlarmAbout, level: z.enum(['amber', 'red']), since: InstantInput }),
);
/** A person looked at what two desks said differently, and says what holds. */
export const warningSettled = event(
  'warning.settled@1',
  z.strictObject({
    author,
    issuer: Issuer,
    note: Text(1_000),
    /** The entry that was found right, and what it says. */
    side: Id,
    outcome: z.enum(['inForce', 'lifted', 'voided', 'dismissed']),
    level: WarningLevel.nullable(),
    kind: WarningKind.nullable(),
    endedAt: InstantInput.nullable(),
    replaces,
  }),
);
