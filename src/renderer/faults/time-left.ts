import type { CardClock, FaultCard } from '../../shared/faults/record';
import { day, hour, type Instant, minute, second } from '../../shared/time';
import type { Urgency } from '../../shared/urgency';

/** How a card's clock stands at a moment. */
export interface Standing {
  urgency: Urgency;
  kind: 'left' | 'over' | 'paused' | 'pausedOver' | 'open';
  /** Left, or over by so long, ms; undefined for a clock whose end nobody can tell. */
  length: number | undefined;
}

/** Amber from three quarters of the time on, red once it is over (domain.md 3, «Clock rules for all»); a paused clock keeps the time it has left. */
export function standingOf({ standing, amberAt, dueAt, left }: CardClock, now: Instant): Standing {
  if (standing === 'paused') {
    if (left === undefined) return { urgency: 'calm', kind: 'paused', length: undefined };
    return left < 0 ? { urgency: 'red', kind: 'pausedOver', length: -left } : { urgency: 'calm', kind: 'paused', length: left };
  }
  if (dueAt === undefined) return { urgency: 'calm', kind: 'open', length: undefined };
  if (now > dueAt) return { urgency: 'red', kind: 'over', length: now - dueAt };
  return { urgency: amberAt !== undefined && now >= amberAt ? 'amber' : 'calm', kind: 'left', length: dueAt - now };
}

/** Urgency of a card by its clock; calm when nothing is owed. */
export function urgencyOf({ clock }: Pick<FaultCard, 'clock'>, now: Instant): Urgency {
  return clock ? standingOf(clock, now).urgency : 'calm';
}

/** `04:09`, `3:04:09`; from a day on whole days and hours, named by the caller: no minute counts there, and a card is narrow. What is left is rounded up: at 00:00 it is due. */
export function digitsOf(length: number, over: boolean): { days: number; text: string } {
  const seconds = over ? Math.floor(length / second) : Math.ceil(length / second);
  const whole = seconds * second;
  const two = (n: number) => String(n).padStart(2, '0');
  const days = Math.floor(whole / day);
  const hours = Math.floor((whole % day) / hour);
  const minutes = two(Math.floor((whole % hour) / minute));
  if (days > 0) return { days, text: String(hours) };
  const rest = two(Math.floor((whole % minute) / second));
  return { days: 0, text: hours > 0 ? `${hours}:${minutes}:${rest}` : `${minutes}:${rest}` };
}

/** What is due first stands first; then what pauses, the least time left first; then what owes nothing, the oldest first. */
export function dueFirst(one: FaultCard, other: FaultCard): number {
  const [first, second_] = [rankOf(one), rankOf(other)];
  return (
    first - second_ ||
    (endOf(one) ?? 0) - (endOf(other) ?? 0) ||
    one.reportedAt - other.reportedAt ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  );
}

/** In that order; what each card is compared by is worked out once, for thousands are put in order at every change. */
export function inDueOrder(cards: readonly FaultCard[]): FaultCard[] {
  return cards
    .map((card) => ({ card, rank: rankOf(card), end: endOf(card) ?? 0 }))
    .sort((one, other) => one.rank - other.rank || one.end - other.end || dueFirst(one.card, other.card))
    .map(({ card }) => card);
}

function rankOf({ clock, inCircle }: FaultCard): number {
  // Merged into one another at two desks: nobody would see them otherwise.
  if (inCircle) return 0;
  if (clock?.standing === 'running' && clock.dueAt !== undefined) return 1;
  return clock ? 2 : 3;
}

function endOf({ clock }: FaultCard): number | undefined {
  return clock?.standing === 'running' ? clock.dueAt : clock?.left;
}
