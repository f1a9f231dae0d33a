import fc from 'fast-check';
import { z } from 'zod';

interface Json {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Json[];
  oneOf?: Json[];
  allOf?: Json[];
  properties?: Record<string, Json>;
  required?: string[];
  additionalProperties?: Json | boolean;
  propertyNames?: Json;
  items?: Json;
  prefixItems?: Json[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
}

// What fits the finer rules of this product often enough that a schema, which cannot say them, need not.
const samples = [
  '值班员',
  '画面黑屏，已派人',
  'zhang.san',
  '192.0.2.7',
  'Asia/Shanghai',
  '19000000001',
  '0431-5550101',
  '2026-11-22',
  'Zhiban-2026',
  '第一行\n第二行',
  '😀𠮷',
  'x',
  '',
];
/** Ids that appear in what is made; a test that has records of its own adds theirs. */
export const knownIds = Array.from({ length: 8 }, (_, i) => `019a0000-0000-7000-8000-00000000000${i}`);

/** Values a zod schema takes, found by way of its JSON Schema; what that cannot say is sorted out by the schema itself. */
export function arbitraryOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fromJson(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json).filter(
    (value) => schema.safeParse(value).success,
  );
}

/** Values near what a schema takes: right in shape, mostly right in content. */
export function nearlyOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fromJson(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json);
}

function fromJson(schema: Json): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map(fromJson));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => fromJson({ ...schema, type })));
  switch (schema.type) {
    case 'object':
      return objects(schema);
    case 'array':
      return arrays(schema);
    case 'string':
      return strings(schema);
    case 'integer':
    case 'number':
      return numbers(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.constantFrom(...samples);
  }
}

function objects({ properties = {}, required = [], additionalProperties, propertyNames }: Json): fc.Arbitrary<unknown> {
  if (Object.keys(properties).length === 0 && typeof additionalProperties === 'object') {
    return fc.dictionary(strings(propertyNames ?? {}) as fc.Arbitrary<string>, fromJson(additionalProperties), { maxKeys: 3 });
  }
  const members = Object.fromEntries(Object.entries(properties).map(([key, member]) => [key, fromJson(member)]));
  return fc.record(members, { requiredKeys: required.filter((key) => key in members), noNullPrototype: true });
}

function arrays({ items, prefixItems, minItems = 0, maxItems = 4 }: Json): fc.Arbitrary<unknown> {
  if (prefixItems) return fc.tuple(...prefixItems.map(fromJson));
  return fc.array(fromJson(items ?? {}), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) });
}

function strings(schema: Json): fc.Arbitrary<string> {
  const { format, minLength = 0, maxLength = 1_000 } = schema;
  if (format === 'uuid') return fc.constantFrom(...knownIds);
  if (format === 'date') return fc.constantFrom('2026-02-28', '2027-07-03');
  const patterns = [schema, ...(schema.allOf ?? [])].flatMap(({ pattern }) => (pattern === undefined ? [] : [new RegExp(pattern, 'u')]));
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength && patterns.every((pattern) => pattern.test(text));
  const fitting = samples.filter(fits);
  if (fitting.length > 0) return fc.constantFrom(...fitting);
  const [first] = patterns;
  return first ? fc.stringMatching(first).filter(fits) : fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 20) });
}

function numbers({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Json): fc.Arbitrary<number> {
  const least = minimum ?? exclusiveMinimum ?? -1_000_000;
  const most = maximum ?? exclusiveMaximum ?? 8_000_000_000_000;
  if (type === 'number') return fc.double({ min: least, max: most, noNaN: true });
  // Small ones meet each other: the same moment twice, the same number twice.
  return fc.oneof(
    fc.integer({ min: least, max: Math.min(most, least + 5) }),
    fc.maxSafeInteger().map((n) => least + (Math.abs(n) % (most - least + 1))),
  );
}
