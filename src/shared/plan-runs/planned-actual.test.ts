import { expect, test } from 'vitest';
import { minute } from '../time';
import { plannedActual } from './planned-actual';
import type { Marked } from './record';

const done = (at: number, happenedAt: number): Marked => ({
  entry: '01920000-0000-7000-8000-000000000000',
  verb: 'stepDone',
  at,
  author: '甲',
  doneBy: '乙',
  happenedAt,
  note: '',
});
const once = { round: 0, missed: 0 };

test('planned against actual goes by when it happened, not by when it was written down', () => {
  expect(plannedActual({ ...once, due: 10 * minute, standing: 'done', mark: done(30 * minute, 12 * minute) })).toEqual({
    due: 10 * minute,
    settledAt: 12 * minute,
    difference: 2 * minute,
    by: '乙',
  });
});

test('what did not apply is neither early nor late; what is open or failed was not settled', () => {
  const aside: Marked = { entry: done(0, 0).entry, verb: 'stepSetAside', at: 5, author: '甲', note: '无此设备', how: 'notApplicable' };
  expect(plannedActual({ ...once, due: 1, standing: 'notApplicable', mark: aside })).toEqual({ due: 1, settledAt: 5, by: '甲' });
  expect(plannedActual({ ...once, due: 1, standing: 'open' })).toEqual({ due: 1, by: '' });
  expect(plannedActual({ ...once, due: 1, standing: 'failed', mark: { ...aside, verb: 'stepFailed' } })).toEqual({ due: 1, by: '甲' });
});

test('of a repeated step the rounds are counted', () => {
  expect(plannedActual({ due: 1, standing: 'open', every: '1h', round: 5, missed: 2 })).toEqual({
    by: '',
    rounds: { settled: 3, missed: 2 },
  });
});
