import { limits, Unreadable } from './limits';
import { openZip, storedZip, type Zip } from './zip';

/** A rectangle of merged cells, from 1, both ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface VettedSheet {
  name: string;
  hidden: boolean;
  merges: Merge[];
}

export interface VettedWorkbook {
  /** A workbook of values only, safe to hand to exceljs. */
  content: Buffer;
  /** In the order of the tabs; `content` names them `1`, `2`, … */
  sheets: VettedSheet[];
}

/**
 * Takes the values out of an .xlsx and leaves everything else behind. exceljs expands what a file only declares (defined
 * names, data validations, merges: one of whole columns fills the memory), inflates whatever it is given, and knows no
 * bounds; so it is given only sheets whose cells were counted, with a workbook part written here.
 */
export function vetWorkbook(bytes: Buffer, most: { cells: number } = limits): VettedWorkbook {
  const zip = openZip(bytes);
  const workbook = textOf(zip, 'xl/workbook.xml');
  if (workbook === undefined) throw new Unreadable('notASpreadsheet');
  const targets = targetsOf(textOf(zip, 'xl/_rels/workbook.xml.rels') ?? '');
  const listed = [...workbook.matchAll(/<sheet\s([^<>]*)>/g)].map((match) => attributesOf(match[1] as string));
  if (listed.length > limits.sheets) throw new Unreadable('spreadsheetTooComplex');
  const parts = new Map<string, Buffer>();
  const sheets: VettedSheet[] = [];
  let cells = 0;
  for (const facts of listed) {
    const place = targets.get(facts.get('id') ?? '');
    const xml = place === undefined ? undefined : textOf(zip, place);
    // A chart sheet, or a tab whose part is missing.
    if (xml === undefined || !xml.includes('<sheetData')) continue;
    cells += countOf(xml, '<c ') + countOf(xml, '<c>');
    if (cells > most.cells || countOf(xml, '<row') > limits.rows) throw new Unreadable('spreadsheetTooComplex');
    sheets.push({ name: facts.get('name') ?? '', hidden: (facts.get('state') ?? 'visible') !== 'visible', merges: mergesOf(xml) });
    parts.set(`xl/worksheets/sheet${sheets.length}.xml`, Buffer.from(valuesOnly(xml)));
  }
  if (sheets.length === 0) throw new Unreadable('notASpreadsheet');
  for (const part of ['xl/sharedStrings.xml', 'xl/styles.xml']) {
    const xml = textOf(zip, part);
    if (xml !== undefined) parts.set(part, Buffer.from(xml));
  }
  const since1904 = /<workbookPr\s[^<>]*date1904="(1|true)"/.test(workbook);
  return { content: storedZip(new Map([...workbookParts(sheets.length, since1904), ...parts])), sheets };
}

/** XML as text without entity declarations, comments and name space prefixes (the OpenXML SDK writes `<x:row>`). */
function textOf(zip: Zip, name: string): string | undefined {
  const bytes = zip.read(name);
  if (!bytes) return undefined;
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = bytes.toString(utf16 ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable('notASpreadsheet');
  return text.replace(/^<\?xml[^>]{0,200}\?>/, '').replace(/<(\/?)[A-Za-z][A-Za-z0-9]{0,15}:/g, '<$1');
}

function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)].map(([, name, value]) => [
      (name as string).replace(/^.*:/, ''),
      unescaped(value as string),
    ]),
  );
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return entities[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Part names by relationship id; targets are relative to `xl/` or absolute. */
function targetsOf(relations: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [, text] of relations.matchAll(/<Relationship\s([^<>]*)>/g)) {
    const facts = attributesOf(text as string);
    const target = facts.get('Target') ?? '';
    targets.set(facts.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  }
  return targets;
}

function countOf(text: string, piece: string): number {
  let count = 0;
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) count += 1;
  return count;
}

/** Formulas go, the values they last gave stay; of the parts around the cells nothing is kept. */
function valuesOnly(xml: string): string {
  const start = xml.indexOf('<sheetData');
  const end = xml.lastIndexOf('</sheetData>');
  const data = end > start ? `${xml.slice(start, end)}</sheetData>` : '<sheetData/>';
  return `<worksheet xmlns="${main}">${data.replace(/<f(?:\s[^<>]*)?\/>|<f(?:\s[^<>]*)?>[^<]*<\/f>/g, '')}</worksheet>`;
}

function mergesOf(xml: string): Merge[] {
  const after = xml.slice(Math.max(0, xml.lastIndexOf('</sheetData>')));
  const merges: Merge[] = [];
  for (const [, left, top, right, bottom] of after.matchAll(
    /<mergeCell\s[^<>]{0,100}?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g,
  )) {
    if (merges.length >= limits.merges) throw new Unreadable('spreadsheetTooComplex');
    merges.push({ top: Number(top), left: columnNumber(left as string), bottom: Number(bottom), right: columnNumber(right as string) });
  }
  return merges;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A → 1, the way round that people read: 1 → A. */
export function columnName(number: number): string {
  return number <= 26 ? String.fromCharCode(64 + number) : columnName(Math.floor((number - 1) / 26)) + columnName(((number - 1) % 26) + 1);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function workbookParts(sheets: number, since1904: boolean): Map<string, Buffer> {
  const numbers = Array.from({ length: sheets }, (_, i) => i + 1);
  const list = numbers.map((n) => `<sheet name="${n}" sheetId="${n}" r:id="rId${n}"/>`).join('');
  const links = numbers
    .map((n) => `<Relationship Id="rId${n}" Type="${relationships}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join('');
  return new Map([
    [
      'xl/workbook.xml',
      Buffer.from(
        `<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr date1904="${since1904 ? 1 : 0}"/><sheets>${list}</sheets></workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      Buffer.from(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`),
    ],
  ]);
}
