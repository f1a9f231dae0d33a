import fc from 'fast-check';
import type { z } from 'zod';
import { nearlyOf } from './arbitrary';

function nested(depth: number): unknown {
  let inner: unknown = 'deep';
  for (let i = 0; i < depth; i++) inner = i % 2 ? [inner] : { inner };
  return inner;
}

/** What no screen sends: wrong types, huge, half characters, names every object has. */
const oddities: unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  'half \udc00 pair',
  '​‮',
  'x'.repeat(300_000),
  '值'.repeat(100_000),
  "'; DROP TABLE entries; --",
  '"(*) OR NEAR(',
  '../../etc/passwd',
  [],
  {},
  [[]],
  JSON.parse('{"__proto__":{"roles":["sysAdmin"]},"constructor":{"prototype":{}}}'),
  JSON.parse('{"toString":1,"valueOf":null,"hasOwnProperty":[]}'),
  nested(2_000),
  Array.from({ length: 20_000 }, () => 0),
  // What NaN and undefined become on their way through JSON.
  JSON.parse(JSON.stringify({ id: Number.NaN, at: undefined })),
];

export const oddity: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...oddities) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);

/** Inputs a procedure might be handed: nearly right ones, right ones with one part spoiled, and junk. */
export function inputsFor(schema: z.ZodType): fc.Arbitrary<unknown> {
  const nearly = nearlyOf(schema);
  const spoiled = fc
    .tuple(nearly, fc.nat(), oddity, fc.constantFrom('replace', 'remove', 'add'))
    .map(([value, where, junk, how]) => spoil(value, where, junk, how));
  return fc.oneof({ weight: 2, arbitrary: nearly }, { weight: 4, arbitrary: spoiled }, { weight: 1, arbitrary: oddity });
}

/** Changes one member, at any depth; `where` chooses which. */
function spoil(value: unknown, where: number, junk: unknown, how: string): unknown {
  if (typeof value !== 'object' || value === null) return junk;
  const keys = Object.keys(value);
  if (keys.length === 0 || how === 'add') return Array.isArray(value) ? [...(value as unknown[]), junk] : { ...value, extra: junk };
  const key = keys[where % keys.length] as string;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  const inner = copy[key];
  if (typeof inner === 'object' && inner !== null && where % 3 === 0) copy[key] = spoil(inner, Math.floor(where / 7), junk, how);
  else if (how === 'remove') delete copy[key];
  else copy[key] = junk;
  return copy;
}
