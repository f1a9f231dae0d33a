import { guideOf } from '../../shared/faults/guide';
import { type Refused, refuse } from '../handler';
import { clocksOfFault } from './clocks';
import type { Fault } from './fault';
import { calendarBookOf, type ClockContext } from './profile-of-fault';

/**
 * Why a fault cannot be closed yet: a step that its profile demands is neither done nor set aside with a reason, or a limit was
 * not kept and nobody has said why (domain.md 3).
 */
export function whyNotClosed(fault: Fault, context: ClockContext): Refused | undefined {
  const book = calendarBookOf(context);
  const { profile, subject, clocks, breached } = clocksOfFault(context, fault, book);
  if (!profile) return undefined;
  const open = guideOf(subject, fault.timeline, profile, book).filter(({ needed, standing }) => needed && standing === 'open');
  if (open.length > 0) return refuse('guideOpen', { steps: open.map(({ step }) => step).join(','), first: open[0]?.text.zh ?? '' });
  const late = new Set(clocks.filter(({ late: over }) => over).map(({ clock, round }) => `${clock}/${round}`));
  for (const key of breached) late.add(key.split('/').slice(0, 2).join('/'));
  const explained = new Set(fault.timeline.filter(({ verb }) => verb === 'explain').map(({ clock, round }) => `${clock}/${round}`));
  const unexplained = [...late].filter((key) => !explained.has(key));
  if (unexplained.length === 0) return undefined;
  return refuse('breachUnexplained', { clocks: unexplained.map((key) => key.split('/')[0]).join(',') });
}
