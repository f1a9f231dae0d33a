import type { LedgerLine } from '../../shared/faults/record';
import { type Instant, minute } from '../../shared/time';

export interface CountedLine {
  line: LedgerLine;
  /** Whole minutes; the lines together are exactly the minutes from the first to the last. */
  minutes: number;
}

/** The ledger in whole minutes, and what each is charged to: no minute is lost or counted twice by rounding. */
export function ledgerMinutes(
  ledger: readonly LedgerLine[],
  now: Instant,
): { lines: CountedLine[]; sums: [LedgerLine['charge'], number][]; total: number } {
  const base = ledger[0]?.from ?? 0;
  const whole = (at: Instant) => Math.floor((at - base) / minute);
  const lines = ledger.map((line) => ({ line, minutes: Math.max(0, whole(line.until ?? now) - whole(line.from)) }));
  const sums = new Map<LedgerLine['charge'], number>();
  for (const { line, minutes } of lines) sums.set(line.charge, (sums.get(line.charge) ?? 0) + minutes);
  return {
    lines,
    sums: [...sums].filter(([, minutes]) => minutes > 0).sort(([, one], [, other]) => other - one),
    total: lines.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}
