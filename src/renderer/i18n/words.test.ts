import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commonRefusals } from '../../shared/answer';
import { contracts } from '../../shared/contracts';
import { roles } from '../../shared/roles';
import type { WordTree } from './word-shapes';
import { words } from './words';

const renderer = join(import.meta.dirname, '..');

function leaves(tree: WordTree, before = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, word]) =>
    typeof word === 'string' ? [[before + name, word] as [string, string]] : leaves(word, `${before}${name}.`),
  );
}
const params = (word: string) =>
  [...word.matchAll(/\{\{\s*(\w+)/g)].map((found) => found[1] ?? '').sort((one, other) => one.localeCompare(other));

describe.each(Object.entries(words))('words of %s', (_space, both) => {
  const zh = new Map(leaves(both.zh));
  const en = new Map(leaves(both.en));
  test('the same names in both languages, none empty, the same facts inside', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    for (const [name, word] of zh) {
      expect.soft(word.trim() || word, name).not.toBe('');
      expect.soft(params(en.get(name) ?? ''), name).toEqual(params(word));
    }
  });
  test('no Chinese in the English, except the name of the other language', () => {
    expect([...en].filter(([name, word]) => name !== 'bar.language' && /\p{Script=Han}/u.test(word))).toEqual([]);
  });
});

test('every refusal that a contract names has a sentence', () => {
  const common = words.common.zh.refusals as Record<string, string>;
  expect(commonRefusals.filter((code) => !(code in common))).toEqual([]);
  for (const [slice, procedures] of Object.entries(contracts)) {
    // A slice without screens has no words yet.
    if (!(slice in words)) continue;
    const own = ((words as Record<string, { zh: WordTree }>)[slice]?.zh.refusals ?? {}) as Record<string, string>;
    for (const procedure of Object.values(procedures)) {
      for (const code of 'refuses' in procedure ? procedure.refuses : [])
        expect.soft(code in own || code in common, `${procedure.name}: ${code}`).toBe(true);
    }
  }
});

test('every role has a name', () => {
  for (const role of roles) expect(words.common.zh.roles).toHaveProperty(role);
});

test('no component holds Chinese text of its own', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const code = readFileSync(join(renderer, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    expect.soft(code, file).not.toMatch(/\p{Script=Han}/u);
  }
});

test('only the clock reads the machine’s time', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
  );
  const guilty = files.filter((file) => file !== 'clock.ts' && /Date\.now\(|new Date\(\)/.test(readFileSync(join(renderer, file), 'utf8')));
  expect(guilty).toEqual([]);
});
