import { z } from 'zod';
import { event } from '../event';
import { FilledText, Id, InstantInput, Line } from '../input';

/** How long sounds may be muted, minutes: never without an end. */
export const muteMinutes = [15, 30, 60] as const;
export const MuteMinutes = z.literal([...muteMinutes]);
export const MuteReason = FilledText(200);

/** Name of the officer as it was then: a table must not depend on another stream. */
const author = Line(40);

/** The sounds of one desk were muted (静音); the stream is the desk's, by the id of its station. It ends by itself at `until`. */
export const alarmsMuted = event(
  'alarms.muted@1',
  z.strictObject({ author, minutes: z.number().int().min(1).max(60), until: InstantInput, reason: MuteReason }),
);
/** Switched on again before the end; `mute` is the entry that it ends. */
export const alarmsUnmuted = event('alarms.unmuted@1', z.strictObject({ author, mute: Id }));
