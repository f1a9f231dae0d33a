import { z } from 'zod';
import { event } from '../event';
import { FilledText, HumanNumber, Id, InstantInput, Line } from '../input';
import { MatterLevel } from '../matters/level';
import { PersonReference } from '../references';
import { mostTold, ReportContents, Stage, Told } from './contents';

/** Name of the officer as it was then: a table must not depend on another stream. */
const author = Line(40);
/** Turns (start, final report, withdrawal) in force when this one was made, by entry id: two that do not know each other contest. */
const replaces = z.array(Id).max(100);

export const ReportReason = FilledText(400);

/** A log entry was marked important: its five minutes run from the receipt of the matter. */
export const reportStarted = event(
  'report.started@1',
  z.strictObject({
    author,
    number: HumanNumber,
    logEntry: Id,
    logNumber: Line(24),
    title: Line(120),
    receivedAt: InstantInput,
    level: MatterLevel,
    replaces,
  }),
);
export const reportSent = event(
  'report.sent@1',
  z.strictObject({
    author,
    stage: Stage,
    contents: ReportContents,
    /** How grave it is by now. */
    level: MatterLevel,
    told: z.array(Told).max(mostTold),
    /** When the next report is promised; null when none is. */
    nextAt: InstantInput.nullable(),
    replaces,
  }),
);
/** One more person was told. */
export const reportTold = event('report.told@1', z.strictObject({ author, told: Told }));
/** 领导批示. */
export const reportInstructed = event(
  'report.instructed@1',
  z.strictObject({
    author,
    leader: z.strictObject(PersonReference.shape),
    text: FilledText(1_000),
    happenedAt: InstantInput,
    /** The matter it is tracked as. */
    matter: Id.nullable(),
    matterNumber: Line(24),
  }),
);
/** 误标: it was not important after all. Stays on record, with the reason. */
export const reportWithdrawn = event('report.withdrawn@1', z.strictObject({ author, reason: ReportReason, replaces }));
/** The station noticed that the five minutes had passed and nothing had been reported. */
export const reportMissedNoted = event('report.missedNoted@1', z.strictObject({ due: InstantInput }));
