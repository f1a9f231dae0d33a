import type { Answer } from './answer';

/** What the shell reports about the station process. */
export type StationState = 'starting' | 'up' | 'down';

/** What became of a file that a page wanted saved. */
export type SavedFile = 'saved' | 'cancelled' | 'failed';

/** All a window can do: ask the station, hear what changed, and a few verbs of the shell. Nothing else crosses. */
export interface Bridge {
  call(name: string, input: unknown): Promise<Answer<unknown>>;
  /** Slices that changed, as the station announced them. Returns how to stop listening. */
  onChanged(listener: (slices: string[]) => void): () => void;
  onStationState(listener: (state: StationState) => void): () => void;
  stationState(): Promise<StationState>;
  /** Asks the person where a file shall lie, and writes it there. `content` is base64. */
  saveFile(name: string, content: string): Promise<SavedFile>;
  platform: string;
}
