import type { RunRecord } from '../../shared/plan-runs/record';
import { hour, type Instant, minute, second } from '../../shared/time';

export type RollCallOf = RunRecord['rollCalls'][number];

/** Time is left and somebody has not answered: the station takes no other one yet. */
export function isOpen({ closesAt, people }: RollCallOf, now: Instant): boolean {
  return closesAt > now && people.some(({ answer }) => answer === 'silent');
}

/** In the order asked while time is left, so that nothing moves under the officer; then who is silent on top. */
export function inRollOrder({ closesAt, people }: RollCallOf, now: Instant): RollCallOf['people'] {
  const rank = ({ answer }: RollCallOf['people'][number]) => (answer === 'silent' ? 0 : answer === 'absent' ? 1 : 2);
  return now > closesAt ? people.toSorted((one, other) => rank(one) - rank(other)) : people;
}

export function answerCounts({ people }: RollCallOf): Record<'present' | 'absent' | 'silent', number> {
  const counts = { present: 0, absent: 0, silent: 0 };
  for (const { answer } of people) counts[answer]++;
  return counts;
}

/** What is left, rounded up: `4:09`, `1:04:09`. */
export function longTime(length: number): string {
  const left = Math.ceil(Math.max(0, length) / second) * second;
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(left / hour), Math.floor((left % hour) / minute), Math.floor((left % minute) / second)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
