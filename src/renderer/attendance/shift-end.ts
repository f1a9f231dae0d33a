import { hour, type Instant } from '../../shared/time';

/** How near the end of a shift is: amber in its last hour, red once it is over and nobody has come to relieve it. */
export function urgencyOfEnd(end: Instant, unrelieved: boolean, now: Instant): 'plain' | 'amber' | 'red' {
  if (unrelieved) return 'red';
  return end - now <= hour ? 'amber' : 'plain';
}
