import { useCallback, useState } from 'react';
import { type Subsystem, subsystems } from '../../shared/devices/facts';
import type { FaultCard } from '../../shared/faults/record';
import type { Instant } from '../../shared/time';
import { urgencyOf } from './time-left';

export const urgencyFilters = ['', 'amber', 'red'] as const;
export const boardViews = ['columns', 'rows'] as const;

export interface BoardFilter {
  /** `P0/A`: a class means something only within its profile. */
  class: string;
  subsystem: Subsystem | '';
  text: string;
  profile: string;
  /** `amber`: amber and red. */
  urgency: (typeof urgencyFilters)[number];
  /** Name of whoever was sent. */
  engineer: string;
  plannedWork: boolean;
}

export const noFilter: BoardFilter = { class: '', subsystem: '', text: '', profile: '', urgency: '', engineer: '', plannedWork: false };
const place = 'duty.faults.filter';
const viewPlace = 'duty.faults.view';

function remembered(): BoardFilter {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Record<keyof BoardFilter, unknown>>;
    const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 80) : '');
    return {
      class: text(kept.class).includes('/') ? text(kept.class) : '',
      subsystem: subsystems.find((one) => one === kept.subsystem) ?? '',
      text: text(kept.text),
      profile: text(kept.profile),
      urgency: urgencyFilters.find((one) => one === kept.urgency) ?? '',
      engineer: text(kept.engineer),
      plannedWork: kept.plannedWork === true,
    };
  } catch {
    return noFilter;
  }
}

/** What the board shows; remembered for this desk. */
export function useBoardFilter(): [BoardFilter, (change: Partial<BoardFilter>) => void] {
  const [filter, setFilter] = useState(remembered);
  const change = useCallback((fields: Partial<BoardFilter>) => {
    setFilter((before) => {
      const next = { ...before, ...fields };
      localStorage.setItem(place, JSON.stringify(next));
      return next;
    });
  }, []);
  return [filter, change];
}

export type BoardView = (typeof boardViews)[number];

/** Columns by state, or rows by urgency; remembered for this desk. */
export function useBoardView(): [BoardView, (view: BoardView) => void] {
  const [view, setView] = useState<BoardView>(() => boardViews.find((one) => one === localStorage.getItem(viewPlace)) ?? 'columns');
  const change = useCallback((next: BoardView) => {
    localStorage.setItem(viewPlace, next);
    setView(next);
  }, []);
  return [view, change];
}

export function isFiltered(filter: BoardFilter): boolean {
  return JSON.stringify(filter) !== JSON.stringify(noFilter);
}

/** Whether a card passes; the text was looked for by the station. A fault that names no profile runs under the usual one. */
export function passes(card: FaultCard, filter: BoardFilter, usual: string, now: Instant): boolean {
  const profile = card.profile || usual;
  if (filter.class !== '' && filter.class !== `${profile}/${card.class}`) return false;
  if (filter.subsystem !== '' && filter.subsystem !== card.subsystem) return false;
  if (filter.profile !== '' && filter.profile !== profile) return false;
  if (filter.engineer !== '' && filter.engineer !== card.engineer) return false;
  if (filter.plannedWork && card.plannedWork === undefined) return false;
  if (filter.urgency === '') return true;
  const urgency = urgencyOf(card, now);
  return urgency === 'red' || (filter.urgency === 'amber' && urgency === 'amber');
}
