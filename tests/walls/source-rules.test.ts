import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clockReadings, literalWords } from './source-scan';

const root = resolve(import.meta.dirname, '../..');

function entriesUnder(folder: string) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).map((entry) => ({
    isFile: entry.isFile(),
    path: relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
  }));
}

function sourcesUnder(folder: string, ending: RegExp): string[] {
  const files = entriesUnder(folder).filter(({ isFile }) => isFile);
  return files.map(({ path }) => path).filter((path) => ending.test(path) && !/\.test\.tsx?$/.test(path));
}

describe('only the clock files read the clock', () => {
  const clocks = ['src/shared/clock.ts', 'src/station/clock.ts', 'src/main/clock.ts', 'src/renderer/clock.ts'];

  test.each(['Date.now()', 'const now = Date.now', 'new Date()', 'new Date', 'Date()', 'dayjs()'])('%s is refused', (planted) => {
    expect(clockReadings('planted.ts', planted)).toHaveLength(1);
  });

  test.each(['new Date(at)', '// Date.now()', '"new Date()"', 'dayjs(at)', 'Date.UTC(2026, 0)'])('%s is allowed', (planted) => {
    expect(clockReadings('planted.ts', planted)).toEqual([]);
  });

  test('no other file does', () => {
    const others = sourcesUnder('src', /\.tsx?$/).filter((path) => !clocks.includes(path));
    expect(others.flatMap((path) => clockReadings(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });
});

describe('components hold no literal text', () => {
  test.each(["const title = '值班日志'", 'const x = <b title="故障" />', 'const x = <b>{`共 ${n}`}</b>', 'const x = <b>Faults</b>'])(
    '%s is refused',
    (planted) => {
      expect(literalWords('planted.tsx', planted)).toHaveLength(1);
    },
  );

  test.each(['// 值班日志', 'const x = <b>{words.title}</b>', 'const x = <Kbd>Ctrl</Kbd>', 'const x = <b>·</b>'])(
    '%s is allowed',
    (planted) => {
      expect(literalWords('planted.tsx', planted)).toEqual([]);
    },
  );

  test('none does', () => {
    const components = sourcesUnder('src/renderer', /\.tsx$/).filter((path) => !path.startsWith('src/renderer/i18n/'));
    expect(components.flatMap((path) => literalWords(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });
});

test('no folder is a drawer for everything', () => {
  const drawers = new Set(['utils', 'util', 'helpers', 'services', 'types', 'hooks', 'common', 'lib']);
  const folders = ['src', 'tests', 'scripts'].flatMap(entriesUnder).filter(({ isFile }) => !isFile);
  expect(folders.map(({ path }) => path).filter((path) => drawers.has(basename(path)))).toEqual([]);
});
