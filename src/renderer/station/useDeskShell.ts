import { useMemo } from 'react';
import type { Bridge } from '../../shared/bridge';
import { useBridge } from './StationProvider';

/** What a screen may do with the system around the window: notes beside the screen, and the wall view. Never throws. */
export function useDeskShell(): Pick<Bridge, 'notify' | 'onOpened' | 'toggleWall'> {
  const bridge = useBridge();
  return useMemo(
    () => ({
      notify: (note) => bridge.notify(note).catch(() => false),
      onOpened: (listener) => bridge.onOpened(listener),
      toggleWall: () => bridge.toggleWall(),
    }),
    [bridge],
  );
}
