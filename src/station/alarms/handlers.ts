import { type alarms as contract, type Mute, mostShown } from '../../shared/alarms/contract';
import { alarmsMuted, alarmsUnmuted } from '../../shared/alarms/events';
import { isMuted } from '../../shared/alarms/muted';
import { type Instant, minute } from '../../shared/time';
import { statement } from '../database/statements';
import { append, type Context, type HandlersOf, refuse } from '../handler';
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

/** Until when the sounds of this desk are muted; undefined while they are not. */
export function mutedUntil(context: Pick<Context, 'raw' | 'journal' | 'now'>): Instant | undefined {
  const last = lastMute(context);
  return last && isMuted(last, context.now) ? last.until : undefined;
}

function mutesOf({ raw, journal }: Pick<Context, 'raw' | 'journal'>): Mute[] {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM desk_sounds WHERE id = ?').pluck().get(journal.station);
  return doc === undefined ? [] : (JSON.parse(doc) as DeskSounds).mutes;
}

function lastMute(context: Pick<Context, 'raw' | 'journal'>): Mute | undefined {
  return mutesOf(context).at(-1);
}
