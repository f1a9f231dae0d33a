import { rmSync } from 'node:fs';
import { type BenchStation, batch, foundStation, load, SetClock } from './bench-station';
import { Corpus } from './corpus';

/** A folder with the largest log there is goals for, built by the first part that asks. */
export class Million {
  private built: { folder: string; station: string; officer: string } | undefined;

  constructor(
    readonly size: number,
    private readonly place: () => string,
    private readonly say: (line: string) => void,
  ) {}

  /** The closed folder, and who works there. One year, entries evenly apart, up to now. */
  async folder(): Promise<{ folder: string; station: string; officer: string }> {
    this.built ??= await this.build();
    return this.built;
  }

  remove(): void {
    if (this.built) rmSync(this.built.folder, { recursive: true, force: true });
  }

  private async build() {
    const folder = this.place();
    const now = Date.now();
    const step = Math.floor((365 * 86_400_000) / this.size);
    const at = (n: number) => now - (this.size - n + 1) * step;
    const clock = new SetClock(at(0) - 3_600_000);
    const founded: BenchStation = await foundStation(folder, clock);
    const { station, officer } = founded;
    const corpus = new Corpus(1);
    const start = performance.now();
    for (let n = 1; n <= this.size; n += batch * 20) {
      // Each batch is entered when its last entry happened.
      for (let first = n; first < Math.min(n + batch * 20, this.size + 1); first += batch) {
        const count = Math.min(batch, this.size - first + 1);
        clock.set(at(first + count));
        load(founded, corpus, first, count, at);
      }
      this.say(
        `  … ${Math.min(n + batch * 20 - 1, this.size).toLocaleString('en')} entries, ${((performance.now() - start) / 1000).toFixed(0)} s`,
      );
    }
    const { station: id } = station.journal;
    station.close();
    return { folder, station: id, officer };
  }
}
