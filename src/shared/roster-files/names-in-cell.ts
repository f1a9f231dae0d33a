/** A name as it stands in a cell, and what stands in brackets behind it. */
export interface WrittenName {
  text: string;
  /** `于磊（替孙艳）`: the person whose shift it was. */
  standsFor?: string;
  /** `孙艳（于磊替）`: the person who stands instead. */
  standIn?: string;
  /** Any other remark in brackets. */
  note?: string;
}

export interface WrittenCell {
  names: WrittenName[];
  /** Posts that the cell says are open. */
  open: number;
}

const separators = /[、，,/／;；|｜\n\r\t＋+&＆]/u;
const blanks = /[^\S\n\r\t]/u;
/** Taken for something else on the way, by us or by a spreadsheet (`_x0041_` is an A there), or lost. */
const unsafe = /[“”⟨⟩_]|\p{C}|[\p{Zl}\p{Zp}]/u;
const han = /^\p{Script=Han}$/u;
const latinWord = /^[\p{Script=Latin}.'’-]+$/u;
const numerals: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };
const openPost =
  /^(?:(?:尚?空?缺(?:员|岗|额)?|空岗)(\d{1,2}|[一二两三四五六七八九十])?(?:人|名|岗|个)?,?(?:待定|待补)?|待(?:定|补|排|安排)(\d{1,2})?人?|(\d{1,2})(?:人|名)待(?:定|补)|\?{1,3})$/u;

/** Posts that a piece of text says are open: `缺1人待定`, `空缺2人`, `待定`; 0 when it says nothing of the kind. */
export function openPostsIn(text: string): number {
  const match = openPost.exec(text.normalize('NFKC').replace(/\s/gu, ''));
  if (!match) return 0;
  const said = match[1] ?? match[2] ?? match[3];
  const count = said === undefined ? 1 : (numerals[said] ?? Number(said));
  return Math.min(Math.max(count, 0), 12);
}

/**
 * The names in a cell of a roster: parted by 、 ， / ; | a line break or blanks; a blank inside a short name (`李　静`) only pads it.
 * What stands in “ ” is one name whatever is in it.
 */
export function namesInCell(text: string): WrittenCell {
  const cell: WrittenCell = { names: [], open: 0 };
  for (const chunk of chunksOf(text)) {
    for (const name of namesOfChunk(chunk)) {
      const bare = name.quoted ? 0 : openPostsIn(name.text);
      const inBrackets = name.brackets.map(openPostsIn).reduce((sum, count) => sum + count, 0);
      cell.open = Math.min(12, cell.open + bare + inBrackets);
      if (bare > 0 || name.text === '') continue;
      cell.names.push(
        writtenName(
          name.text,
          name.brackets.filter((bracket) => bracket !== '' && openPostsIn(bracket) === 0),
        ),
      );
    }
  }
  return cell;
}

/** The cell that says just this; {@link namesInCell} reads it back unchanged. */
export function cellOfNames(names: readonly string[], open: number): string {
  return [...names.map(plainOrQuoted), ...(open > 0 ? [`缺${open}人`] : [])].join('、');
}

function plainOrQuoted(name: string): string {
  const { names, open } = namesInCell(name);
  const [only] = names;
  const plain = open === 0 && !unsafe.test(name) && names.length === 1 && only?.text === name && Object.keys(only).length === 1;
  return plain ? name : `“${escaped(name)}”`;
}

/** Characters that a spreadsheet does not keep, or takes for something else, stand as ⟨hex⟩. */
function escaped(name: string): string {
  return [...name].map((sign) => (unsafe.test(sign) ? `⟨${sign.codePointAt(0)?.toString(16)}⟩` : sign)).join('');
}

function unescaped(text: string): string {
  return text.replace(/⟨([0-9a-f]{1,6})⟩/gu, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

type Part = { kind: 'text' | 'quoted' | 'bracket'; text: string };

/** Parts between hard separators; quotes and brackets hold together what is in them. */
function chunksOf(text: string): Part[][] {
  const chunks: Part[][] = [[]];
  const add = (kind: Part['kind'], piece: string) => chunks.at(-1)?.push({ kind, text: piece });
  const signs = [...text];
  let plain = '';
  const flush = () => {
    if (plain !== '') add('text', plain);
    plain = '';
  };
  for (let at = 0; at < signs.length; at++) {
    const sign = signs[at] as string;
    const closing = sign === '“' ? '”' : sign === '（' || sign === '(' ? '）)' : undefined;
    const end = closing === undefined ? -1 : signs.findIndex((other, i) => i > at && closing.includes(other));
    if (end > 0) {
      flush();
      const inner = signs.slice(at + 1, end).join('');
      add(sign === '“' ? 'quoted' : 'bracket', sign === '“' ? unescaped(inner) : inner.trim());
      at = end;
    } else if (separators.test(sign)) {
      flush();
      chunks.push([]);
    } else {
      plain += sign;
    }
  }
  flush();
  return chunks;
}

interface Found {
  text: string;
  quoted: boolean;
  brackets: string[];
}

function namesOfChunk(parts: readonly Part[]): Found[] {
  const found: Found[] = [];
  for (const { kind, text } of parts) {
    if (kind === 'quoted') found.push({ text, quoted: true, brackets: [] });
    else if (kind === 'text') found.push(...wordsOf(text).map((word) => ({ text: word, quoted: false, brackets: [] })));
    else if (found.length === 0) found.push({ text: '', quoted: false, brackets: [text] });
    else found.at(-1)?.brackets.push(text);
  }
  return found;
}

/** Blanks part names, but for those that pad a short one. Where wide and narrow blanks stand together, only the narrow ones part. */
function wordsOf(text: string): string[] {
  const narrow = text.split(/[^\S\u3000]+/u).filter((word) => word.trim() !== '');
  const mixed = narrow.length > 1 && text.includes('\u3000');
  return (mixed ? narrow : [text]).flatMap((piece) => joined(piece.split(blanks).filter((word) => word !== '')));
}

function joined(words: readonly string[]): string[] {
  const names: { text: string; singles: number; latin: boolean }[] = [];
  for (const [index, word] of words.entries()) {
    const last = names.at(-1);
    const single = han.test(word);
    const latin = latinWord.test(word);
    if (latin && last?.latin) last.text += ` ${word}`;
    // One character is half a name: two such are one, a third only if no fourth follows it.
    else if (single && last && (last.singles === 1 || !startsPair(words, index))) {
      last.text += word;
      last.singles = last.singles > 0 ? last.singles + 1 : 0;
    } else names.push({ text: word, singles: single ? 1 : 0, latin });
  }
  return names.map((name) => name.text);
}

function startsPair(words: readonly string[], index: number): boolean {
  return han.test(words[index + 1] ?? '');
}

const standsFor = /^(?:代替|顶替|替班|代班|顶班|替|代|顶)(?:换)?[:\s]*(\S{1,20})$/u;
const standIn = /^(?:由)?(\S{1,20}?)(?:代替|顶替|替班|代班|顶班|替|代|顶)$/u;

function writtenName(text: string, brackets: readonly string[]): WrittenName {
  const [bracket, ...more] = brackets;
  if (bracket === undefined) return { text };
  const clean = bracket.normalize('NFKC').replace(/\s/gu, '');
  const rest = more.length > 0 ? { note: more.join('、').slice(0, 60) } : {};
  const before = standsFor.exec(clean)?.[1];
  if (before !== undefined) return { text, standsFor: before, ...rest };
  const instead = standIn.exec(clean)?.[1];
  if (instead !== undefined) return { text, standIn: instead, ...rest };
  return { text, note: [bracket, ...more].join('、').slice(0, 60) };
}
