import { z } from 'zod';
import { command, query, slice } from '../contract';
import { Id } from '../input';
import { deskRoles } from '../roles';
import { MuteMinutes, MuteReason } from './events';

/** One muting of the desk, as it stands on record. */
export const Mute = z.object({
  id: Id,
  at: z.number(),
  until: z.number(),
  minutes: z.number(),
  reason: z.string(),
  author: z.string(),
  /** Switched on again before `until`. */
  endedAt: z.number().optional(),
  endedBy: z.string().optional(),
});
export type Mute = z.infer<typeof Mute>;

/** How many former mutings are shown. */
export const mostShown = 10;

/** Sounds of this desk: muted for a limited time, on record (issue 4). What is alarmed stays in sight all the same. */
export const alarms = slice('alarms', {
  /** `alreadyMuted`: until when, so that nobody is silent longer than they once said. */
  mute: command({
    input: z.object({ minutes: MuteMinutes, reason: MuteReason }),
    output: z.object({ until: z.number() }),
    roles: ['dutyOfficer', 'shiftLeader'],
    refuses: ['alreadyMuted'],
  }),
  unmute: command({ input: z.object({}), output: z.null(), roles: deskRoles, refuses: ['notMuted'] }),
  /** What holds at this desk now; whether it still does, `until` says. */
  desk: query({
    input: z.object({}),
    output: z.object({ mute: Mute.optional(), recent: z.array(Mute) }),
    roles: deskRoles,
    reads: ['alarms'],
  }),
});
