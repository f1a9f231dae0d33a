import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { peopleOfSheets } from '../../src/station/people/import/people-of-sheets';
import { type Cell, type ReadSpreadsheet, type Row, readSpreadsheet, type Sheet } from '../../src/station/spreadsheets';

const real = readFileSync(resolve(import.meta.dirname, '../fixtures/people.xlsx'));

/** An archive of these parts, with whatever lies about their sizes a test wants to tell. */
function zipOf(parts: Record<string, string | Buffer>, claimedSize?: number): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(plain), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claimedSize ?? plain.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, Buffer.from(name));
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, list, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const relations = (target = 'worksheets/sheet1.xml') => `<Relationships><Relationship Id="rId1" Target="${target}"/></Relationships>`;
const workbook = (more = '', facts = '') =>
  `<workbook><workbookPr ${facts}/><sheets><sheet name="人员" sheetId="1" r:id="rId1"/></sheets>${more}</workbook>`;
/** A workbook of one sheet with this XML. */
function bookOf(sheet: string, more: Record<string, string> = {}): Buffer {
  return zipOf({ 'xl/workbook.xml': workbook(), 'xl/_rels/workbook.xml.rels': relations(), 'xl/worksheets/sheet1.xml': sheet, ...more });
}
const sheetXml = (rows: string, after = '') => `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;
const inline = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

const refusedAs = (read: ReadSpreadsheet) => ('refused' in read ? read.refused : undefined);
const texts = (read: ReadSpreadsheet) =>
  'sheets' in read ? read.sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text)) : refusedAs(read);
const isTyped = (read: ReadSpreadsheet) =>
  'sheets' in read || ['fileTooLarge', 'notASpreadsheet', 'oldSpreadsheet', 'spreadsheetTooComplex'].includes(read.refused);

describe('what is no spreadsheet is refused and nothing else happens', () => {
  test('random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 4_000 }),
        async (bytes) => refusedAs(await readSpreadsheet(Buffer.from(bytes))) === 'notASpreadsheet',
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  test('a real file cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: real.length - 1 }), async (length) =>
        isTyped(await readSpreadsheet(real.subarray(0, length))),
      ),
      { numRuns: 150, seed: 2 },
    );
  });

  test('a real file with bytes turned', async () => {
    const turned = fc.array(fc.tuple(fc.integer({ min: 0, max: real.length - 1 }), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(turned, async (changes) => {
        const bytes = Buffer.from(real);
        for (const [at, value] of changes) bytes[at] = value;
        return isTyped(await readSpreadsheet(bytes));
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  test('a sheet of broken XML', async () => {
    const piece = fc.constantFrom(
      '<row r="1">',
      '</row>',
      '<row r="-5">',
      '<row r="99999999999">',
      '<c r="A1">',
      '<c r="ZZZZZZ9" t="s">',
      '<c>',
      '</c>',
      '<v>',
      '</v>',
      '<v>1e999</v>',
      '<v>NaN</v>',
      '<v>99</v>',
      '<c t="s" r="A1"><v>7</v></c>',
      '<c t="b" r="B1"><v>1</v></c>',
      '<c t="e" r="C1"><v>#REF!</v></c>',
      '<c t="d" r="D1"><v>not a date</v></c>',
      '<c r="D2" s="9999"><v>5</v></c>',
      '<is><t>字</t></is>',
      '<f>A1</f>',
      '<f t="shared" ref="A1:XFD1048576" si="0"/>',
      '&#0;',
      '&#x110000;',
      '&undeclared;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<x:row>',
      '<',
      '>',
      '"',
      '字',
      '</sheetData>',
      '<?x',
      '?>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) =>
        isTyped(await readSpreadsheet(bookOf(sheetXml(pieces.join(''))))),
      ),
      { numRuns: 400, seed: 4 },
    );
  });

  test('parts missing, parts that are something else', async () => {
    expect(refusedAs(await readSpreadsheet(zipOf({ 'a.txt': 'hello' })))).toBe('notASpreadsheet');
    expect(refusedAs(await readSpreadsheet(zipOf({ 'word/document.xml': '<document/>' })))).toBe('notASpreadsheet');
    expect(refusedAs(await readSpreadsheet(zipOf({ 'xl/workbook.xml': workbook() })))).toBe('notASpreadsheet');
    expect(refusedAs(await readSpreadsheet(bookOf('<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>')))).toBe(
      'notASpreadsheet',
    );
    expect(
      isTyped(
        await readSpreadsheet(bookOf(sheetXml(inline('A1', '字')), { 'xl/styles.xml': 'no xml', 'xl/sharedStrings.xml': '<sst><si>' })),
      ),
    ).toBe(true);
  });
});

describe('what would stall the station', () => {
  test('a bomb that unpacks to far more, whatever it claims', async () => {
    const huge = sheetXml(inline('A1', 'a'.repeat(45 * 1024 * 1024)));
    expect(refusedAs(await readSpreadsheet(bookOf(huge)))).toBe('spreadsheetTooComplex');
    const lying = zipOf({ 'xl/workbook.xml': workbook(), 'xl/_rels/workbook.xml.rels': relations(), 'xl/worksheets/sheet1.xml': huge }, 10);
    expect(refusedAs(await readSpreadsheet(lying))).toBe('spreadsheetTooComplex');
  });

  test('too many cells, rows, merges; columns far to the right are passed over', async () => {
    expect(refusedAs(await readSpreadsheet(bookOf(sheetXml(`<row r="1">${'<c r="A1"/>'.repeat(100_001)}</row>`))))).toBe(
      'spreadsheetTooComplex',
    );
    expect(refusedAs(await readSpreadsheet(bookOf(sheetXml('<row/>'.repeat(20_001)))))).toBe('spreadsheetTooComplex');
    expect(texts(await readSpreadsheet(bookOf(sheetXml(`<row r="1">${inline('A1', '字')}${inline('ZZ1', '远')}</row>`))))).toEqual([
      ['字'],
    ]);
    const merges = `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(5_001)}</mergeCells>`;
    expect(refusedAs(await readSpreadsheet(bookOf(sheetXml(`<row r="1">${inline('A1', '字')}</row>`, merges))))).toBe(
      'spreadsheetTooComplex',
    );
  });

  test('declarations over whole columns, which exceljs alone would expand cell by cell', async () => {
    const after =
      '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576" type="list"><formula1>"a"</formula1></dataValidation></dataValidations>';
    const names = '<definedNames><definedName name="all">人员!$A$1:$XFD$1048576</definedName></definedNames>';
    const start = performance.now();
    const read = await readSpreadsheet(
      zipOf({
        'xl/workbook.xml': workbook(names),
        'xl/_rels/workbook.xml.rels': relations(),
        'xl/worksheets/sheet1.xml': `<worksheet><cols><col min="1" max="99999999" width="9"/></cols><sheetData><row r="1" spans="1:99999999">${inline('A1', '姓名')}</row></sheetData>${after}</worksheet>`,
      }),
    );
    expect(texts(read)).toEqual([['姓名']]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('what a spreadsheet holds', () => {
  test('numbers in full, formulas by their value, dates where they are shown as dates, merged values for each row', async () => {
    const styles = '<styleSheet><numFmts count="0"/><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const rows = [
      `<row r="2"><c r="A2"><v>19000056837</v></c><c r="B2"><f>SUM(1,2)</f><v>3</v></c><c r="C2" s="1"><v>46571</v></c><c r="D2"><v>1.9000056837E10</v></c>${inline('E2', '甲组')}</row>`,
      `<row r="3"><c r="A3" t="str"><f>A2&amp;""</f><v> 文字 </v></c><c r="B3" t="e"><v>#N/A</v></c></row>`,
    ].join('');
    const read = await readSpreadsheet(
      bookOf(sheetXml(rows, '<mergeCells><mergeCell ref="E2:E3"/></mergeCells>'), { 'xl/styles.xml': styles }),
    );
    expect(texts(read)).toEqual([
      ['19000056837', '3', '2027-07-03', '19000056837', '甲组'],
      ['文字', undefined, undefined, undefined, '甲组'],
    ]);
  });

  test('name space prefixes and absolute targets, as .NET writes them', async () => {
    const read = await readSpreadsheet(
      zipOf({
        'xl/workbook.xml':
          '<x:workbook xmlns:x="a"><x:sheets><x:sheet name="表&amp;一" sheetId="7" state="hidden" r:id="Rab"/></x:sheets></x:workbook>',
        'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Target="/xl/worksheets/Blatt.xml" Id="Rab"/></Relationships>',
        'xl/worksheets/Blatt.xml': `\ufeff<?xml version="1.0"?><x:worksheet xmlns:x="a"><x:sheetData><x:row r="1"><x:c r="B1" t="inlineStr"><x:is><x:t>字</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
      }),
    );
    expect(read).toEqual({
      sheets: [{ name: '表&一', hidden: true, rows: [{ number: 1, spans: 1, cells: [undefined, { text: '字' }] }] }],
    });
  });
});

describe('lists as other units keep them', () => {
  const cell = (value: string | number | undefined): Cell | undefined =>
    value === undefined || value === '' ? undefined : typeof value === 'number' ? { text: String(value), number: value } : { text: value };
  const sheetOf = (lines: readonly (readonly (string | number | undefined)[])[]): Sheet => ({
    name: '表',
    hidden: false,
    rows: lines.map((line, i): Row => ({ number: i + 1, spans: 1, cells: line.map(cell) })).filter(({ cells }) => cells.some(Boolean)),
  });
  const read = (lines: readonly (readonly (string | number | undefined)[])[]) => peopleOfSheets([sheetOf(lines)], '2026-11-22');

  test('no sequence column, several phones in one cell, a header repeated, notes below', () => {
    const { rows, sheets } = read([
      ['通讯录'],
      ['姓名', '手机号码', '办公电话', '部门', '有效期至', '资质', '政治面貌'],
      ['一组'],
      ['王　伟', '19000000001/19000000002', '0571-88887777转801', '', '2025.1.31', '登高作业、低压电工', '群众'],
      ['姓名', '手机号码', '办公电话', '部门', '有效期至', '资质', '政治面貌'],
      ['周一', '', '', '二组', '长期', '低压电工'],
      ['赵二', 57188887777, '', '', '2027年2月30日'],
      ['', 19000000003],
      ['12345', 19000000004],
      ['备注：以上为内部资料'],
    ]);
    expect(sheets[0]).toMatchObject({
      headerRow: 2,
      unusedColumns: [{ column: 'G', header: '政治面貌' }],
      skipped: [
        { row: 3, reason: 'heading' },
        { row: 5, reason: 'header' },
        { row: 10, reason: 'note' },
      ],
    });
    expect(
      rows.map(({ row, person, problems }) => [
        row,
        person.name,
        person.group,
        person.phone,
        person.otherPhones.join(),
        problems.map(({ code }) => code).join(),
      ]),
    ).toEqual([
      [4, '王伟', '一组', '19000000001', '19000000002,057188887777-801', 'qualificationExpired'],
      [6, '周一', '二组', '', '', 'noPhone'],
      [7, '赵二', '一组', '057188887777', '', 'areaCodeRestored,badDate'],
      [8, '', '一组', '19000000003', '', 'missingName'],
      [9, '12345', '一组', '19000000004', '', 'badName'],
    ]);
    expect(rows[0]?.person.qualifications).toEqual([
      { name: '登高作业', expires: '2025-01-31' },
      { name: '低压电工', expires: '2025-01-31' },
    ]);
    expect(rows[1]?.person.qualifications).toEqual([{ name: '低压电工' }]);
  });

  test('a sheet without people is passed over', () => {
    expect(
      read([
        ['日期', '白班', '夜班'],
        ['12-01', '王伟', '周一'],
      ]),
    ).toEqual({ sheets: [expect.objectContaining({ people: 0, columns: [] })], rows: [] });
  });

  test('whatever the cells hold, each row ends as a person or with a reason', () => {
    const anyCell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.double(),
      fc.constantFrom('姓名', '电话', '组别', '合计：3人', '资质到期', '王伟', '19000000001', '', '长期'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { maxLength: 12 }), { maxLength: 30 }), (lines) => {
        const { rows } = read([['姓名', '电话', '组别', '资质', '资质到期', '备注'], ...lines]);
        for (const { person, problems } of rows)
          expect(person.name !== '' || problems.some(({ code }) => code === 'missingName')).toBe(true);
      }),
      { numRuns: 150, seed: 5 },
    );
  });
});
