/** Shortest time between two announcements, ms: well under the 100 ms in which a change must be on screen. */
const shortestPause = 40;
/** Before the first of a burst, ms: the answer of the command that made the change goes first, the screens ask again behind it. */
const courtesy = 5;

/**
 * Tells the windows what changed: the first change at once behind its answer, those that follow together after the pause.
 * A burst (an import, a peer's batch) then makes each screen ask again a few times, not once per entry.
 */
export class ChangeAnnouncer {
  private readonly gathered = new Set<string>();
  private resting = false;

  constructor(private readonly announce: (slices: string[]) => void) {}

  changed(slices: readonly string[]): void {
    for (const slice of slices) this.gathered.add(slice);
    if (this.resting) return;
    this.resting = true;
    setTimeout(() => this.tell(), courtesy);
  }

  private tell(): void {
    if (this.gathered.size === 0) {
      this.resting = false;
      return;
    }
    const slices = [...this.gathered];
    this.gathered.clear();
    this.announce(slices);
    setTimeout(() => this.tell(), shortestPause);
  }
}
