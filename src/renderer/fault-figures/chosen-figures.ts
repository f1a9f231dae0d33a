import { useCallback, useState } from 'react';
import { type Subsystem, subsystems } from '../../shared/devices/facts';
import { type Preset, presets } from './period';

/** What the page is asked for; a period that moves with the day is kept as what it is called. */
export interface ChosenFigures {
  preset: Preset | '';
  from: string;
  until: string;
  profile: string;
  class: string;
  subsystem: Subsystem | '';
  area: string;
}

export const noFigureFilter = { profile: '', class: '', subsystem: '', area: '' } as const;
const usual: ChosenFigures = { preset: 'days7', from: '', until: '', ...noFigureFilter };
const place = 'duty.faultFigures.chosen';

function remembered(): ChosenFigures {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Record<keyof ChosenFigures, unknown>>;
    const text = (field: keyof ChosenFigures) => (typeof kept[field] === 'string' ? (kept[field] as string).slice(0, 60) : '');
    const preset = presets.find((one) => one === kept.preset) ?? (text('from') && text('until') ? '' : usual.preset);
    return {
      preset,
      from: text('from'),
      until: text('until'),
      profile: text('profile'),
      class: text('class'),
      subsystem: subsystems.find((one) => one === kept.subsystem) ?? '',
      area: text('area'),
    };
  } catch {
    return usual;
  }
}

/** What is looked at; remembered for this desk. */
export function useChosenFigures(): [ChosenFigures, (change: Partial<ChosenFigures>) => void] {
  const [chosen, setChosen] = useState(remembered);
  const change = useCallback((fields: Partial<ChosenFigures>) => {
    setChosen((before) => {
      const next = { ...before, ...fields };
      localStorage.setItem(place, JSON.stringify(next));
      return next;
    });
  }, []);
  return [chosen, change];
}
