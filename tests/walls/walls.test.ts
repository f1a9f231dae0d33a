// Plants one forbidden import per wall in a small tree of its own, under the real rules, and sees each refused.
import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
// Inside the project, so that packages are found in its node_modules. Two houses: a planted import brings types along.
const plot = join(root, '.tmp', `walls-${process.pid}`);
const houseOfImports = join(plot, 'imports');
const houseOfWords = join(plot, 'words');

const RESIDENTS: Record<string, string> = {
  'src/shared/words.ts': "import { z } from 'zod';\nexport const word = z.string();",
  'src/station/router.ts':
    "import { word } from '../shared/words';\nimport { readFileSync } from 'node:fs';\nexport const router = [word, readFileSync];",
  'src/station/people/projection.ts': 'export const people = 1;',
  'src/station/people/index.ts': "export { people } from './projection';",
  'src/station/faults/projection.ts': 'export const faults = 1;',
  'src/station/faults/commands.ts':
    "import { people } from '../people';\nimport { router } from '../router';\nimport { faults } from './projection';\nexport const commands = [people, router, faults];",
  'src/main/windows.ts': "import { app } from 'electron';\nimport { word } from '../shared/words';\nexport const windows = [app, word];",
  'src/preload/bridge.ts': "import { ipcRenderer } from 'electron';\nexport const bridge = ipcRenderer;",
  'src/renderer/people/PeopleList.ts': 'export const PeopleList = 1;',
  'src/renderer/people/index.ts': "export { PeopleList } from './PeopleList';",
  'src/renderer/faults/FaultBoard.ts':
    "import { PeopleList } from '../people';\nimport { word } from '../../shared/words';\nexport const FaultBoard = [PeopleList, word];",
};

/** File, what it imports, and the rule of .dependency-cruiser.cjs that must refuse it. */
const PLANTED_IMPORTS: [file: string, imported: string, rule: string][] = [
  ['src/shared/takes-node.ts', 'node:fs', 'shared-imports-only-zod'],
  ['src/shared/takes-package.ts', 'react', 'shared-imports-only-zod'],
  ['src/shared/takes-station.ts', '../station/router', 'shared-imports-only-zod'],
  ['src/renderer/takes-node.ts', 'node:fs', 'renderer-knows-no-node'],
  ['src/renderer/takes-station.ts', '../station/router', 'renderer-knows-only-shared'],
  ['src/renderer/takes-main.ts', '../main/windows', 'renderer-knows-only-shared'],
  ['src/renderer/takes-preload.ts', '../preload/bridge', 'renderer-knows-only-shared'],
  ['src/renderer/takes-database.ts', 'better-sqlite3', 'renderer-knows-only-shared'],
  ['src/renderer/takes-drizzle.ts', 'drizzle-orm', 'renderer-knows-only-shared'],
  ['src/renderer/takes-electron.ts', 'electron', 'only-the-shell-imports-electron'],
  ['src/station/takes-electron.ts', 'electron', 'only-the-shell-imports-electron'],
  ['src/station/takes-react.ts', 'react', 'station-knows-no-screen'],
  ['src/station/takes-mantine.ts', '@mantine/core', 'station-knows-no-screen'],
  ['src/station/takes-main.ts', '../main/windows', 'station-knows-no-screen'],
  ['src/station/takes-renderer.ts', '../renderer/people', 'station-knows-no-screen'],
  ['src/main/takes-station.ts', '../station/router', 'shell-knows-only-shared'],
  ['src/main/takes-preload.ts', '../preload/bridge', 'main-and-preload-apart'],
  ['src/preload/takes-main.ts', '../main/windows', 'main-and-preload-apart'],
  ['src/station/faults/takes-inside.ts', '../people/projection', 'slices-meet-through-index'],
  ['src/renderer/faults/takes-inside.ts', '../people/PeopleList', 'slices-meet-through-index'],
  ['src/station/takes-inside.ts', './people/projection', 'slices-are-entered-through-index'],
  ['src/station/circle-begins.ts', './circle-closes', 'no-circles'],
];

/** File, what it says, and the error of tsc that must refuse it. */
const PLANTED_WORDS: [file: string, source: string, error: string][] = [
  ['src/shared/speaks-node.ts', 'export const here = process.cwd();', 'TS2591'],
  ['src/shared/speaks-page.ts', 'export const title = document.title;', 'TS2584'],
  ['src/station/speaks-page.ts', 'export const title = document.title;', 'TS2584'],
  ['src/renderer/speaks-node.ts', 'export const here = process.cwd();', 'TS2591'],
  ['src/renderer/reaches-over.ts', "export { faults } from '../station/faults/projection';", 'TS6307'],
  ['src/station/reaches-over.ts', "export { PeopleList } from '../renderer/people/PeopleList';", 'TS6307'],
];

const walls = new Set<string>();
let compiler = '';

beforeAll(async () => {
  for (const house of [houseOfImports, houseOfWords]) {
    for (const file of [...globSync('tsconfig*.json', { cwd: root }), '.dependency-cruiser.cjs'])
      cpSync(join(root, file), join(house, file));
    for (const [file, source] of Object.entries(RESIDENTS)) put(house, file, source);
  }
  // Imports of types are refused as well: a wall with a window is no wall.
  for (const [file, imported] of PLANTED_IMPORTS) put(houseOfImports, file, `export type * as planted from '${imported}';`);
  put(houseOfImports, 'src/station/circle-closes.ts', "export * from './circle-begins';");
  for (const [file, source] of PLANTED_WORDS) put(houseOfWords, file, source);

  const rooms = ['shared', 'station', 'main', 'preload', 'renderer'].map((room) => `tsconfig.${room}.json`);
  const [cruised, compiled] = await Promise.all([
    tool(houseOfImports, 'dependency-cruiser/bin/dependency-cruiser.mjs', ['src', '--output-type', 'json']),
    tool(houseOfWords, 'typescript/bin/tsc', ['-b', '--pretty', 'false', ...rooms]),
  ]);
  const { summary } = JSON.parse(cruised) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  for (const { rule, from } of summary.violations) walls.add(`${from} ${rule.name}`);
  compiler = compiled;
}, 60_000);

afterAll(() => rmSync(plot, { recursive: true, force: true }));

function put(house: string, file: string, source: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), `${source}\n`);
}

function tool(house: string, file: string, args: string[]): Promise<string> {
  return new Promise((done) => {
    // Both end with an error code here: they find what was planted.
    execFile(process.execPath, [join(root, 'node_modules', file), ...args], { cwd: house, maxBuffer: 64 << 20 }, (_, stdout) =>
      done(stdout),
    );
  });
}

describe('imports', () => {
  test.each(PLANTED_IMPORTS)('%s may not import %s', (file, _imported, rule) => {
    expect([...walls]).toContain(`${file} ${rule}`);
  });

  test('what the house does itself is allowed', () => {
    expect([...walls].filter((wall) => Object.keys(RESIDENTS).some((file) => wall.startsWith(`${file} `)))).toEqual([]);
  });
});

describe('types', () => {
  test.each(PLANTED_WORDS)('%s may not say: %s', (file, _source, error) => {
    expect(compiler).toMatch(new RegExp(`^${file.replaceAll('.', '\\.')}\\(.*error ${error}:`, 'm'));
  });

  test('what the house does itself is allowed', () => {
    expect(compiler.split('\n').filter((line) => Object.keys(RESIDENTS).some((file) => line.startsWith(`${file}(`)))).toEqual([]);
  });
});
