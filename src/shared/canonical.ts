/**
 * Canonical JSON (RFC 8785): keys sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes them.
 * Members that are `undefined` are left out, as JSON.stringify does. Throws on what JSON cannot hold (NaN, a lone surrogate, a cycle).
 */
export function canonicalJson(value: unknown): string {
  // JSON.stringify itself writes numbers and strings that way; only the order of keys may differ, and mostly does not.
  return isSorted(value) ? JSON.stringify(value) : written(value);
}

/** True when every object in it has its keys in order. Throws on what JSON cannot hold. */
function isSorted(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new TypeError('a lone surrogate has no canonical form');
      return true;
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('a number that is not finite has no canonical form');
      return true;
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      return Array.isArray(value) ? isSortedArray(value) : isSortedObject(value as Record<string, unknown>);
    default:
      throw new TypeError(`${typeof value} has no canonical form`);
  }
}

function isSortedArray(items: unknown[]): boolean {
  let sorted = true;
  for (const item of items) if (item !== undefined && !isSorted(item)) sorted = false;
  return sorted;
}

function isSortedObject(members: Record<string, unknown>): boolean {
  let sorted = typeof members.toJSON !== 'function';
  let before = '';
  for (const key of Object.keys(members)) {
    if (key < before || !key.isWellFormed()) sorted = false;
    before = key;
    const value = members[key];
    if (value !== undefined && !isSorted(value)) sorted = false;
  }
  return sorted;
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => (item === undefined ? 'null' : written(item))).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = value as Record<string, unknown>;
  let text = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    if (!key.isWellFormed()) throw new TypeError('a lone surrogate has no canonical form');
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${written(member)}`;
  }
  return `{${text}}`;
}
