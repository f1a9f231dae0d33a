import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { keepPaper, paperNameOf, paperPath } from './paper-files';

const made: string[] = [];
const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'duty-papers-'));
  made.push(path);
  return path;
};
afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});
const bytes = (text: string) => new TextEncoder().encode(text);

test('a paper is kept under its name; a second one beside it, never in its place', () => {
  const data = folder();
  const name = { name: '交接班登记表-2026-11-22-夜班', year: '2026', version: '0a1b2c3d' };
  expect(keepPaper(data, name, bytes('first'))).toBe('2026/交接班登记表-2026-11-22-夜班.pdf');
  expect(keepPaper(data, { ...name, version: '99887766' }, bytes('second'))).toBe('2026/交接班登记表-2026-11-22-夜班-99887766.pdf');
  expect(readdirSync(join(data, 'papers/2026'))).toHaveLength(2);
  expect(readFileSync(join(data, 'papers/2026/交接班登记表-2026-11-22-夜班.pdf'), 'utf8')).toBe('first');
});

test('what a page says can name no other place', () => {
  expect(paperNameOf({ name: '../../x', year: '2026', version: 'a' })?.name).toBe('x');
  expect(paperNameOf({ name: 'x', year: '../1', version: 'a' })).toBeUndefined();
  expect(paperNameOf({ name: 'x', year: '2026', version: '../a' })).toBeUndefined();
  expect(paperNameOf(undefined)).toBeUndefined();
  const data = folder();
  const file = keepPaper(data, { name: 'x', year: '2026', version: 'a' }, bytes(''));
  expect(paperPath(data, file)).toBe(join(data, 'papers/2026/x.pdf'));
  expect(paperPath(data, '../station.db')).toBeUndefined();
  expect(paperPath(data, '../../etc/x.pdf')).toBeUndefined();
  expect(paperPath(data, 7)).toBeUndefined();
});
