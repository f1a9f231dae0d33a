import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/shared/canonical';
import { waitingReasons } from '../../src/shared/faults/intake';
import { faultStates } from '../../src/shared/faults/states';
import { Registry, type FoldableEntry } from '../../src/station/journal/registry';
import { faultProjection } from '../../src/station/faults';
import { openDatabase } from '../../src/station/database/open';
import { createTable } from '../../src/station/database/projection-table';
import { join } from 'node:path';
import { resources } from '../support/memory-station';

const faultClasses = ['A', 'B', 'C'] as const;

const stations = ['01890000-0000-7000-8000-00000000000a', '01890000-0000-7000-8000-00000000000b', '01890000-0000-7000-8000-00000000000c'];
/** Few, so that a settlement often names an entry that is there. */
const ids = Array.from({ length: 20 }, (_, i) => `01890000-0000-7000-8000-0000000001${String(i).padStart(2, '0')}`);
const registry = new Registry([faultProjection]);
const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map((drawn) => drawn.replace(/[\p{C}\s]/gu, '') || '文');
const step = {
  by: fc.record({ id: fc.uuid(), name: text }),
  from: fc.constantFrom(...faultStates),
  seen: fc.dictionary(fc.constantFrom(...stations), fc.integer({ min: 1, max: 60 })),
};
const noted = { note: text };
const payloads: Record<string, fc.Arbitrary<object>> = {
  'fault.reported@1': fc.record({
    number: fc.integer({ min: 1, max: 999_999 }).map((n) => `A-2026-${String(n).padStart(6, '0')}`),
    source: fc.constant('phone'),
    foundAt: fc.nat(),
    reportedAt: fc.nat(),
    place: text,
    subsystem: fc.constant('network'),
    symptom: text,
    scope: text,
    tried: text,
    class: fc.constantFrom(...faultClasses),
    attachments: fc.constant([]),
    by: step.by,
  }),
  'fault.dispatched@1': fc.record({ ...step, engineer: fc.record({ name: text }) }),
  'fault.diagnosed@1': fc.record({ ...step, cause: text }),
  'fault.waitingStarted@1': fc.record({ ...step, waitingFor: fc.constantFrom(...waitingReasons) }),
  'fault.repaired@1': fc.record({ ...step, remedy: text }),
  'fault.verified@1': fc.record({ ...step, holds: fc.boolean() }),
  'fault.reopened@1': fc.record({ ...step, reason: text }),
  'fault.mergedInto@1': fc.record({ ...step, into: fc.uuid() }),
  'fault.cancelled@1': fc.record({ ...step, reason: text }),
  'fault.reclassified@1': fc.record({ ...step, class: fc.constantFrom(...faultClasses), reason: text }),
  'fault.settled@1': fc.record({ ...step, side: fc.constantFrom(...ids) }),
  'fault.noted@1': fc.record({ ...step, ...noted }),
  // Also what a fold must pass over: a payload of another shape, an event of another time.
  'fault.accepted@9': fc.record({ strange: text }),
};
for (const name of ['accepted', 'acknowledged', 'arrived', 'waitingEnded', 'confirmed', 'closed'])
  payloads[`fault.${name}@1`] = fc.record(step);

const entry = fc
  .constantFrom(...Object.keys(payloads))
  .chain((name) =>
    fc.tuple(
      fc.constant(name),
      fc.oneof({ weight: 20, arbitrary: payloads[name] as fc.Arbitrary<object> }, { weight: 1, arbitrary: fc.constant({}) }),
    ),
  );
const entries = fc
  .array(fc.tuple(entry, fc.constantFrom(...stations), fc.constantFrom(...ids), fc.nat()), { maxLength: 40 })
  .map((drawn): FoldableEntry[] =>
    drawn.map(([[name, payload], station, id, at], i) => ({
      name,
      payload: canonicalJson(payload),
      facts: { id, at, actor: 'x', station, seq: i + 1 },
    })),
  );

const { raw } = openDatabase(':memory:', join(resources, 'migrations'));
for (const table of faultProjection.tables) createTable(raw, table);

describe('folds of faults', () => {
  test('every order and every part of the entries folds, twice alike, into a state that can be kept and read', () => {
    const store = faultProjection.open(raw);
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.nat()), (drawn, order) => {
        const shuffled = drawn.map((one) => ({ one, at: order.next().value as number })).sort((a, b) => a.at - b.at);
        for (const list of [drawn, shuffled.map(({ one }) => one), drawn.filter(({ name }) => name !== 'fault.reported@1')]) {
          const state = registry.fold(faultProjection, 'fault:x', undefined, list);
          expect(canonicalJson(registry.fold(faultProjection, 'fault:x', undefined, list))).toBe(canonicalJson(state));
          store.save(1, 'x', state, undefined);
          expect(canonicalJson(store.load(1))).toBe(canonicalJson(state));
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('folding on top of a kept state equals folding anew', () => {
    const store = faultProjection.open(raw);
    fc.assert(
      fc.property(entries, fc.nat(40), (list, cut) => {
        store.save(2, 'y', registry.fold(faultProjection, 'fault:y', undefined, list.slice(0, cut)), undefined);
        const onTop = registry.fold(faultProjection, 'fault:y', store.load(2), list.slice(cut));
        expect(canonicalJson(onTop)).toBe(canonicalJson(registry.fold(faultProjection, 'fault:y', undefined, list)));
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});
