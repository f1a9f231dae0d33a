import { expect, test } from 'vitest';
import type { LedgerLine } from '../../shared/faults/record';
import { minute } from '../../shared/time';
import { ledgerMinutes } from './ledger-minutes';

const line = (from: number, until: number | undefined, charge: LedgerLine['charge']): LedgerLine => ({
  from,
  ...(until === undefined ? {} : { until }),
  state: 'accepted',
  charge,
  pauses: [],
});

test('half minutes on either side of a step are neither lost nor doubled', () => {
  const ledger = [line(0, 1.5 * minute, 'desk'), line(1.5 * minute, 3 * minute, 'engineer'), line(3 * minute, undefined, 'desk')];
  const { lines, sums, total } = ledgerMinutes(ledger, 10 * minute);
  expect(lines.map(({ minutes }) => minutes)).toEqual([1, 2, 7]);
  expect(sums).toEqual([
    ['desk', 8],
    ['engineer', 2],
  ]);
  expect(total).toBe(10);
});
