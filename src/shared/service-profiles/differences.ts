/** One place in which two versions of a profile differ; undefined on one side where there is nothing. */
export interface Difference {
  /** Parts of lists by their code where they have one, else by their number: `['clocks', 'repair', 'rules', 1, 'limit']`. */
  path: (string | number)[];
  before?: unknown;
  after?: unknown;
}

/** What changes from one profile (or plan) to another, in the order of the format. A part with a code is the same part wherever it stands. */
export function differencesOf(before: unknown, after: unknown, path: (string | number)[] = []): Difference[] {
  if (Object.is(before, after)) return [];
  if (isPair(before) && isPair(after)) {
    // A name or a help text: one thing for who reads it.
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  }
  if (Array.isArray(before) && Array.isArray(after)) return differencesOfLists(before, after, path);
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differencesOf(before[name], after[name], [...path, name]));
  }
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function differencesOfLists(before: readonly unknown[], after: readonly unknown[], path: (string | number)[]): Difference[] {
  const whole = (list: readonly unknown[]) => list.every((item) => typeof item !== 'object');
  if (whole(before) && whole(after)) return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  const nameOf = (item: unknown, i: number) => (isRecord(item) && typeof item.code === 'string' ? item.code : i);
  const [left, right] = [before, after].map((list) => new Map(list.map((item, i) => [nameOf(item, i), item])));
  if (!left || !right) return [];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  const inside = names.flatMap((name) => differencesOf(left.get(name), right.get(name), [...path, name]));
  const shared = (keys: Iterable<string | number>, other: ReadonlyMap<string | number, unknown>) =>
    [...keys].filter((key) => other.has(key)).join('\n');
  const moved = shared(left.keys(), right) !== shared(right.keys(), left);
  return moved ? [...inside, { path: [...path, 'order'], before: [...left.keys()], after: [...right.keys()] }] : inside;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPair(value: unknown): value is { zh: string; en: string } {
  return isRecord(value) && Object.keys(value).length === 2 && typeof value.zh === 'string' && typeof value.en === 'string';
}
