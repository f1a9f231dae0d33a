import { seededRandom, type Random } from '../random';

/** Repeatable chance: every choice of the demonstration comes from one seed. */
export class Dice {
  private readonly random: Random;

  constructor(private readonly seed: string) {
    this.random = seededRandom(seed);
  }

  /** Dice of their own for one part, so that a change in one does not turn all the others. */
  for(part: string): Dice {
    return new Dice(`${this.seed}/${part}`);
  }

  /** From 0 up to but not including 1. */
  fraction(): number {
    return Buffer.from(this.random(4)).readUInt32LE() / 2 ** 32;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)] as T;
  }

  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let left = this.fraction() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of list) {
      left -= weight;
      if (left < 0) return value;
    }
    return (list.at(-1) as readonly [T, number])[0];
  }

  shuffled<T>(list: readonly T[]): T[] {
    const cards = [...list];
    for (let i = cards.length - 1; i > 0; i--) {
      const j = this.whole(0, i);
      [cards[i], cards[j]] = [cards[j] as T, cards[i] as T];
    }
    return cards;
  }

  /** Deals every one of a list before any comes again, so that what stands near each other differs. */
  deck<T>(list: readonly T[]): () => T {
    let cards: T[] = [];
    return () => {
      if (cards.length === 0) cards = this.shuffled(list);
      return cards.pop() as T;
    };
  }
}
