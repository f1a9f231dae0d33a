import { useEffect } from 'react';
import { alarms } from '../../shared/alarms/contract';
import { isMuted } from '../../shared/alarms/muted';
import { faults } from '../../shared/faults/contract';
import { hour, second } from '../../shared/time';
import { now, useNow } from '../clock';
import { type StationAnswer, useStation } from '../station';

/** Longest wait before it is asked again by itself, ms: a machine that slept must not wait the rest of its sleep. */
const longestWait = hour / 4;

/** Asks again exactly when the answer becomes another one, as the station said: nobody announces that time has passed. */
export function useAgainAt(at: number | undefined, { again, since }: Pick<StationAnswer<unknown>, 'again' | 'since'>): void {
  useEffect(() => {
    if (at === undefined) return;
    const timer = setTimeout(again, Math.min(longestWait, Math.max(second / 4, at - now())));
    return () => clearTimeout(timer);
    // Every answer arms it anew, also one that names the same moment.
  }, [at, again, since]);
}

/** Every alarm of now. */
export function useAlarms(): StationAnswer<(typeof faults.alarms)['output']['_output']> {
  return useStation(faults.alarms, {});
}

/** How long the sounds of this desk are muted still; undefined while they are not. */
export function useMute() {
  const desk = useStation(alarms.desk, {});
  const at = useNow(second);
  const mute = desk.data?.mute;
  return mute && isMuted(mute, at) ? { ...mute, left: mute.until - at } : undefined;
}
