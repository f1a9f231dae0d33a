import type { Million } from './million';
import type { Measured } from './row';

/** What a part is given. */
export interface Bench {
  /** Smaller sizes: a check that the bench works, and a first impression. */
  quick: boolean;
  /** An empty folder on the project's own disk, removed at the end. */
  folder(name: string): string;
  /** A station with the largest log, built once per run, for the parts that need one. */
  million: Million;
  /** One line of progress. */
  say(line: string): void;
}

export interface Part {
  name: string;
  run(bench: Bench): Promise<Measured[]>;
}
