import type { PlanShape, PlanWords } from '../plans/template-format';
import { type RunState, saidAs } from './said';

export interface KitState {
  code: string;
  name: PlanWords;
  unit: PlanWords;
  kind: 'item' | 'vehicle';
  /** What the plan asks for: of an item on every vehicle, for all of them. */
  planned: number;
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
    ...vehicles.map(({ code, name, count }) => ({ code, name, unit: pieces, kind: 'vehicle' as const, planned: count })),
    ...kit.map(({ code, name, unit, count, per }) => ({
      code,
      name,
      unit,
      kind: 'item' as const,
      planned: per === 'vehicle' ? count * Math.max(1, carrying) : count,
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
