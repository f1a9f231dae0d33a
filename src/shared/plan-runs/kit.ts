import type { PlanShape, PlanWords } from '../plans/template-format';
import type { Instant } from '../time';
import { type RunState, saidAs } from './said';

export interface KitState {
  code: string;
  name: PlanWords;
  unit: PlanWords;
  kind: 'item' | 'vehicle';
  /** What the plan asks for: of an item on every vehicle, for all of them. */
  planned: number;
  /** Of an item: so many on every vehicle that carries kit. */
  perVehicle?: number;
  /** Of a vehicle: carries the kit. */
  carriesKit: boolean;
  issued: number;
  /** Came back, or was written off. */
  returned: number;
  lost: number;
}

const pieces: PlanWords = { zh: '辆/套', en: 'each' };

/** Kit and vehicles against the list of the plan (domain.md 5): what was issued, what came back. */
export function kitOf(run: RunState, { kit, vehicles }: Pick<PlanShape, 'kit' | 'vehicles'>): KitState[] {
  const carrying = vehicles.filter(({ carriesKit }) => carriesKit).reduce((sum, { count }) => sum + count, 0);
  const issues = saidAs(run, 'issueKit');
  const returns = saidAs(run, 'returnKit');
  const lines = [
    ...vehicles.map(({ code, name, count, carriesKit }) => ({
      code,
      name,
      unit: pieces,
      kind: 'vehicle' as const,
      planned: count,
      carriesKit,
    })),
    ...kit.map(({ code, name, unit, count, per }) => ({
      code,
      name,
      unit,
      kind: 'item' as const,
      planned: per === 'vehicle' ? count * Math.max(1, carrying) : count,
      ...(per === 'vehicle' ? { perVehicle: count } : {}),
      carriesKit: false,
    })),
  ];
  return lines.map((line) => ({
    ...line,
    issued: countOf(issues, line.code),
    returned: countOf(returns, line.code),
    lost: countOf(
      returns.filter(({ lost }) => lost),
      line.code,
    ),
  }));
}

function countOf(moves: readonly { lines: readonly { item: string; count: number }[] }[], code: string): number {
  return moves.reduce((all, { lines }) => all + lines.reduce((sum, { item, count }) => sum + (item === code ? count : 0), 0), 0);
}

export interface KitMove {
  entry: string;
  verb: 'issue' | 'return';
  at: Instant;
  author: string;
  person: string;
  /** Blank: not onto or off a certain vehicle. */
  vehicle: string;
  lines: { item: string; count: number }[];
  lost: boolean;
  note: string;
}

/** Every issue and every return, in order. */
export function kitMovesOf(run: RunState): KitMove[] {
  const issues = saidAs(run, 'issueKit').map(({ entry, at, author, to, vehicle, lines, note }) => {
    return { entry, verb: 'issue' as const, at, author, person: to.name, vehicle, lines, lost: false, note };
  });
  const returns = saidAs(run, 'returnKit').map(({ entry, at, author, by, vehicle = '', lines, lost, note }) => {
    return { entry, verb: 'return' as const, at, author, person: by.name, vehicle, lines, lost, note };
  });
  return [...issues, ...returns].sort((one, other) => one.at - other.at || (one.entry < other.entry ? -1 : 1));
}

export interface Load {
  vehicle: string;
  /** Who took it last. */
  person: string;
  since: Instant;
  items: { item: string; issued: number; returned: number; lost: number }[];
}

/** What each vehicle was given and brought back, the first one loaded first; what went with no vehicle stands under the blank one. */
export function loadsOf(moves: readonly KitMove[]): Load[] {
  const loads = new Map<string, Load>();
  for (const { verb, at, person, vehicle, lines, lost } of moves) {
    let load = loads.get(vehicle);
    if (!load) loads.set(vehicle, (load = { vehicle, person, since: at, items: [] }));
    if (verb === 'issue') Object.assign(load, { person });
    for (const { item, count } of lines) {
      let line = load.items.find((one) => one.item === item);
      if (!line) load.items.push((line = { item, issued: 0, returned: 0, lost: 0 }));
      if (verb === 'issue') line.issued += count;
      else line.returned += count;
      if (lost) line.lost += count;
    }
  }
  return [...loads.values()];
}

/** What is still out of a load; never below zero, though two desks apart may have taken the same back. */
export function outOf({ issued, returned }: { issued: number; returned: number }): number {
  return Math.max(0, issued - returned);
}
