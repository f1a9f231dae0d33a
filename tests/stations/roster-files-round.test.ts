import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import type { PersonReference } from '../../src/shared/references';
import type { Assignment } from '../../src/shared/roster/assignment';
import { dateAfter, shippedPatterns, twoShifts } from '../../src/shared/roster/pattern';
import { rosterRulesChanged } from '../../src/shared/roster/events';
import { decidedRoster } from '../../src/shared/roster-files/decided';
import { cellOfNames, namesInCell, openPostsIn } from '../../src/shared/roster-files/names-in-cell';
import { RosterReading } from '../../src/shared/roster-files/reading';
import { readRoster } from '../../src/station/roster-files/read-roster';
import { rosteringsOf, shiftsOn } from '../../src/station/roster';
import type { Cell, Sheet } from '../../src/station/spreadsheets';
import { dump } from '../support/dump';
import { founded, memoryStation, must } from '../support/memory-station';

const { people, rosterFiles } = contracts;

/** Any line that a name may be, awkward ones more often. */
const freeName = fc
  .oneof(
    fc.constantFrom(
      'Li Lei',
      '李　静',
      '李 静',
      '张三、李四',
      '于磊（替孙艳）',
      '缺2人',
      '待定',
      '“引号”',
      '⟨41⟩',
      '=1+1',
      '_x0041_',
      '12月3日',
      '小郑',
      'A/B',
      '46357',
      '欧阳震华',
      '�',
      '𠮷野',
      'a b',
      'TRUE',
      '王',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
  )
  // As the roster's own schema takes names.
  .map((name) => name.trim())
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no name holds
  .filter((name) => name !== '' && name.length <= 40 && name.isWellFormed() && !/[\u0000-\u001f\u007f]/u.test(name));

describe('names in a cell', () => {
  test.each([
    ['马超、黄静', ['马超', '黄静'], 0],
    ['宋晓东 李　静', ['宋晓东', '李静'], 0],
    ['郑　霞 林新宇', ['郑霞', '林新宇'], 0],
    ['林　涛 黄　敏', ['林涛', '黄敏'], 0],
    ['林 涛 黄 敏', ['林涛', '黄敏'], 0],
    ['王 小 明', ['王小明'], 0],
    ['林　涛\n黄　敏', ['林涛', '黄敏'], 0],
    ['吴磊/何卫平；于磊', ['吴磊', '何卫平', '于磊'], 0],
    ['Li Lei, Han Meimei', ['Li Lei', 'Han Meimei'], 0],
    ['林涛、缺1人', ['林涛'], 1],
    ['林涛（缺2人待定）', ['林涛'], 2],
    ['待定', [], 1],
    ['', [], 0],
  ] as const)('%j', (text, names, open) => {
    expect(namesInCell(text)).toEqual({ names: names.map((name) => ({ text: name })), open });
  });

  test('who stands in for whom, and other remarks in brackets', () => {
    expect(namesInCell('徐俊杰、于磊（替孙艳）').names).toEqual([{ text: '徐俊杰' }, { text: '于磊', standsFor: '孙艳' }]);
    expect(namesInCell('孙艳(于磊代班)').names).toEqual([{ text: '孙艳', standIn: '于磊' }]);
    expect(namesInCell('马超（班长）').names).toEqual([{ text: '马超', note: '班长' }]);
    expect(openPostsIn('缺1人待定')).toBe(1);
    expect(openPostsIn('元旦加强')).toBe(0);
  });

  test('whatever names there are, a cell that is written is read back unchanged', () => {
    fc.assert(
      fc.property(fc.array(freeName, { maxLength: 12 }), fc.nat(12), (names, open) => {
        expect(namesInCell(cellOfNames(names, open))).toEqual({ names: names.map((text) => ({ text })), open });
      }),
      { numRuns: 2_000, seed: 20_261_122 },
    );
  });

  test('any text is taken without a throw, and no name comes out blank', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...'（）()“”、，/ 　\n替代缺1人李静')).map((signs) => signs.join('')),
        ),
        (text) => {
          const { names, open } = namesInCell(text);
          expect(names.every((name) => name.text !== '')).toBe(true);
          expect(open).toBeLessThanOrEqual(12);
        },
      ),
      { numRuns: 2_000, seed: 1 },
    );
  });
});

const first = '2026-12-01';
const last = '2026-12-07';

async function desk(seed: string) {
  const made = await founded(memoryStation(seed));
  const ids: PersonReference[] = [];
  for (const [index, name] of ['张伟', '张伟', '欧阳静', '王小明', 'Li Lei', '郑霞'].entries()) {
    const { id } = must(await made.station.call(people.register, { name, phone: `1900000000${index}` }, made.token));
    ids.push({ id, name });
  }
  const book = { db: made.station.journal.db, zone: 'Asia/Shanghai' };
  return { ...made, ids, book };
}

test('any roster exported and imported gives no change', async () => {
  const { station, token, ids, book } = await desk('round');
  const person = fc.oneof(
    fc.constantFrom(...ids),
    // Named as they were called then.
    fc.constantFrom(...ids).map(({ id }) => ({ id: id as string, name: '旧名' })),
    freeName.map((name) => ({ name })),
  );
  const pattern = fc.constantFrom(...shippedPatterns);
  const watch = fc.record({
    leader: fc.option(person, { nil: null }),
    officers: fc.uniqueArray(person, { maxLength: 12, selector: ({ name, ...rest }) => ('id' in rest ? String(rest.id) : `name ${name}`) }),
    open: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(12)),
  });
  const { journal } = station;
  await fc.assert(
    fc.asyncProperty(
      pattern,
      fc.array(fc.option(watch, { nil: null, freq: 4 }), { minLength: 21, maxLength: 21 }),
      async (chosen, watches) => {
        journal.transact(() => journal.append('station', [rosterRulesChanged('unit', { pattern: chosen })]));
        const slots = Array.from({ length: 7 }, (_, i) => dateAfter(first, i)).flatMap((date) =>
          chosen.shifts.map(({ key }) => `${date}/${key}`),
        );
        const wanted = slots.flatMap((key, i): Assignment[] => (watches[i] ? [{ key, ...watches[i] }] : []));
        journal.transact(() => journal.append('station', rosteringsOf(book, wanted, '值班员甲', '试')));
        const file = must(await station.call(rosterFiles.spreadsheet, { first, last }, token));
        const before = dump(station);
        const { plan, issues } = must(await station.call(rosterFiles.preview, file, token));
        expect(issues).toEqual([]);
        const done = must(await station.call(rosterFiles.import, { ...file, plan }, token));
        expect(done.changed).toBe(0);
        expect(dump(station)).toEqual(before);
      },
    ),
    { numRuns: 40, seed: 20_261_122, endOnFailure: true },
  );
  station.close();
}, 120_000);

test('any sheet of any cells is read without a throw, into what the contract says, and decided within its bounds', async () => {
  const { station, book, ids } = await desk('any');
  const text = fc.oneof(
    fc.constantFrom(
      '日期',
      '星期',
      '带班领导',
      '白班',
      '夜班 20:00-次日08:00',
      '备注',
      '12月2日',
      '12月2日（周五）',
      '31',
      '2月30日',
      '张伟',
      '小欧',
      '郑霞、王小明',
      '缺1人待定',
      '于磊（替郑霞）',
      '三',
      '2026年12月值班表',
      '',
    ),
    fc.string({ unit: 'grapheme', maxLength: 10 }),
  );
  const cell: fc.Arbitrary<Cell | undefined> = fc.oneof(
    { weight: 4, arbitrary: text.map((one) => (one === '' ? undefined : { text: one })) },
    { weight: 1, arbitrary: fc.integer({ min: -5, max: 90_000 }).map((number) => ({ text: String(number), number })) },
    { weight: 1, arbitrary: fc.constantFrom('2026-12-03', '1970-01-01', '2026-12-03').map((date) => ({ text: date, date })) },
  );
  const header = fc.constantFrom(
    ['日期', '星期', '带班领导', '白班', '夜班', '备注'],
    ['日期', '白班带班领导', '白班', '夜班带班领导', '夜班'],
    ['日期', '夜班', '夜班'],
  );
  const sheet = fc
    .tuple(header, fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }), fc.array(cell, { maxLength: 3 }))
    .map(([names, rows, above]): Sheet => {
      const cells = [above, names.map((one) => ({ text: one })), ...rows];
      return { name: '12月', hidden: false, rows: cells.map((one, i) => ({ number: i + 1, cells: one, spans: 1 })) };
    });
  const facts = {
    pattern: twoShifts,
    zone: 'Asia/Shanghai',
    today: '2026-11-22',
    people: ids.map(({ id, name }) => ({ id: id as string, name, post: '', organisation: '' })),
  };
  const known = { ...facts, shiftsOn: (from: string, until: string) => shiftsOn(book, from, until) };
  fc.assert(
    fc.property(
      sheet,
      fc.option(fc.integer({ min: 2000, max: 2100 }), { nil: undefined }),
      fc.infiniteStream(fc.nat(20)),
      (one, year, picks) => {
        const reading = readRoster([one], year, known);
        if (typeof reading === 'string') return;
        expect(() => RosterReading.parse(reading)).not.toThrow();
        expect(readRoster([one], year, known)).toEqual(reading);
        const decisions = reading.issues.map(({ key, options }) => ({
          issue: key,
          option: options[(picks.next().value as number) % options.length]?.key ?? '',
        }));
        const decided = decidedRoster(reading, decisions, () => undefined);
        expect(decided.undecided).toEqual([]);
        for (const { officers, open, leader } of decided.assignments) {
          expect(officers.length).toBeLessThanOrEqual(12);
          expect(open).toBeLessThanOrEqual(12);
          for (const { name } of leader ? [leader, ...officers] : officers) expect(name.length).toBeLessThanOrEqual(40);
        }
      },
    ),
    { numRuns: 400, seed: 20_261_122 },
  );
  station.close();
}, 60_000);
