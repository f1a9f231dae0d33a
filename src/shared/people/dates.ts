/** A date as people write it (`2027年7月3日`, `2027.7.3`, `2027/7/3`, `20270703`), as `2027-07-03`; undefined when there is no such day. */
export function calendarDateOf(written: string): string | undefined {
  const text = written.normalize('NFKC').replace(/\s/gu, '');
  const match = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}
