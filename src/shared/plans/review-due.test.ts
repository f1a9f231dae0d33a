import { expect, test } from 'vitest';
import { isReviewOverdue, monthsAfter, wrongReviewDue } from './review-due';

test('months are counted by the calendar, to the last day where there is no such day', () => {
  expect(monthsAfter('2026-11-22', 12)).toBe('2027-11-22');
  expect(monthsAfter('2027-01-31', 1)).toBe('2027-02-28');
  expect(monthsAfter('2027-12-31', 2)).toBe('2028-02-29');
});

test('a review date lies ahead, and no further than the plan allows; it is overdue the day after', () => {
  expect(wrongReviewDue('2026-11-22', '2026-11-22', 12)).toBe('reviewDuePast');
  expect(wrongReviewDue('2027-11-23', '2026-11-22', 12)).toBe('reviewDueTooLate');
  expect(wrongReviewDue('2027-11-22', '2026-11-22', 12)).toBeUndefined();
  expect([isReviewOverdue('2026-11-22', '2026-11-22'), isReviewOverdue('2026-11-22', '2026-11-23')]).toEqual([false, true]);
});
