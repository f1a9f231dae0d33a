import { z } from 'zod';
import { event } from '../event';
import { FilledLine, Id, Line } from '../input';
import { Role } from '../roles';

/**
 * Somebody tried what their role may not do, and was refused: the attempt itself stands on the record (issue 5, «Runs»). Each is a
 * stream of its own, so that none changes what the record it was about amounts to.
 */
export const attemptRefused = event(
  'attempt.refused@1',
  z.strictObject({
    /** Who would have done it, with the roles held at that moment. */
    account: Id,
    name: Line(40),
    roles: z.array(Role).max(10),
    /** Officer whose session it was: the same person, or another one at the desk. */
    author: Line(40),
    /** Full name of what was asked, `warnings.publish`. */
    procedure: FilledLine(80),
    /** Code of the refusal. */
    refusal: FilledLine(40),
    /** The record it was about, `warning:0198…`; blank for one that never came to be. */
    subject: Line(80),
    /** The level that was asked for; blank where there is none. */
    level: Line(8),
    /** What it was about, in the officers' own words. */
    what: Line(200),
  }),
);
