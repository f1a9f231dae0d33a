import { z } from 'zod';
import { InstantInput, Line, Text } from '../input';
import { PersonReference } from '../references';
import { ShiftKey } from '../roster/shift';
import { HandoverItem, ShiftFigure } from './item';

const Person = z.strictObject(PersonReference.shape);

/** Most items a handover can hold: beyond any desk's night, small enough to freeze. */
export const mostItems = 3_000;

/** An item as it is handed over: how many shifts it has been through already. */
export const HandedItem = HandoverItem.extend({ shiftsOld: z.number().int().min(0) });
export type HandedItem = z.infer<typeof HandedItem>;

/** One line of the counted list (清点). A difference must be explained. */
export const Count = z.strictObject({
  name: Line(60),
  unit: Line(8),
  expected: z.number().int().min(0).max(100_000),
  /** Null until somebody has counted. */
  found: z.number().int().min(0).max(100_000).nullable(),
  explanation: Text(400),
});
export type Count = z.infer<typeof Count>;

/** A list per desk: instruments, radios, keys, kit. */
export const CountLine = z.strictObject({
  name: Line(60).min(1, 'required'),
  unit: Line(8),
  expected: z.number().int().min(0).max(100_000),
});
export type CountLine = z.infer<typeof CountLine>;

export const systemKeys = ['lastPatrol', 'openAlarms', 'peer', 'backup', 'record'] as const;
export const systemStates = ['good', 'notice', 'bad', 'unknown'] as const;
/** State of one system at the change of shift. */
export const SystemState = z.strictObject({
  key: z.enum(systemKeys),
  state: z.enum(systemStates),
  /** When that was last known, ms. */
  at: z.number().optional(),
  value: z.number().optional(),
  remark: Text(400),
});
export type SystemState = z.infer<typeof SystemState>;

const Watch = z.strictObject({
  key: ShiftKey,
  date: z.string(),
  name: Line(12),
  start: InstantInput,
  end: InstantInput,
  leader: Person.nullable(),
  officers: z.array(Person).max(12),
});

/**
 * All that a handover says: rebuilt live as a draft, frozen whole when the outgoing officer signs. `layout` names the words
 * and the form it is shown and printed in for ever (layout-1.ts): a later layout stands beside it, never in its place.
 */
export const HandoverContent = z.strictObject({
  layout: z.literal(1),
  unit: Line(60),
  zone: z.string().max(64),
  outgoing: Watch,
  incoming: Watch,
  /** When it was drafted or frozen, ms. */
  at: InstantInput,
  items: z.array(HandedItem).max(mostItems),
  figures: z.array(ShiftFigure).max(60),
  counts: z.array(Count).max(200),
  systems: z.array(SystemState).max(12),
  /** 注意事项: holidays, warnings in force, plans active, and what the outgoing officer adds. */
  attention: Text(4_000),
});
export type HandoverContent = z.infer<typeof HandoverContent>;

/** Counted lines with a difference nobody has explained, or that nobody has counted. */
export function unsettledCounts(counts: readonly Count[]): Count[] {
  return counts.filter(({ expected, found, explanation }) => found === null || (found !== expected && explanation === ''));
}
