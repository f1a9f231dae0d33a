// Writes src/station/search/initials-table.ts: the first letter of the common reading of every Chinese character
// U+4E00–U+9FFF. A table, because asking the library per character would cost more than the whole search index.
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

let table = '';
for (let code = 0x4e00; code <= 0x9fff; code++) {
  const letter = pinyin(String.fromCharCode(code), { pattern: 'first', toneType: 'none' });
  table += /^[a-z]$/.test(letter) ? letter : '.';
}
const lines = (table.match(/.{1,120}/g) ?? []).map((line) => `  '${line}',`);
writeFileSync(
  new URL('../src/station/search/initials-table.ts', import.meta.url),
  `/** Made by scripts/pinyin-initials.mjs: first letters of U+4E00–U+9FFF, a dot where there is none. */\nexport const initialsTable = [\n${lines.join('\n')}\n].join('');\n`,
);
