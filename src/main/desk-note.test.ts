import { expect, test } from 'vitest';
import { noteOf } from './desk-note';

const id = '019a0000-0000-7000-8000-000000000000';

test('a note is a few words, and at most the id of a record', () => {
  expect(noteOf({ title: '超时', body: 'x'.repeat(900), urgent: 1, record: { kind: 'fault', id, title: 'A-2026-000001' } })).toEqual({
    title: '超时',
    body: 'x'.repeat(400),
    urgent: false,
    record: { kind: 'fault', id, title: 'A-2026-000001' },
  });
  expect(noteOf({ title: '超时', body: '', urgent: true, record: { kind: '../x', id, title: '' } })).toEqual({
    title: '超时',
    body: '',
    urgent: true,
  });
  for (const junk of [undefined, null, 1, 'x', {}, { title: '', body: '' }, { title: 1, body: 2 }]) expect(noteOf(junk)).toBeUndefined();
});
