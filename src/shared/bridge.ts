import type { Answer } from './answer';

/** What the shell reports about the station process. */
export type StationState = 'starting' | 'up' | 'down';

/** What became of a file that a page wanted saved. */
export type SavedFile = 'saved' | 'cancelled' | 'failed';
/** Papers that leave the station (domain.md 8): printed by the shell from the app's own print layouts. */
export interface PaperVerbs {
  /** A paper will be wanted soon: what prints it is made ready. */
  prepare(route: string): Promise<Answer<null>>;
  /**
   * Prints a print layout of the app (`/print/handover/2026-11-22/night`) to a PDF in the data folder. Answers its name below
   * `papers/`. Refusals: `paperFailed`, `diskFull`, `readOnly`, and what the station refuses the layout.
   */
  print(route: string): Promise<Answer<{ file: string }>>;
  /** Shows a paper made by {@link print} in its folder. */
  show(file: string): Promise<Answer<null>>;
  /** Asks where to and puts a copy there; `saved` is false when the person thought better of it. */
  saveAs(file: string): Promise<Answer<{ saved: boolean }>>;
}

/** A record that a note is about, opened when the note is clicked. */
export interface RecordOfNote {
  kind: string;
  id: string;
  title: string;
}

/** A note of the system (桌面通知), beside whatever is on the screen. */
export interface DeskNote {
  title: string;
  body: string;
  urgent: boolean;
  record?: RecordOfNote;
}

/** All a window can do: ask the station, hear what changed, and a few verbs of the shell. Nothing else crosses. */
export interface Bridge {
  call(name: string, input: unknown): Promise<Answer<unknown>>;
  /** Slices that changed, as the station announced them. Returns how to stop listening. */
  onChanged(listener: (slices: string[]) => void): () => void;
  onStationState(listener: (state: StationState) => void): () => void;
  stationState(): Promise<StationState>;
  /** Asks the person where a file shall lie, and writes it there. `content` is base64. */
  saveFile(name: string, content: string): Promise<SavedFile>;
  papers: PaperVerbs;
  /** Shows a note of the system; false where there is none. */
  notify(note: DeskNote): Promise<boolean>;
  /** A note was clicked, and the window was brought forward. Returns how to stop listening. */
  onOpened(listener: (record: RecordOfNote) => void): () => void;
  /** Opens the wall view (大屏), or closes it; answers whether it is open now. */
  toggleWall(): Promise<boolean>;
  platform: string;
}
