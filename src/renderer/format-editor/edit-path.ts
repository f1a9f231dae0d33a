/** A place in a profile: `['clocks', 2, 'rules', 0, 'limit']`. */
export type Path = readonly (string | number)[];

/** What stands at a place; undefined where there is nothing. */
export function valueAt(whole: unknown, path: Path): unknown {
  let here = whole;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** The text at a place; blank where there is none. */
export function textAt(whole: unknown, path: Path): string {
  const value = valueAt(whole, path);
  return typeof value === 'string' ? value : '';
}

/** The same with another value at a place; `undefined` takes a property or a line of a list away. Nothing given is changed itself. */
export function withValue<T>(whole: T, path: Path, value: unknown): T {
  const [step, ...rest] = path;
  if (step === undefined) return value as T;
  if (Array.isArray(whole)) {
    const list = [...(whole as unknown[])];
    if (rest.length === 0 && value === undefined) list.splice(Number(step), 1);
    else list[Number(step)] = withValue(list[Number(step)], rest, value);
    return list as T;
  }
  const record = { ...(whole as Record<string, unknown> | undefined) };
  if (rest.length === 0 && value === undefined) delete record[String(step)];
  else record[String(step)] = withValue(record[String(step)], rest, value);
  return record as T;
}

/** A code that none of a list has yet: `new1`, `new2`. */
export function freeCode(list: readonly { code: string }[], beginning: string): string {
  for (let i = 1; ; i++) if (!list.some(({ code }) => code === `${beginning}${i}`)) return `${beginning}${i}`;
}
