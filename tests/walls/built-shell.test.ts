import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const shell = resolve(import.meta.dirname, '../../out/main/index.cjs');

/** What a built file requires as soon as it is loaded, and what those files require in turn. */
function loadedBy(file: string, found = new Set<string>()): Set<string> {
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/^(?:(?:const|let|var) \w+ = )?require\("([^"]+)"\)/gm)) {
    if (name === undefined || found.has(name)) continue;
    found.add(name);
    if (name.startsWith('.')) loadedBy(join(dirname(file), name), found);
  }
  return found;
}

test('the shell as it was built loads Electron, Node and nothing of the station', () => {
  const loaded = [...loadedBy(shell)];
  expect(loaded).toContain('electron');
  expect(loaded.filter((name) => !/^(electron$|node:|\.\/(chunks\/)?(rolldown-runtime|data-directory)-)/.test(name))).toEqual([]);
});
