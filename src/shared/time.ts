/** A moment: milliseconds since the epoch, UTC. */
export type Instant = number;

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

const formatters = new Map<string, Intl.DateTimeFormat>();

function partsIn(zone: string, at: Instant): Record<string, string> {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return Object.fromEntries(formatter.formatToParts(at).map((part) => [part.type, part.value]));
}

/** The date in the station's zone, `2026-11-22`. */
export function dateIn(zone: string, at: Instant): string {
  const part = partsIn(zone, at);
  return `${part.year}-${part.month}-${part.day}`;
}

/** The time of day in the station's zone, always 24 h: `03:40`, with seconds `03:40:09`. */
export function timeIn(zone: string, at: Instant, withSeconds = false): string {
  const part = partsIn(zone, at);
  return withSeconds ? `${part.hour}:${part.minute}:${part.second}` : `${part.hour}:${part.minute}`;
}

/** `2026-11-22 03:40`, with seconds where it matters. */
export function dateTimeIn(zone: string, at: Instant, withSeconds = false): string {
  return `${dateIn(zone, at)} ${timeIn(zone, at, withSeconds)}`;
}

/** The calendar year in the station's zone: human numbers count per year. */
export function yearIn(zone: string, at: Instant): number {
  return Number(partsIn(zone, at).year);
}

/**
 * The moment at which the zone's wall clock reads `date` (`2026-11-22`) and `time` (`03:40` or `03:40:09`).
 * In a gap or overlap of summer time the earlier offset wins; returns undefined for a date that does not exist.
 */
export function instantIn(zone: string, date: string, time: string): Instant | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const clock = /^(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(time);
  if (!match || !clock) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hours, minutes, seconds] = [Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const asUtc = Date.UTC(year, month - 1, dayOfMonth, hours, minutes, seconds);
  const check = new Date(asUtc);
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== dayOfMonth) return undefined;
  const first = asUtc - offsetOf(zone, asUtc);
  return asUtc - offsetOf(zone, first);
}

/** Offset of the zone from UTC at a moment, ms, east positive. */
export function offsetOf(zone: string, at: Instant): number {
  const part = partsIn(zone, at);
  const wall = Date.UTC(
    Number(part.year),
    Number(part.month) - 1,
    Number(part.day),
    Number(part.hour),
    Number(part.minute),
    Number(part.second),
  );
  return wall - Math.floor(at / second) * second;
}

/** True for a zone name the runtime knows (`Asia/Shanghai`). */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
