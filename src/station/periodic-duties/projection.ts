import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { EntryFacts } from '../../shared/event';
import {
  goalImprovementRecorded,
  type Occurrence,
  periodicDutyDone,
  periodicDutyMissed,
  periodicDutyNotDone,
  periodicDutyTakenBack,
} from '../../shared/periodic-duties/events';
import { documentStore, on, projection } from '../journal/projection';
import { courseOf, type KeptDuty, type KeptMoment } from './kept-duty';

export const periodicDutyTable = sqliteTable(
  'periodic_duties',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    profile: text('profile').notNull(),
    duty: text('duty').notNull(),
    period: text('period').notNull(),
    begins: integer('begins').notNull(),
    dueAt: integer('due_at').notNull(),
    standing: text('standing').notNull(),
    missed: integer('missed').notNull(),
    saidAt: integer('said_at').notNull(),
    doc: text('doc', { mode: 'json' }).$type<KeptDuty>().notNull(),
  },
  (table) => [
    index('periodic_duties_by_id').on(table.id),
    index('periodic_duties_by_duty').on(table.profile, table.duty, table.begins),
    index('periodic_duties_by_standing').on(table.standing, table.dueAt),
    index('periodic_duties_by_said').on(table.saidAt),
  ],
);

type Said = Partial<Pick<KeptMoment, 'by' | 'happenedAt' | 'devices' | 'attachments' | 'replaces'>>;

function noted(
  kept: KeptDuty,
  verb: KeptMoment['verb'],
  { id, at, station }: EntryFacts,
  of: Occurrence,
  author: string,
  words: string,
  said: Said = {},
): KeptDuty {
  const moment: KeptMoment = { entry: id, verb, at, station, author, text: words, devices: [], attachments: [], replaces: [], ...said };
  return { of: kept.of ?? of, timeline: [...kept.timeline, moment] };
}

/** A period of a duty: what was said of it in clock order. */
export const periodicDutyProjection = projection<KeptDuty>({
  slice: 'periodicDuties',
  kind: 'periodicDuty',
  version: 1,
  initial: () => ({ timeline: [] }),
  folds: [
    on(periodicDutyDone, (kept: KeptDuty, { author, of, result, ...said }, facts) => noted(kept, 'done', facts, of, author, result, said)),
    on(periodicDutyNotDone, (kept: KeptDuty, { author, of, reason, replaces }, facts) =>
      noted(kept, 'notDone', facts, of, author, reason, { replaces }),
    ),
    on(periodicDutyTakenBack, (kept: KeptDuty, { author, of, reason, replaces }, facts) =>
      noted(kept, 'takeBack', facts, of, author, reason, { replaces }),
    ),
    // What the station says by itself is said once, whichever desk noticed first.
    on(periodicDutyMissed, (kept: KeptDuty, { of }, facts) =>
      kept.timeline.some(({ verb }) => verb === 'missed') ? kept : noted(kept, 'missed', facts, of, '', ''),
    ),
  ],
  tables: [periodicDutyTable],
  open: (raw) =>
    documentStore<KeptDuty>(raw, periodicDutyTable, (kept) => {
      const { standing, missed } = courseOf(kept);
      return {
        profile: kept.of?.profile ?? '',
        duty: kept.of?.duty ?? '',
        period: kept.of?.period ?? '',
        begins: kept.of?.from ?? 0,
        due_at: kept.of?.dueAt ?? 0,
        standing,
        missed: missed ? 1 : 0,
        said_at: kept.timeline.findLast(({ verb }) => verb !== 'missed')?.at ?? 0,
      };
    }),
});

/** Causes and measures of one goal in one month, in clock order: every desk may have its say. */
export interface KeptImprovements {
  said: {
    entry: string;
    at: number;
    station: string;
    author: string;
    profile: string;
    goal: string;
    name: { zh: string; en: string };
    month: string;
    actual: number | null;
    atLeast: number;
    causes: string;
    measures: string;
  }[];
}

export const goalImprovementTable = sqliteTable(
  'goal_improvements',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    month: text('month').notNull(),
    at: integer('at').notNull(),
    doc: text('doc', { mode: 'json' }).$type<KeptImprovements>().notNull(),
  },
  (table) => [index('goal_improvements_by_month').on(table.month), index('goal_improvements_by_time').on(table.at)],
);

export const goalImprovementProjection = projection<KeptImprovements>({
  slice: 'periodicDuties',
  kind: 'goalImprovement',
  version: 1,
  initial: () => ({ said: [] }),
  folds: [
    on(goalImprovementRecorded, ({ said }: KeptImprovements, facts, { id, at, station }) => ({
      said: [...said, { ...facts, entry: id, at, station }],
    })),
  ],
  tables: [goalImprovementTable],
  open: (raw) =>
    documentStore<KeptImprovements>(raw, goalImprovementTable, ({ said }) => ({ month: said[0]?.month ?? '', at: said.at(-1)?.at ?? 0 })),
});
