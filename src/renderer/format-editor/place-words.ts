type Names = { zh: string; en: string };

export interface PlaceSpeech {
  say: (words: Names) => string;
  /** The word of a part of the format, `clocks` → 时限. */
  part: (step: string) => string;
}

/** A place in a whole for a person: 时限 · 修复 · 规则 · 2. Parts are looked up where they still are, before or after. */
export function placeInWords(path: readonly (string | number)[], wholes: readonly unknown[], { say, part }: PlaceSpeech): string {
  let here: unknown[] = [...wholes];
  const said: string[] = [];
  for (const step of path) {
    here = here.flatMap((one) => inside(one, step));
    const named = here.map(nameOf).find((name) => name !== undefined);
    if (named) said.push(beginning(say(named)));
    else if (typeof step === 'number') said.push(`${step + 1}`);
    else said.push(part(step));
  }
  return said.join(' · ');
}

/** `clocks.2.rules.0` as the steps it names. */
export function pathOf(place: string): (string | number)[] {
  return place === '' ? [] : place.split('.').map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
}

/** A name may be a paragraph; where it only says which one is meant its beginning does. */
const longestName = 40;
function beginning(text: string): string {
  return text.length > longestName ? `${text.slice(0, longestName)}…`.toWellFormed() : text;
}

function inside(whole: unknown, step: string | number): unknown[] {
  if (Array.isArray(whole)) {
    const found = (whole as unknown[]).find((one) => typeof step === 'string' && (one as { code?: string } | null)?.code === step);
    return found === undefined ? (typeof step === 'number' && step in whole ? [whole[step]] : []) : [found];
  }
  const value = typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>)[step] : undefined;
  return value === undefined ? [] : [value];
}

/** What a part is called: by its name, else by what it says. */
export function nameOf(part: unknown): Names | undefined {
  const { name, text, what, title, item, label } = (part ?? {}) as Record<string, Names | undefined>;
  const found = name ?? text ?? what ?? title ?? item ?? label;
  return found && typeof found === 'object' && 'zh' in found && (found.zh !== '' || found.en !== '') ? found : undefined;
}
