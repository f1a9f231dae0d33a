import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesOf, type Piece } from './pages';

const table = (key: string) => ({ key, headHeight: 10 });

test('what fits stands on one page', () => {
  expect(pagesOf([{ height: 40 }, { height: 60 }], 100)).toEqual([{ pieces: [0, 1] }]);
});

test('a heading goes over with what it heads', () => {
  const pieces: Piece[] = [{ height: 70 }, { height: 10, keepsWithNext: true }, { height: 10, keepsWithNext: true }, { height: 20 }];
  expect(pagesOf(pieces, 100)).toEqual([{ pieces: [0] }, { pieces: [1, 2, 3] }]);
});

test('a table that goes on repeats its head, and the head takes room', () => {
  const rows: Piece[] = Array.from({ length: 5 }, () => ({ height: 45, table: table('items') }));
  expect(pagesOf(rows, 100)).toEqual([{ pieces: [0, 1] }, { pieces: [2, 3], continues: 'items' }, { pieces: [4], continues: 'items' }]);
});

test('every piece stands on exactly one page, in order, and no page is overfull but for a piece too high for any', () => {
  const piece = fc.record({
    height: fc.integer({ min: 1, max: 130 }),
    keepsWithNext: fc.boolean(),
    table: fc.option(fc.constantFrom('a', 'b').map(table), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const pages = pagesOf(pieces, 100);
      expect(pages.flatMap((page) => page.pieces)).toEqual(pieces.map((_, at) => at));
      for (const { pieces: on, continues } of pages) {
        const height = on.reduce((sum, at) => sum + (pieces[at]?.height ?? 0), continues ? 10 : 0);
        if (on.length > 1) expect(height).toBeLessThanOrEqual(100);
      }
    }),
    { seed: 20261122, numRuns: 500 },
  );
});
