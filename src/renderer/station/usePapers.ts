import type { PaperVerbs } from '../../shared/bridge';
import { useBridge } from './StationProvider';

/** What the shell does about papers: print a layout, show or copy the file. The same object at every rendering. */
export function usePapers(): PaperVerbs {
  return useBridge().papers;
}
