import type { Answer } from '../../shared/answer';
import type { Bridge, DeskNote, SavedFile, StationState } from '../../shared/bridge';

type Handler = (input: unknown) => Answer<unknown> | Promise<Answer<unknown>>;

/** A station for tests of screens: answers from `handlers`, remembers what it was asked, and can push and fall over. */
export class InTestBridge implements Bridge {
  platform = 'test';
  /** Papers that were asked for. */
  readonly printed: string[] = [];
  papers: Bridge['papers'] = {
    prepare: () => Promise.resolve({ ok: true, value: null }),
    print: (route) => {
      this.printed.push(route);
      return Promise.resolve({ ok: true, value: { file: 'paper.pdf' } });
    },
    show: () => Promise.resolve({ ok: true, value: null }),
    saveAs: () => Promise.resolve({ ok: true, value: { saved: true } }),
  };
  readonly calls: { name: string; input: unknown }[] = [];
  private readonly changed = new Set<(slices: string[]) => void>();
  private readonly states = new Set<(state: StationState) => void>();
  private current: StationState = 'up';

  constructor(readonly handlers: Record<string, Handler> = {}) {}

  call(name: string, input: unknown): Promise<Answer<unknown>> {
    this.calls.push({ name, input });
    const handler = this.handlers[name];
    return Promise.resolve(handler ? handler(input) : { ok: false, refusal: { code: 'unknownProcedure' } });
  }

  onChanged(listener: (slices: string[]) => void): () => void {
    this.changed.add(listener);
    return () => this.changed.delete(listener);
  }

  onStationState(listener: (state: StationState) => void): () => void {
    this.states.add(listener);
    return () => this.states.delete(listener);
  }

  /** Files that a page handed over. */
  readonly files: { name: string; content: string }[] = [];

  saveFile(name: string, content: string): Promise<SavedFile> {
    this.files.push({ name, content });
    return Promise.resolve('saved');
  }

  /** Notes of the system that a page wanted shown. */
  readonly notes: DeskNote[] = [];

  notify(note: DeskNote): Promise<boolean> {
    this.notes.push(note);
    return Promise.resolve(true);
  }

  onOpened(): () => void {
    return () => {};
  }

  toggleWall(): Promise<boolean> {
    return Promise.resolve(true);
  }

  stationState(): Promise<StationState> {
    return Promise.resolve(this.current);
  }

  /** The station announces that slices changed. */
  push(...slices: string[]): void {
    for (const listener of this.changed) listener(slices);
  }

  /** The shell announces that the station went or came back. */
  become(state: StationState): void {
    this.current = state;
    for (const listener of this.states) listener(state);
  }

  countOf(name: string): number {
    return this.calls.filter((call) => call.name === name).length;
  }
}

export const granted = (value: unknown): Answer<unknown> => ({ ok: true, value });
export const refused = (code: string): Answer<unknown> => ({ ok: false, refusal: { code } });
