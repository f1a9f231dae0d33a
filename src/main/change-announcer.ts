/** Shortest time between two announcements, ms: well under the 100 ms in which a change must be on screen. */
const shortestPause = 40;

/**
 * Tells the windows what changed: the first change at once, those that follow within the pause together at its end.
 * A burst (an import, a peer's batch) then makes each screen ask again a few times, not once per entry.
 */
export class ChangeAnnouncer {
  private readonly gathered = new Set<string>();
  private resting = false;

  constructor(private readonly announce: (slices: string[]) => void) {}

  changed(slices: readonly string[]): void {
    for (const slice of slices) this.gathered.add(slice);
    if (!this.resting) this.tell();
  }

  private tell(): void {
    if (this.gathered.size === 0) {
      this.resting = false;
      return;
    }
    this.resting = true;
    const slices = [...this.gathered];
    this.gathered.clear();
    this.announce(slices);
    setTimeout(() => this.tell(), shortestPause);
  }
}
