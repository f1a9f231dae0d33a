import { day, type Instant, instantIn } from '../../shared/time';

/** `2026-Q4` as its year and number. */
export function quarterParts(quarter: string): { year: number; quarter: number } {
  const [year = '', number = ''] = quarter.split('-Q');
  return { year: Number(year), quarter: Number(number) };
}

/** The last date of a quarter, and how many days are left of it, today counted in. */
export function quarterEnd(name: string, zone: string, now: Instant): { date: string; left: number } {
  const { year, quarter } = quarterParts(name);
  const month = quarter * 3;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = `${year}-${String(month).padStart(2, '0')}-${last}`;
  const end = (instantIn(zone, date, '00:00') ?? now) + day;
  return { date, left: Math.max(0, Math.ceil((end - now) / day)) };
}
