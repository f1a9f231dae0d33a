import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betweenNeighbours, couldBe, isRuinedCode } from '../../src/shared/devices/codes';
import { addressOfNumber, numberOfAddress } from '../../src/shared/devices/addresses';
import { readTable } from '../../src/station/spreadsheets';
import { listedDevices } from '../../src/station/devices/import/listed-rows';
import { readCells } from '../../src/station/devices/import/cells';
import { planImport } from '../../src/station/devices/import/plan';
import { csvOf, fileOf, realList, realRows, realText } from '../support/device-lists';
import { devices, faultDesk } from '../support/fault-desk';

const planned = (list: ReturnType<typeof listedDevices>) =>
  planImport(
    list,
    list.rows.map((row) => readCells(row, new Map())),
    [],
    [],
  );

const refusals = [
  'fileTooLarge',
  'emptyFile',
  'notATable',
  'notASpreadsheet',
  'oldSpreadsheet',
  'spreadsheetTooComplex',
  'textDamaged',
  'quoteNotClosed',
];
const isTyped = async (bytes: Buffer) => {
  const read = await readTable(bytes);
  if ('refused' in read) return refusals.includes(read.refused);
  planned(listedDevices(read.sheets));
  return true;
};
const refusedAs = async (bytes: Buffer | string) => {
  const read = await readTable(Buffer.from(bytes as string));
  return 'refused' in read ? read.refused : undefined;
};

describe('what is no list is refused in words, whatever it holds', () => {
  test('random bytes; a real list cut off anywhere; a real list with bytes turned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), (bytes) => isTyped(Buffer.from(bytes))),
      { numRuns: 300, seed: 1 },
    );
    const short = realList.subarray(0, 6_000);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: short.length }), (length) => isTyped(short.subarray(0, length))),
      { numRuns: 200, seed: 2 },
    );
    const turned = fc.array(fc.tuple(fc.nat({ max: short.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(turned, (changes) => {
        const bytes = Buffer.from(short);
        for (const [at, value] of changes) bytes[at] = value;
        return isTyped(bytes);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  test('text of broken lines', async () => {
    const piece = fc.constantFrom(
      '"',
      '""',
      ',',
      '\t',
      ';',
      '|',
      '\r',
      '\n',
      '\r\n',
      '设备编码',
      '设备名称',
      '类型',
      'IP地址',
      '3.41E+19',
      '10.1.1.1',
      '="1"',
      '\ufeff',
      '　',
      '１',
      'a',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 80 }), (pieces) => isTyped(Buffer.from(pieces.join('')))),
      { numRuns: 600, seed: 4 },
    );
  });

  test('each by its name', async () => {
    expect(await refusedAs('')).toBe('emptyFile');
    expect(await refusedAs(' \r\n\r\n')).toBe('emptyFile');
    expect(await refusedAs(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).toBe('notATable');
    expect(await refusedAs('%PDF-1.7\n\u0001\u0002')).toBe('notATable');
    expect(await refusedAs(Buffer.alloc(11 * 1024 * 1024, 0x61))).toBe('fileTooLarge');
    expect(await refusedAs(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]))).toBe('oldSpreadsheet');
    expect(await refusedAs('PK\u0003\u0004 but nothing more')).toBe('notASpreadsheet');
    expect(await refusedAs(realList.subarray(0, realList.length - 20 - 3))).toBeOneOf([undefined, 'textDamaged']);
    expect(await refusedAs(Buffer.concat([realList.subarray(0, 1_000), Buffer.from([0xb5])]))).toBe('textDamaged');
    expect(await refusedAs('设备编码,设备名称,类型\r\n1,"东门,枪机\r\n2,西门,枪机\r\n')).toBe('quoteNotClosed');
    expect(await refusedAs('a,b\r\n'.repeat(20_001))).toBe('spreadsheetTooComplex');
    expect(await refusedAs(`a,b\r\n${'x'.repeat(200_000)}`)).toBe('spreadsheetTooComplex');
  });

  test('the wrong table, and far too much, at the station itself', async () => {
    const { station, token } = await faultDesk('junk');
    const ask = (content: string) => station.call(devices.previewImport, { name: '表.csv', content }, token);
    expect(await ask(fileOf('姓名,电话\r\n甲,19000000001\r\n').content)).toMatchObject({ refusal: { code: 'noDevicesFound' } });
    expect(await ask(fileOf('设备编码,设备名称,类型\r\n').content)).toMatchObject({ refusal: { code: 'noDevicesFound' } });
    expect(await ask('')).toMatchObject({ refusal: { code: 'emptyFile' } });
    expect(await ask('A'.repeat(16 * 1024 * 1024))).toMatchObject({ refusal: { code: 'fileTooLarge' } });
    expect(await ask('A'.repeat(24 * 1024 * 1024))).toMatchObject({ refusal: { code: 'invalidInput' } });
    expect(await ask('no base64!')).toMatchObject({ refusal: { code: 'invalidInput' } });
  });
});

describe('what is read is what was written', () => {
  const word = fc
    .stringMatching(/^[\u4e00-\u4eff0-9A-Za-z,";|\- ]{1,12}$/)
    .map((text) => text.trim())
    .filter((text) => text !== '' && !text.startsWith('="'));
  const table = fc.array(fc.array(word, { minLength: 3, maxLength: 6 }), { minLength: 2, maxLength: 12 });

  test('any table, in any encoding', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('utf8', 'utf8 with a mark', 'utf16le'), async (rows, encoding) => {
        const text = csvOf([['设备编码', '设备名称', '类型'], ...rows.map((row) => [...row, ''])]);
        const bytes =
          encoding === 'utf16le' ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(encoding === 'utf8' ? text : `\ufeff${text}`);
        const read = await readTable(bytes);
        if ('refused' in read) throw new Error(read.refused);
        // Few commas between many other signs may be taken for cells: a header of three columns settles it here.
        if (read.text?.delimiter !== ',') return;
        expect(read.sheets[0]?.rows.slice(1).map(({ cells }) => cells.flatMap((cell) => cell?.text ?? []))).toEqual(rows);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  test('rows in any order and number give as many devices, and none is lost', async () => {
    const body = realRows.slice(1, 200).filter((row) => row.length === 13);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(body, { minLength: 1 }), async (rows) => {
        const read = await readTable(Buffer.from(csvOf([realRows[0] as string[], ...rows])));
        if ('refused' in read) throw new Error(read.refused);
        const { preview } = planned(listedDevices(read.sheets));
        const { undecided, new: fresh } = preview.counts;
        expect((undecided ?? 0) + (fresh ?? 0)).toBe(rows.length);
        expect(preview.rows.map(({ texts }) => texts.name)).toEqual(rows.map((row) => row[1]));
      }),
      { numRuns: 40, seed: 6 },
    );
  });
});

test('a ruined code is known as one; only what it may have been is proposed, and only where both neighbours agree', () => {
  for (const ruined of ['3.41E+19', '3E+19', '3.410000E19', '34100000001320000000']) expect(isRuinedCode(ruined), ruined).toBe(true);
  for (const whole of ['34100000001320000077', 'SW-01', '1', '1000000000000000', '0.5E+3', '3.41'])
    expect(isRuinedCode(whole), whole).toBe(false);
  expect(couldBe('34100000001320000077', '3.41E+19')).toBe(true);
  expect(couldBe('34099999999999999999', '3.41E+19')).toBe(true);
  expect(couldBe('34200000001320000077', '3.41E+19')).toBe(false);
  expect(couldBe('3410000000132000007', '3.41E+19')).toBe(false);
  expect(couldBe('34100000001320000077', '34100000001320000000')).toBe(true);
  const between = (before: [bigint, number] | undefined, after: [bigint, number] | undefined) =>
    betweenNeighbours(before && { value: before[0], away: before[1] }, after && { value: after[0], away: after[1] });
  expect(between([76n, 1], [78n, 1])).toBe(77n);
  expect(between([75n, 2], [78n, 1])).toBe(77n);
  expect(between([76n, 1], [79n, 1])).toBeUndefined();
  expect(between([76n, 1], undefined)).toBeUndefined();
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      const number = numberOfAddress(address);
      expect(number === undefined ? address : addressOfNumber(number)).toBe(address);
    }),
  );
  expect(realText.startsWith('设备编码')).toBe(true);
});
