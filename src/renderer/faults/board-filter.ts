import { useCallback, useState } from 'react';
import { type Subsystem, subsystems } from '../../shared/devices/facts';
import type { FaultClass } from '../../shared/faults/intake';
import { faultClasses } from './class-words';

export interface BoardFilter {
  class: FaultClass;
  subsystem: Subsystem | '';
  text: string;
}

export const noFilter: BoardFilter = { class: '', subsystem: '', text: '' };
const place = 'duty.faults.filter';

function remembered(): BoardFilter {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<BoardFilter>;
    return {
      class: faultClasses.find((one) => one === kept.class) ?? '',
      subsystem: subsystems.find((one) => one === kept.subsystem) ?? '',
      text: typeof kept.text === 'string' ? kept.text.slice(0, 80) : '',
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
