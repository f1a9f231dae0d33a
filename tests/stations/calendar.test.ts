import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayKindOf, occasionOf } from '../../src/shared/calendar/calendar';
import { readNotice } from '../../src/shared/calendar/notice-text';
import { contracts } from '../../src/shared/contracts';
import { calendarOf } from '../../src/station/calendar';
import { dump } from '../support/dump';
import { exchange, trust } from '../support/exchange';
import { founded, memoryStation, must } from '../support/memory-station';

const { calendar } = contracts;

const notice2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
　　经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。
　　四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
　　五、端午节：6月19日（周五）至21日（周日）放假，共3天。
　　六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作，遇有重大突发事件，要按规定及时报告并妥善处置。
　　国务院办公厅
　　2025年11月4日
`;
const next = '国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。';
const bare = ({ date, kind }: { date: string; kind: string }) => `${date} ${kind}`;

async function desk(seed: string, letter = 'A') {
  const made = await founded(memoryStation(seed), letter);
  const db = made.station.journal.db;
  return { ...made, db };
}

describe('the yearly notice', () => {
  test('as units receive it says what the kept library says', async () => {
    const { station, db } = await desk('library');
    const read = readNotice(notice2026);
    expect(read.year).toBe(2026);
    expect(read.source).toBe('国务院办公厅关于2026年部分节假日安排的通知 国办发明电〔2025〕7号'.normalize('NFKC'));
    expect(read.misunderstood).toEqual([]);
    expect(read.days.map(bare)).toEqual(calendarOf({ db }, '2026-01-01', '2026-12-31').days.map(bare));
    expect(read.passedOver.map(({ text }) => text.slice(0, 4))).toEqual([
      '国务院办',
      '部分节假',
      '国办发明',
      '各省、自',
      '经国务院',
      '节假日期',
      '国务院办',
      '2025',
    ]);
    station.close();
  });

  test.each([
    ['weekdayDiffers', '元旦：1月1日（周五）至3日放假，共3天。'],
    ['countDiffers', '元旦：1月1日至3日放假，共4天。'],
    ['dateUnreadable', '元旦：2月30日放假。'],
    ['kindUnreadable', '元旦：1月1日至3日照常轮班。'],
    ['noOccasion', '1月1日至3日放假。'],
    ['dayTwice', '元旦：1月1日至3日放假。1月3日上班。'],
    ['anotherYear', '元旦：2031年1月1日放假。'],
    ['spanTooLong', '春节：2月1日至8月1日放假。'],
    ['noDate', '三、清明节：放假安排另行通知。'],
    ['dateMissing', '元旦：3日放假。1月1日放假。'],
  ])('a line that cannot be right is named: %s', (problem, line) => {
    expect(readNotice(line, 2026).misunderstood).toMatchObject([{ line: 1, problem }]);
    expect(readNotice(line, 2026).days).toEqual([]);
  });

  test('forms of earlier years: a holiday begun in December, a bridge to the weekend, a second line without its heading', () => {
    const read = readNotice(
      '关于2023年部分节假日安排的通知\n一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。\n二、清明节：4月5日（星期三）放假，共1天。\n三、中秋节：9月29日放假，与周末连休。\n四、国庆节：10月1日至6日放假调休，共6天。\n10月7日（星期六）、10月8日（星期日）上班。',
    );
    expect(read.misunderstood).toEqual([]);
    expect(read.days.map(bare)).toEqual([
      '2022-12-31 holiday',
      ...['01-01', '01-02', '04-05', '09-29', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06'].map((day) => `2023-${day} holiday`),
      '2023-10-07 workday',
      '2023-10-08 workday',
    ]);
    expect(read.days.at(-1)?.name).toBe('国庆节');
  });

  test('a plain table: date, kind, name, by tab or comma, dates in any form', () => {
    const read = readNotice(
      '日期\t类别\t名称\n2027-01-01\t放假\t元旦\n2027/1/2,休,元旦\n1月10日;上班;元旦\n46390\t周日\t假\t元旦\n2027-02-30,放假,春节\n2027-02-06,调休,春节',
    );
    expect(read.year).toBe(2027);
    expect(read.days.map(bare)).toEqual(['2027-01-01 holiday', '2027-01-02 holiday', '2027-01-03 holiday', '2027-01-10 workday']);
    expect(read.misunderstood.map(({ line, problem }) => [line, problem])).toEqual([
      [6, 'dateUnreadable'],
      [7, 'kindUnreadable'],
    ]);
  });

  test('whatever text comes in, every line is understood, named, or holds nothing, and no date stands twice', () => {
    const pieces = fc.constantFrom(
      ...[
        '元旦：',
        '一、',
        '1月1日',
        '（周四）',
        '至',
        '3日',
        '13月40日',
        '放假',
        '调休',
        '，共3天',
        '。',
        '上班',
        '2月14日',
        '、',
        '\t',
        ',',
        '2027年',
        '2027-01-02',
        '\n',
        '休',
        '；',
        ':',
        '46023',
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 40 }).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(text, fc.option(fc.integer({ min: 2000, max: 2100 }), { nil: undefined }), (written, year) => {
        const read = readNotice(written, year);
        const lines = written
          .normalize('NFKC')
          .split(/\r\n|\r|\n/u)
          .filter((line) => line.trim() !== '');
        if (read.year !== undefined) {
          const named = new Set([...read.days, ...read.misunderstood, ...read.passedOver].map(({ line }) => line));
          expect(named.size).toBeLessThanOrEqual(lines.length);
        }
        expect(new Set(read.days.map(({ date }) => date)).size).toBe(read.days.length);
        for (const { date, name } of read.days) {
          expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
          expect(name.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1_000, seed: 20_261_122 },
    );
  });
});

describe('on the station', () => {
  test('a year nobody has published says so, and a notice read in makes it known', async () => {
    const { station, token, db } = await desk('unpublished');
    expect(must(await station.call(calendar.year, { year: 2027 }, token))).toMatchObject({ published: false, source: 'none', days: [] });
    expect(must(await station.call(calendar.year, { year: 2026 }, token))).toMatchObject({ published: true, source: 'library' });
    const preview = must(await station.call(calendar.previewNotice, { text: next }, token));
    expect(preview).toMatchObject({ year: 2027, misunderstood: [], removed: [] });
    expect(preview.added).toHaveLength(3);
    const before = dump(station);
    expect(dump(station)).toEqual(before);
    expect(must(await station.call(calendar.importNotice, { text: next, plan: preview.plan }, token))).toEqual({
      year: 2027,
      days: 3,
      changed: true,
    });
    expect(must(await station.call(calendar.importNotice, { text: next }, token)).changed).toBe(false);
    expect(must(await station.call(calendar.year, { year: 2027 }, token))).toMatchObject({
      published: true,
      source: 'notice',
      contested: false,
    });
    const known = calendarOf({ db }, '2026-12-30', '2027-01-05');
    expect(dayKindOf(known, '2027-01-01')).toBe('holiday');
    expect(occasionOf(known, '2027-01-01')).toBe('元旦');
    expect(dayKindOf(known, '2027-01-04')).toBe('workday');
    station.close();
  });

  test('a notice overrides the library for its year alone', async () => {
    const { station, token, db } = await desk('override');
    must(await station.call(calendar.importNotice, { text: '元旦：1月1日放假。', year: 2026 }, token));
    expect(calendarOf({ db }, '2026-01-01', '2026-12-31').days).toEqual([{ date: '2026-01-01', kind: 'holiday', name: '元旦' }]);
    expect(calendarOf({ db }, '2025-01-01', '2025-12-31').days.length).toBeGreaterThan(20);
    station.close();
  });

  test('nothing is half imported: one line not understood keeps all out until it is left out by its number', async () => {
    const { station, token, db } = await desk('half');
    const text = `${next}\n二、春节：2月5日（周一）至11日放假，共7天。`;
    const answer = await station.call(calendar.importNotice, { text }, token);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'linesNotUnderstood', params: { count: 1, line: 3 } } });
    expect(calendarOf({ db }, '2027-01-01', '2027-12-31').days).toEqual([]);
    expect(must(await station.call(calendar.importNotice, { text, leaveOut: [3] }, token)).days).toBe(3);
    expect(await station.call(calendar.importNotice, { text: '元旦：1月1日放假。' }, token)).toMatchObject({
      refusal: { code: 'yearMissing' },
    });
    expect(await station.call(calendar.importNotice, { text: '各单位：', year: 2027 }, token)).toMatchObject({
      refusal: { code: 'nothingUnderstood' },
    });
    station.close();
  });

  test('what was previewed is what is written: another import in between is refused', async () => {
    const { station, token } = await desk('plan');
    const { plan } = must(await station.call(calendar.previewNotice, { text: next }, token));
    must(await station.call(calendar.importNotice, { text: '元旦：1月1日放假。', year: 2027 }, token));
    expect(await station.call(calendar.importNotice, { text: next, plan }, token)).toMatchObject({ refusal: { code: 'calendarChanged' } });
    station.close();
  });

  test('rule: a marked day demands the stronger watch until it is unmarked, with a reason', async () => {
    const { station, token, db, sec } = await desk('mark');
    const date = '2026-12-17';
    must(await station.call(calendar.mark, { date, occasion: '暴雪橙色预警', reason: '市气象台通知' }, token));
    expect(await station.call(calendar.mark, { date, occasion: '暴雪橙色预警', reason: '市气象台通知' }, token)).toMatchObject({
      refusal: { code: 'alreadyMarked' },
    });
    expect(occasionOf(calendarOf({ db }, date, date), date)).toBe('暴雪橙色预警');
    expect(must(await station.call(calendar.year, { year: 2026 }, token)).marked).toMatchObject([
      { date, author: '值班员甲', reason: '市气象台通知' },
    ]);
    must(await station.call(calendar.unmark, { date, reason: '预警解除' }, token));
    expect(occasionOf(calendarOf({ db }, date, date), date)).toBeUndefined();
    expect(await station.call(calendar.unmark, { date, reason: '预警解除' }, token)).toMatchObject({ refusal: { code: 'notMarked' } });
    expect(await station.call(calendar.mark, { date, occasion: '演练' }, sec)).toMatchObject({ refusal: { code: 'notAllowed' } });
    station.close();
  });

  test('two desks that read in different arrangements apart are shown as contested until somebody reads in one of them again', async () => {
    const [east, west] = [await desk('east'), await desk('west', 'B')];
    trust(east.station, west.station);
    must(await east.station.call(calendar.importNotice, { text: next }, east.token));
    must(
      await west.station.call(calendar.importNotice, { text: next.replace('3日（周日）', '2日').replace('共3天', '共2天') }, west.token),
    );
    exchange(east.station, west.station);
    expect(dump(east.station)).toEqual(dump(west.station));
    expect(must(await east.station.call(calendar.year, { year: 2027 }, east.token))).toMatchObject({ contested: true });
    must(await east.station.call(calendar.importNotice, { text: next }, east.token));
    expect(must(await east.station.call(calendar.year, { year: 2027 }, east.token))).toMatchObject({ contested: false });
    expect(calendarOf({ db: east.db }, '2027-01-01', '2027-01-31').days).toHaveLength(3);
    east.station.close();
    west.station.close();
  });
});
