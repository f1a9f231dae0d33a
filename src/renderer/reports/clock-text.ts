import { hour, minute, second } from '../../shared/time';

/** A length of time as a clock shows it: `3:45`, `1:02:09`. Time left is rounded up: `0:00` is over. */
export function clockText(milliseconds: number, round: 'up' | 'down' = 'down'): string {
  const whole = Math[round === 'up' ? 'ceil' : 'floor'](Math.max(0, milliseconds) / second) * second;
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(whole / hour), Math.floor((whole % hour) / minute), Math.floor((whole % minute) / second)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
