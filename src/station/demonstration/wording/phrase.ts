import type { Dice } from '../dice';

/** What a pattern's slots stand for. */
export type Facts = Record<string, string>;

/**
 * Makes sentences of patterns: `[one|other]` takes one of them, `{3..20}` a number, `{place}` a fact, else a word of the
 * vocabulary; a slot named twice says the same twice.
 */
export class Phrases {
  private readonly decks = new Map<string, () => string>();

  constructor(
    private readonly dice: Dice,
    vocabulary: Readonly<Record<string, readonly string[]>>,
  ) {
    for (const [slot, words] of Object.entries(vocabulary)) this.decks.set(slot, dice.deck(words));
  }

  /** What words were found is added to `facts`. Throws for a slot that nobody fills: a pattern is misspelt. */
  say(pattern: string, facts: Facts = {}): string {
    let text = pattern;
    // The innermost first, so that choices may hold choices.
    while (/\[[^[\]]*\]/u.test(text)) text = text.replace(/\[([^[\]]*)\]/gu, (_, options: string) => this.dice.pick(options.split('|')));
    return text.replace(/\{(\w+)(?:\.\.(\d+))?\}/gu, (_, slot: string, until: string | undefined) => {
      if (until !== undefined) return String(this.dice.whole(Number(slot), Number(until)));
      const known = facts[slot] ?? this.decks.get(slot)?.();
      if (known === undefined) throw new Error(`nobody fills {${slot}} in: ${pattern}`);
      facts[slot] = known;
      return known;
    });
  }
}
