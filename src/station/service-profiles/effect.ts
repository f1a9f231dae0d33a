import type { ClockEffect, FaultEffect } from '../../shared/service-profiles/contract';
import { type ClockState, clocksOf, type ClockSubject, isOver } from '../../shared/service-profiles/clocks';
import type { CalendarBook } from '../../shared/service-profiles/counted-hours';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import type { Instant } from '../../shared/time';
import type { Context } from '../handler';

/** An open fault with the profile it runs under, as faults tell it: this slice knows none itself. */
export interface BornFault {
  id: string;
  number: string;
  title: string;
  code: string;
  version?: string | undefined;
  subject: ClockSubject;
  clocks: readonly ClockState[];
  /** Undefined while the other desk's version has not arrived. */
  profile: ServiceProfile | undefined;
}

export type OpenFaults = (context: Context) => { book: CalendarBook; faults: BornFault[] };

/** What would change for a fault under another profile; its traits are kept as far as that one knows them. */
export function effectOn(fault: BornFault, after: ServiceProfile, book: CalendarBook, now: Instant): FaultEffect {
  const { id, number, title, version, subject } = fault;
  const fits = after.classes.some(({ code }) => code === subject.class);
  const known = after.traits.filter(({ code, options }) => options.some((option) => option.code === subject.traits[code]));
  const traits = Object.fromEntries(known.map(({ code }) => [code, subject.traits[code] ?? '']));
  const then = fits ? clocksOf({ ...subject, traits }, after, book) : [];
  const clocks = [...new Set([...fault.clocks, ...then].map(({ clock }) => clock))].flatMap((clock): ClockEffect[] => {
    const [was, will] = [lastOf(fault.clocks, clock), lastOf(then, clock)];
    const [before, next] = [seen(was, now), seen(will, now)];
    // What is done with either way is history.
    const owed = [was, will].some((state) => state?.standing === 'running' || state?.standing === 'paused');
    if (!owed || JSON.stringify(before) === JSON.stringify(next)) return [];
    const name = [...after.clocks, ...(fault.profile?.clocks ?? [])].find(({ code }) => code === clock)?.name ?? { zh: clock, en: clock };
    return [{ clock, name, ...(before ? { before } : {}), ...(next ? { after: next } : {}) }];
  });
  return { id, number, title, class: subject.class, ...(version === undefined ? {} : { version }), fits, clocks };
}

/** What becomes overdue stands first, then what is due sooner; what does not fit before all. */
export function byGravity(one: FaultEffect, other: FaultEffect): number {
  return gravity(other) - gravity(one) || (one.number < other.number ? -1 : 1);
}

function gravity({ fits, clocks }: FaultEffect): number {
  if (!fits) return 3;
  if (clocks.some(({ before, after }) => after?.over && !before?.over)) return 2;
  return clocks.length > 0 ? 1 : 0;
}

function lastOf(states: readonly ClockState[], clock: string): ClockState | undefined {
  return states.findLast((state) => state.clock === clock);
}

function seen(state: ClockState | undefined, now: Instant): ClockEffect['before'] {
  if (!state) return undefined;
  return { limit: state.limit, ...(state.dueAt === undefined ? {} : { dueAt: state.dueAt }), over: isOver(state, now) };
}
