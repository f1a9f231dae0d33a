import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Mute } from '../../shared/alarms/contract';
import { alarmsMuted, alarmsUnmuted } from '../../shared/alarms/events';
import { documentStore, on, projection } from '../journal/projection';

/** How many mutings of a desk are kept at hand; the journal has all of them. */
const mostKept = 50;

/** What a desk's entries amount to: its mutings in order, and endings whose beginning has not arrived. */
export interface DeskSounds {
  mutes: Mute[];
  ended: { mute: string; at: number; by: string }[];
}

export const deskSoundsTable = sqliteTable('desk_sounds', {
  stream: integer('stream').primaryKey(),
  id: text('id').notNull(),
  until: integer('muted_until').notNull(),
  doc: text('doc', { mode: 'json' }).$type<DeskSounds>().notNull(),
});

export const alarmsProjection = projection<DeskSounds>({
  slice: 'alarms',
  kind: 'alarms',
  version: 1,
  initial: () => ({ mutes: [], ended: [] }),
  folds: [
    on(alarmsMuted, ({ mutes, ended }: DeskSounds, { author, minutes, until, reason }, { id, at }) =>
      joined([...mutes, { id, at, until, minutes, reason, author }], ended),
    ),
    on(alarmsUnmuted, ({ mutes, ended }: DeskSounds, { author, mute }, { at }) => joined(mutes, [...ended, { mute, at, by: author }])),
  ],
  tables: [deskSoundsTable],
  open: (raw) =>
    documentStore<DeskSounds>(raw, deskSoundsTable, ({ mutes }) => {
      const last = mutes.at(-1);
      return { muted_until: last === undefined ? 0 : (last.endedAt ?? last.until) };
    }),
});

/** The first ending of a muting counts. */
function joined(mutes: readonly Mute[], ended: DeskSounds['ended']): DeskSounds {
  return {
    mutes: mutes.slice(-mostKept).map((mute) => {
      const end = ended.find((one) => one.mute === mute.id);
      return end && mute.endedAt === undefined ? { ...mute, endedAt: end.at, endedBy: end.by } : mute;
    }),
    ended: ended.slice(-mostKept),
  };
}
