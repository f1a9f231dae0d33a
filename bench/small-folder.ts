import { foundStation, load, SetClock } from './bench-station';
import { Corpus } from './corpus';

/** Entries of a desk's first month. */
const month = 2_000;

/** A closed folder with a month of entries, and the beginning of the newest one: what must be seen on the first screen. */
export async function monthFolder(folder: string): Promise<{ folder: string; newest: string }> {
  const step = Math.floor((30 * 86_400_000) / month);
  const now = Date.now();
  const at = (n: number) => now - (month - n + 1) * step;
  const clock = new SetClock(at(0) - 3_600_000);
  const founded = await foundStation(folder, clock);
  clock.set(at(month + 1) - 1);
  load(founded, new Corpus(3), 1, month, at);
  founded.station.close();
  return { folder, newest: newestText(new Corpus(3), month) };
}

/** The beginning of the last text that a corpus of `count` entries says. */
export function newestText(corpus: Corpus, count: number): string {
  let text = '';
  for (let n = 1; n <= count; n++) text = corpus.entry(n, 0).text;
  return text.slice(0, 24);
}
