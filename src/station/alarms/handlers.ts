import { type alarms as contract, type Mute, mostShown } from '../../shared/alarms/contract';
import { alarmsMuted, alarmsUnmuted } from '../../shared/alarms/events';
import { isMuted } from '../../shared/alarms/muted';
import { minute } from '../../shared/time';
import { statement } from '../database/statements';
import { append, type HandlersOf, refuse, type SignedContext } from '../handler';
import type { DeskSounds } from './projection';

/** Muting the sounds of this desk: limited in time, with a reason, on record. */
export const alarmHandlers: HandlersOf<typeof contract> = {
  mute: ({ minutes, reason }, context) => {
    const last = lastMute(context);
    if (last && isMuted(last, context.now)) return refuse('alreadyMuted', { until: last.until, by: last.author });
    const until = context.now + minutes * minute;
    return append(alarmsMuted(context.journal.station, { author: context.officer.name, minutes, until, reason }), { until });
  },
  unmute: (_, context) => {
    const last = lastMute(context);
    if (!last || !isMuted(last, context.now)) return refuse('notMuted');
    return append(alarmsUnmuted(context.journal.station, { author: context.officer.name, mute: last.id }));
  },
  desk: (_, context) => {
    const mutes = mutesOf(context);
    const last = mutes.at(-1);
    return { ...(isMuted(last, context.now) ? { mute: last } : {}), recent: mutes.slice(-mostShown).reverse() };
  },
};

function mutesOf({ raw, journal }: SignedContext): Mute[] {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM desk_sounds WHERE id = ?').pluck().get(journal.station);
  return doc === undefined ? [] : (JSON.parse(doc) as DeskSounds).mutes;
}

function lastMute(context: SignedContext): Mute | undefined {
  return mutesOf(context).at(-1);
}
