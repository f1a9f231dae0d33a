/** The date so many months after another, `2027-02-28` one month after 31 January. Both `2026-11-22`. */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Months until a plan that ships and that nobody has looked through yet is due for review, from the station's first day. */
export const firstReviewAfterMonths = 12;

/** What is wrong with a review date, if anything: it lies ahead, and no further than the plan itself allows. */
export function wrongReviewDue(due: string, today: string, everyMonths: number): 'reviewDuePast' | 'reviewDueTooLate' | undefined {
  if (due <= today) return 'reviewDuePast';
  return due > monthsAfter(today, everyMonths) ? 'reviewDueTooLate' : undefined;
}

/** A plan is overdue for review from the day after its date. */
export const isReviewOverdue = (due: string | undefined, today: string): boolean => due !== undefined && today > due;
