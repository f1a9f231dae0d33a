import { desc, eq } from 'drizzle-orm';
import { type Count, type CountLine, type HandedItem, HandoverContent, mostItems, type SystemState } from '../../shared/handover/content';
import { shiftsBetween } from '../../shared/roster/pattern';
import type { Shift } from '../../shared/roster/shift';
import { hour } from '../../shared/time';
import { contentHash } from '../content-hash';
import { lastOfKind } from '../duty-log';
import type { Context } from '../handler';
import { readRosterRules, shiftAfter } from '../roster';
import { readSettings } from '../unit';
import type { HandoverState } from './handover-state';
import { countListTable, sealedItemTable, type SealedItem } from './projection';
import { handoverSources } from './sources';

/** After so long without a patrol the state of the estate is worth a notice (domain.md 7: every hour, with some grace). */
const patrolIsOld = 2 * hour;

/** The handover as it stands at this moment, made anew each time from the record. */
export function draftOf(context: Context, shift: Shift, state: HandoverState): HandoverContent {
  const next = shiftAfter(context, shift);
  const { pattern } = readRosterRules(context);
  const items = handoverSources
    .flatMap((source) => source.items?.(context, shift) ?? [])
    .map((item): HandedItem => ({ ...item, shiftsOld: shiftsBetween(pattern, context.zone, item.since, shift.start) }))
    .sort(byWeight);
  // Parsed here so that what is hashed is exactly what the entry will hold.
  return HandoverContent.parse({
    layout: 1,
    unit: readSettings(context.db).unit,
    zone: context.zone,
    outgoing: watchOf(shift),
    incoming: watchOf(next),
    at: context.now,
    items: [...items, ...sealedPlaces(context, shift)].slice(0, mostItems),
    figures: handoverSources.flatMap((source) => source.figures?.(context, shift) ?? []),
    counts: countsOf(context, state),
    systems: systemsOf(context, state),
    attention: attentionOf(context, state.attention ?? ''),
  });
}

/** What the officer wrote, below the lines that have to stand there; a line that was left in what was written is not said twice. */
function attentionOf(context: Context, written: string): string {
  const lines = handoverSources.flatMap((source) => source.attention?.(context) ?? []).filter((line) => !written.includes(line));
  return [...lines, written].filter(Boolean).join('\n').slice(0, mostAttention).toWellFormed().trim();
}

/** What the attention of a handover has room for, characters. */
const mostAttention = 4_000;

/** High risk first, then what is due first, then what is oldest. */
function byWeight(a: HandedItem, b: HandedItem): number {
  return (
    Number(b.highRisk) - Number(a.highRisk) ||
    (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER) ||
    a.since - b.since ||
    (a.key < b.key ? -1 : 1)
  );
}

function watchOf({ key, date, name, start, end, leader, officers }: Shift): HandoverContent['outgoing'] {
  return { key, date, name, start, end, leader, officers };
}

/** A sealed item is named in the handover, its text is not: that stays with the leaders. */
function sealedPlaces({ db }: Context, shift: Shift): HandedItem[] {
  return openSealed(db).map(({ id, doc }) => ({
    key: `sealedItem:${id}`,
    kind: 'sealed',
    subject: id,
    number: '',
    title: '',
    state: '',
    nextCode: '',
    next: '',
    holder: '',
    since: doc.at,
    ...(doc.due === undefined ? {} : { due: doc.due }),
    highRisk: false,
    shiftsOld: doc.at < shift.start ? 1 : 0,
  }));
}

export function openSealed(db: Context['db']): { id: string; doc: SealedItem }[] {
  return db
    .select({ id: sealedItemTable.id, doc: sealedItemTable.doc })
    .from(sealedItemTable)
    .where(eq(sealedItemTable.open, 1))
    .orderBy(desc(sealedItemTable.id))
    .all();
}

export function countListOf({ db, journal }: Context): CountLine[] {
  return db.select({ doc: countListTable.doc }).from(countListTable).where(eq(countListTable.id, journal.station)).get()?.doc.lines ?? [];
}

/** The desk's list with what was counted; a line counted before the list changed is counted again. */
function countsOf(context: Context, { counts }: HandoverState): Count[] {
  return countListOf(context).map(({ name, unit, expected }) => {
    const counted = counts[name];
    const holds = counted?.expected === expected;
    return { name, unit, expected, found: holds ? counted.found : null, explanation: holds ? counted.explanation : '' };
  });
}

function systemsOf(context: Context, { systems }: HandoverState): SystemState[] {
  const patrol = lastOfKind(context.raw, 'patrol');
  const states: Omit<SystemState, 'remark'>[] = [
    patrol === undefined
      ? { key: 'lastPatrol', state: 'unknown' }
      : { key: 'lastPatrol', state: context.now - patrol > patrolIsOld ? 'notice' : 'good', at: patrol },
    { key: 'record', state: 'good', value: context.journal.length },
    // Not watched by this station yet: said as it is, and what the officer knows of them is typed beside it.
    { key: 'openAlarms', state: 'unknown' },
    { key: 'peer', state: 'unknown' },
    { key: 'backup', state: 'unknown' },
  ];
  return states.map((system) => ({ ...system, remark: systems[system.key] ?? '' }));
}

/** What the outgoing officer saw, as a hash: items, counts and attention. Figures and times move on without a word. */
export function seenOf({ items, counts, attention }: HandoverContent): string {
  return contentHash({ items, counts, attention });
}
