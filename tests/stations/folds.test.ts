import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/shared/canonical';
import type { EventKind } from '../../src/shared/event';
import { serviceProfilePublished } from '../../src/shared/service-profiles/events';
import type { Projection } from '../../src/station/journal/projection';
import { type FoldableEntry, Registry } from '../../src/station/journal/registry';
import { projections } from '../../src/station/projections';
import { shippedProfiles } from '../../src/station/service-profiles/shipped';
import { planSubmitted } from '../../src/shared/plans/events';
import { arbitraryOf } from '../support/arbitrary';
import { smallPlan } from '../support/small-plan';
import { resources } from '../support/resources';
import { memoryStation } from '../support/memory-station';

const registry = new Registry(projections);
const { station } = memoryStation('folds');
const { raw } = station.journal;

const letters = ['a', 'b', 'c'];
const facts = fc.record({
  // Ids that the station derives itself may stand in two chains; the others are unique.
  id: fc.oneof(fc.uuid({ version: 7 }), fc.constantFrom('019a0000-0000-8000-8000-000000000001', '019a0000-0000-8000-8000-000000000002')),
  at: fc.integer({ min: 0, max: 8_000_000_000_000 }),
  actor: fc.constantFrom('station', '019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002'),
  station: fc.constantFrom(...letters.map((letter) => `019a0000-0000-7000-8000-00000000000${letter}`)),
  seq: fc.integer({ min: 1, max: 9 }),
});

/** A service profile or a plan points at parts of itself: chance would look for ever for one that fits. Real ones stand for all. */
const pointing: Record<string, fc.Arbitrary<unknown>> = {
  [serviceProfilePublished.eventName]: fc.record({
    author: fc.constantFrom('', '系统管理员'),
    profile: fc.constantFrom(...shippedProfiles(resources).map(({ profile }) => profile)),
    reason: fc.constantFrom('shipped', '合同续签'),
  }),
  [planSubmitted.eventName]: fc.record({
    author: fc.constantFrom('', '应急组长'),
    template: fc.constantFrom(smallPlan(), smallPlan({ reviewEveryMonths: 6 })),
    reason: fc.constantFrom('shipped', '复盘后修订'),
  }),
};
const payloadOf = (event: EventKind): fc.Arbitrary<unknown> => pointing[event.eventName] ?? arbitraryOf(event.payload);

/** Any events of the stream in any order: repeated, without the first, with some that nobody knows. */
function entriesOf(projection: Projection): fc.Arbitrary<FoldableEntry[]> {
  const known = projection.folds.map(({ event }) =>
    fc.record({ name: fc.constant(event.eventName), payload: payloadOf(event).map(canonicalJson), facts }),
  );
  const strange = fc.record({
    name: fc.constantFrom(`${projection.kind}.neverHeardOf@1`, ...projection.folds.map(({ event }) => event.eventName)),
    payload: fc.constantFrom('{}', '[]', 'null', '{"__proto__":{"by":1}}', '"text"'),
    facts,
  });
  return fc.array(fc.oneof({ weight: 12, arbitrary: fc.oneof(...known) }, { weight: 1, arbitrary: strange }), { maxLength: 14 });
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}

/** As a table gives it back. */
const stored = (state: unknown): unknown => JSON.parse(canonicalJson(state));
const runs = { seed: 20_261_122, numRuns: 150, endOnFailure: true };

describe.each(projections.map((projection) => [projection.kind, projection] as const))('the fold of %s', (kind, projection) => {
  const stream = `${kind}:019a0000-0000-7000-8000-000000000009`;
  const fold = (from: unknown, entries: FoldableEntry[]) => registry.fold(projection, stream, from, entries);

  test('takes any events in any order, and gives plain JSON', () => {
    fc.assert(
      fc.property(entriesOf(projection), (entries) => {
        expect(() => canonicalJson(fold(undefined, entries))).not.toThrow();
      }),
      runs,
    );
  });

  test('goes on from what a table gave back as if it had never stopped, and changes nothing it was handed', () => {
    fc.assert(
      fc.property(entriesOf(projection), (all) => {
        // A derived event told twice makes its stream fold anew: see Folding.take.
        const entries = all.filter(({ facts: { id } }, i) => all.findIndex((other) => other.facts.id === id) === i);
        let state: unknown;
        for (const entry of entries) state = frozen(stored(fold(state, [entry])));
        const whole = fold(undefined, entries);
        if (entries.length > 0) expect(canonicalJson(state)).toBe(canonicalJson(whole));
      }),
      runs,
    );
  });

  test('what comes out can be kept in its tables, changed there, and read back', () => {
    const store = projection.open(raw);
    fc.assert(
      fc.property(entriesOf(projection), entriesOf(projection), (first, second) => {
        raw.exec('BEGIN');
        try {
          const before = fold(undefined, first);
          store.save(1, stream.slice(stream.indexOf(':') + 1), before, undefined);
          store.flush?.();
          const kept = store.load(1);
          expect(canonicalJson(kept)).toBe(canonicalJson(before));
          const after = fold(kept, second);
          store.save(1, stream.slice(stream.indexOf(':') + 1), after, kept);
          store.flush?.();
          expect(canonicalJson(store.load(1))).toBe(canonicalJson(after));
        } finally {
          raw.exec('ROLLBACK');
          store.forget?.();
        }
      }),
      runs,
    );
  });
});
