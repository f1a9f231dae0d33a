import { QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Bridge, StationState } from '../../shared/bridge';
import { createQueryClient, invalidateReading } from './query-client';

const BridgeContext = createContext<Bridge | undefined>(undefined);
const StateContext = createContext<StationState>('starting');

/** Connects the window to its station: answers are kept once, pushes make them old, a station that came back is asked again. */
export function StationProvider({ bridge, children }: { bridge: Bridge; children: ReactNode }) {
  const [client] = useState(createQueryClient);
  const [state, setState] = useState<StationState>('starting');

  useEffect(() => {
    let last: StationState = 'starting';
    const take = (next: StationState) => {
      // What happened while the station was away was never announced, so everything shown is asked again.
      if (next === 'up' && last === 'down') void client.invalidateQueries();
      // What failed only because the station was not there yet needs a second try.
      if (next === 'up' && last === 'starting') void client.refetchQueries({ predicate: (query) => query.state.status === 'error' });
      last = next;
      setState(next);
    };
    const stopStates = bridge.onStationState(take);
    const stopChanges = bridge.onChanged((slices) => invalidateReading(client, slices));
    let heard = false;
    const stopFirst = bridge.onStationState(() => {
      heard = true;
    });
    bridge.stationState().then(
      (first) => {
        // A push that overtook this first answer is the newer word.
        if (!heard) take(first);
      },
      () => take('down'),
    );
    return () => {
      stopStates();
      stopChanges();
      stopFirst();
    };
  }, [bridge, client]);

  return (
    <BridgeContext.Provider value={bridge}>
      <StateContext.Provider value={state}>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </StateContext.Provider>
    </BridgeContext.Provider>
  );
}

/** The bridge of this window. Only the files of `renderer/station/` call it. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (!bridge) throw new Error('no StationProvider above this screen');
  return bridge;
}

/** Whether the station process is up, as the shell says. */
export function useStationState(): StationState {
  return useContext(StateContext);
}
