import { describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../src/shared/contract';
import { exchange, trust } from '../support/exchange';
import { allProposals, csvOf, fileOf, realList, realRows, realText, workbookOf } from '../support/device-lists';
import { devices, faultDesk, signedIn, tableOf } from '../support/fault-desk';
import { must } from '../support/memory-station';

const real = fileOf(realList);

async function desk(seed: string, letter = 'A') {
  const made = await faultDesk(seed, letter);
  const { station, token } = made;
  const preview = async (input: InputOf<typeof devices.previewImport>) => must(await station.call(devices.previewImport, input, token));
  const bringIn = (input: InputOf<typeof devices.import>) => station.call(devices.import, input, token);
  const count = async () => must(await station.call(devices.list, { limit: 1 }, token)).total;
  const find = async (text: string) => must(await station.call(devices.find, { text }, token));
  return { ...made, preview, bringIn, count, find };
}

/** Rows without what only says where they came from. */
const problemsOf = ({ rows }: OutputOf<typeof devices.previewImport>) =>
  rows.filter(({ problems }) => problems.length > 0).map(({ row, problems }) => [row, ...problems]);

const expected = [
  [82, { code: 'ruinedCode', field: 'code', value: '3.41E+19', proposal: '34100000001320000077', basis: 'neighbours' }],
  [159, { code: 'impossibleAddress', field: 'ip', value: '10.12.300.4', proposal: '10.12.8.16', basis: 'neighbours' }],
  [235, { code: 'doubledAddress', field: 'ip', value: '10.12.2.11', row: 22, proposal: '10.12.12.26', basis: 'neighbours' }],
  [
    353,
    {
      code: 'strayBlanks',
      field: 'name',
      value: '  南园-文化路与滨河路交叉口北向枪机　',
      proposal: '南园-文化路与滨河路交叉口北向枪机',
    },
  ],
  [424, { code: 'ruinedCode', field: 'code', value: '3.41E+19', proposal: '34100000001320000401', basis: 'neighbours' }],
  [528, { code: 'fullWidth', field: 'ip', value: '１０.１２.31.40', proposal: '10.12.31.40' }],
];

describe('a list as a unit exports it', () => {
  test('GB18030 and comma are found out; 1,229 devices, six problems, each with its row and a proposal', async () => {
    const { preview, count } = await desk('real');
    const seen = await preview(real);
    expect(seen.text).toEqual({ encoding: 'gb18030', delimiter: ',' });
    expect(seen.sheets).toMatchObject([{ headerRow: 1, devices: 1_229, unused: [] }]);
    expect(seen.sheets[0]?.columns).toHaveLength(13);
    expect(seen.counts).toEqual({ undecided: 6, new: 1_223, changes: 0, unchanged: 0, leftOut: 0 });
    expect(problemsOf(seen)).toEqual(expected);
    expect(seen.missing).toEqual([]);
    expect(await count()).toBe(0);
  });

  test('nothing comes in while one problem is undecided; then everything at once', async () => {
    const { station, bringIn, count, preview, find, token } = await desk('whole');
    const before = station.journal.raw.prepare('SELECT count(*) FROM entries').pluck().get();
    expect(await bringIn(real)).toMatchObject({ refusal: { code: 'rowsUndecided', params: { count: 6, row: 82 } } });
    const mends = allProposals(await preview(real));
    expect(await bringIn({ ...real, mends: mends.slice(1) })).toMatchObject({
      refusal: { code: 'rowsUndecided', params: { count: 1, row: 82 } },
    });
    expect(await count()).toBe(0);
    expect(station.journal.raw.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(before);
    const decided = await preview({ ...real, mends });
    expect(decided.rows[80]).toMatchObject({
      row: 82,
      outcome: 'new',
      mended: [{ field: 'code', from: '3.41E+19', to: '34100000001320000077' }],
    });
    expect(must(await bringIn({ ...real, mends, plan: decided.plan }))).toEqual({
      added: 1_229,
      changed: 0,
      unchanged: 0,
      leftOut: 0,
      retired: 0,
    });
    expect(await count()).toBe(1_229);
    const [camera] = await find('34100000001320000001');
    expect(must(await station.call(devices.one, { id: camera?.id as string }, token))).toMatchObject({
      code: '34100000001320000001',
      name: '东城-滨河路与学府街交叉口西向枪机',
      type: '枪机',
      area: '东城',
      place: '滨河路与学府街交叉口',
      ip: '10.12.1.10',
      port: 80,
      maker: '厂家甲',
      model: 'SD-6C',
      upstream: 'SW-东城-01',
      subsystem: 'frontEnd',
      inServiceSince: '2021-09-19',
      importance: 'normal',
      contested: [],
    });
    const [core] = await find('核心交换机-1');
    expect(must(await station.call(devices.downstream, { id: core?.id as string }, token))).toHaveLength(60 + 1_159);
    expect((await find('SW-东城-01'))[0]).toMatchObject({ name: 'SW-东城-01' });
    expect(
      must(await station.call(devices.find, { text: 'sw-东城-01 枪机', limit: 50 }, token)).every(
        ({ upstream }) => upstream === 'SW-东城-01',
      ),
    ).toBe(true);
  });

  test('the same list again changes nothing, and knows the ruined codes from the register', async () => {
    const { station, bringIn, preview } = await desk('again');
    const mends = allProposals(await preview(real));
    must(await bringIn({ ...real, mends }));
    const before = tableOf(station, 'devices');
    const again = await preview(real);
    expect(again.counts).toMatchObject({ undecided: 6, unchanged: 1_223 });
    expect(again.missing).toEqual([]);
    expect(again.rows[80]?.problems).toMatchObject([{ proposal: '34100000001320000077', basis: 'register' }]);
    const entries = station.journal.raw.prepare('SELECT count(*) FROM entries').pluck().get();
    expect(must(await bringIn({ ...real, mends: allProposals(again) }))).toMatchObject({ added: 0, changed: 0, unchanged: 1_229 });
    expect(station.journal.raw.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(entries);
    expect(tableOf(station, 'devices')).toEqual(before);
  });

  test('.xlsx and UTF-8, with and without a mark, with tabs or semicolons, read the same', async () => {
    const { preview } = await desk('forms');
    const plain = (seen: OutputOf<typeof devices.previewImport>) => seen.rows.map(({ key: _, ...row }) => row);
    const first = plain(await preview(real));
    const others: [string, Buffer | string, object | undefined][] = [
      ['utf-8', realText, { encoding: 'utf-8', delimiter: ',' }],
      ['utf-8 with a mark', `\ufeff${realText}`, { encoding: 'utf-8', delimiter: ',' }],
      ['line feeds alone', realText.replaceAll('\r\n', '\n'), { encoding: 'utf-8', delimiter: ',' }],
      ['tabs in UTF-16', Buffer.from(`\ufeff${csvOf(realRows, '\t')}`, 'utf16le'), { encoding: 'utf-16le', delimiter: '\t' }],
      ['semicolons', csvOf(realRows, ';'), { encoding: 'utf-8', delimiter: ';' }],
    ];
    for (const [form, bytes, text] of others) {
      const seen = await preview(fileOf(bytes));
      expect(seen.text, form).toEqual(text);
      expect(plain(seen), form).toEqual(first);
    }
    const sheet = await preview(fileOf(await workbookOf(realRows), '设备台账.xlsx'));
    expect(sheet.text).toBeUndefined();
    // A program that made a number of the code keeps all its zeros: it reads otherwise, and comes out the same.
    const values = (rows: object) => JSON.parse(JSON.stringify(rows).replaceAll('34100000000000000000', '3.41E+19')) as unknown;
    expect(values(plain(sheet))).toEqual(first);
  });
});

describe('a newer list', () => {
  const header = ['设备编码', '设备名称', '类型', 'IP地址', '上联交换机', '子系统', '厂家', '重要等级'];
  const first = [
    header,
    ['10000001', 'SW-01', '接入交换机', '10.1.1.1', '', '网络传输系统', '厂家乙', '重要'],
    ['10000002', '东门枪机', '枪机', '10.1.1.2', 'SW-01', '前端监控点', '厂家甲', '一般'],
    ['10000003', '西门枪机', '枪机', '10.1.1.3', 'SW-01', '前端监控点', '厂家甲', '一般'],
    ['10000004', '南门枪机', '枪机', '10.1.1.4', 'SW-01', '前端监控点', '厂家甲', '一般'],
  ];
  const newer = [
    header,
    ['10000001', 'SW-01', '接入交换机', '10.1.1.1', '', '网络传输系统', '', '关键'],
    ['10000002', '东门枪机', '球机', '10.1.1.12', 'SW-01', '前端监控点', '厂家丙', '一般'],
    ['10000004', '南门枪机', '枪机', '10.1.1.4', 'SW-01', '前端监控点', '厂家甲', '一般'],
    ['10000005', '北门枪机', '枪机', '10.1.1.5', 'SW-01', '前端监控点', '厂家甲', '一般'],
  ];

  test('changes by code, field by field, shown before; blanks say nothing; what is missing is listed and retired only by a person', async () => {
    const { station, token, preview, bringIn, find, count } = await desk('newer');
    must(await bringIn(fileOf(csvOf(first))));
    const file = fileOf(csvOf(newer));
    const seen = await preview(file);
    expect(seen.counts).toEqual({ undecided: 0, new: 1, changes: 2, unchanged: 1, leftOut: 0 });
    expect(seen.rows.map(({ row, changes }) => [row, changes])).toEqual([
      [2, [{ field: 'importance', from: 'important', to: 'key' }]],
      [
        3,
        [
          { field: 'type', from: '枪机', to: '球机' },
          { field: 'ip', from: '10.1.1.2', to: '10.1.1.12' },
          { field: 'maker', from: '厂家甲', to: '厂家丙' },
        ],
      ],
      [4, []],
      [5, []],
    ]);
    expect(seen.missing).toMatchObject([{ code: '10000003', name: '西门枪机' }]);
    const gone = seen.missing[0]?.id as string;
    expect(await bringIn({ ...file, retire: [gone] })).toMatchObject({ refusal: { code: 'reasonNeeded' } });
    expect(must(await bringIn({ ...file, plan: seen.plan }))).toMatchObject({ added: 1, changed: 2, unchanged: 1, retired: 0 });
    expect(await count()).toBe(5);
    expect((await find('10000001'))[0]).toMatchObject({ importance: 'key' });
    expect(must(await station.call(devices.one, { id: (await find('10000001'))[0]?.id as string }, token))).toMatchObject({
      maker: '厂家乙',
    });
    expect(must(await bringIn({ ...file, retire: [gone], reason: '新台账已无此设备' }))).toMatchObject({ unchanged: 4, retired: 1 });
    expect(must(await station.call(devices.one, { id: gone }, token))).toMatchObject({ retired: true, retiredReason: '新台账已无此设备' });
    expect(await bringIn({ ...file, retire: [gone], reason: '再次' })).toMatchObject({ refusal: { code: 'registerChanged' } });
  });

  test('who saw another register is told so', async () => {
    const { station, token, preview, bringIn } = await desk('plan');
    const file = fileOf(csvOf(first));
    const { plan } = await preview(file);
    must(await station.call(devices.register, { code: '10000002', name: '东门', type: '枪机', subsystem: 'frontEnd' }, token));
    expect(await bringIn({ ...file, plan })).toMatchObject({ refusal: { code: 'registerChanged' } });
    expect(must(await bringIn(file))).toMatchObject({ added: 3, changed: 1 });
  });

  test('a repaired list needs no mends: an address taken away by a person stays away', async () => {
    const { station, token, preview, bringIn, find } = await desk('emptied');
    must(await bringIn(fileOf(csvOf(first))));
    const file = fileOf(csvOf([header, ['10000002', '东门枪机', '枪机', '10.1.1.3', 'SW-01', '前端监控点', '', '']]));
    expect(problemsOf(await preview(file))).toEqual([
      [2, { code: 'addressTaken', field: 'ip', value: '10.1.1.3', device: '西门枪机', proposal: '' }],
    ]);
    const mends = [{ key: '0:2', field: 'ip' as const, value: '' }];
    expect((await preview({ ...file, mends })).rows[0]?.changes).toEqual([{ field: 'ip', from: '10.1.1.2', to: '' }]);
    must(await bringIn({ ...file, mends }));
    const { ip } = must(await station.call(devices.one, { id: (await find('10000002'))[0]?.id as string }, token));
    expect(ip).toBeUndefined();
    // The same address on two devices may be how it is: confirmed as it stands.
    must(await bringIn({ ...file, mends: [{ key: '0:2', field: 'ip', value: '10.1.1.3' }] }));
    expect(await find('10.1.1.3')).toHaveLength(2);
  });

  test('two desks that import one list while apart hold each device once; where lists differ both are shown', async () => {
    const [east, west] = [await desk('east'), await desk('west', 'B')];
    trust(east.station, west.station);
    must(await east.bringIn(fileOf(csvOf(first))));
    must(
      await west.bringIn(
        fileOf(csvOf([...first.slice(0, 4), ['10000004', '南门球机', '球机', '10.1.1.4', 'SW-01', '前端监控点', '厂家甲', '一般']])),
      ),
    );
    exchange(east.station, west.station);
    expect(await east.count()).toBe(4);
    expect(tableOf(east.station, 'devices')).toEqual(tableOf(west.station, 'devices'));
    const [south] = await east.find('10000004');
    const record = must(await east.station.call(devices.one, { id: south?.id as string }, east.token));
    expect(record.contested.map(({ field }) => field)).toEqual(expect.arrayContaining(['name', 'type']));
    must(await east.station.call(devices.change, { id: record.id, changes: { name: '南门球机', type: '球机' } }, east.token));
    expect(must(await east.station.call(devices.one, { id: record.id }, east.token))).toMatchObject({ name: '南门球机', contested: [] });
  });
});

test('each kind of problem, its proposal, and a row left out', async () => {
  const { preview, bringIn } = await desk('kinds');
  const header = ['设备编号', '名称', '设备类型', 'IP', '端口号', '上联', '子系统', '投用日期', '级别'];
  const list = [
    ['全市设备台账'],
    header,
    ['1', 'SW-01', '交换机', '10.1.1.1', '161', '', '网络', '2024年3月5日', '重要'],
    ['1', '重复编码', '枪机', '', '', 'SW-01', '前端', '', ''],
    ['', '无编码', '枪机', '', '', 'SW-01', '前端', '', ''],
    ['4', '', '枪机', '10.1.1.1', '99999', 'SW01', '前端', '2024-02-30', '特级'],
    ['5', '无类型', '', '', '', '不在册', '', '', ''],
    ['6', '摄像机', '枪机', '', '', 'SW-02', '', '', ''],
    ['7', '名'.repeat(130), '枪机', '', '', '', '前端', '', ''],
    ['8', '错位', '枪机', '', '', '', '前端', '', '', '多出一格'],
    ['合计', '8'],
    header,
  ];
  const file = fileOf(csvOf(list));
  const seen = await preview(file);
  const codes = Object.fromEntries(
    seen.rows.map(({ row, problems }) => [row, problems.map(({ code, field, proposal }) => [code, field, proposal])]),
  );
  expect(codes).toEqual({
    3: [],
    4: [['doubledCode', 'code', undefined]],
    5: [['missing', 'code', undefined]],
    6: [
      ['unknownImportance', 'importance', 'normal'],
      ['badPort', 'port', ''],
      ['badDate', 'inServiceSince', ''],
      ['doubledAddress', 'ip', ''],
      ['unknownUpstream', 'upstream', 'SW-01'],
      ['missing', 'name', undefined],
    ],
    7: [
      ['unknownUpstream', 'upstream', '不在册'],
      ['missing', 'type', undefined],
      ['unknownSubsystem', 'subsystem', undefined],
    ],
    8: [
      ['unknownUpstream', 'upstream', 'SW-02'],
      ['unknownSubsystem', 'subsystem', 'frontEnd'],
    ],
    9: [['tooLong', 'name', '名'.repeat(120)]],
    10: [['shiftedCells', 'code', undefined]],
  });
  const leaveOut = seen.rows.filter(({ outcome }) => outcome === 'undecided').map(({ key }) => key);
  expect((await preview({ ...file, leaveOut })).counts).toMatchObject({ undecided: 0, new: 1, leftOut: 7 });
  // Without the first the second has the code to itself.
  expect((await preview({ ...file, leaveOut: ['0:3'] })).rows[1]).toMatchObject({ row: 4, problems: [{ code: 'unknownUpstream' }] });
  expect(must(await bringIn({ ...file, leaveOut }))).toMatchObject({ added: 1, leftOut: 7 });
});

test('who keeps the register imports; the desk reads', async () => {
  const { station, sec, sys, preview } = await desk('roles');
  const officer = await signedIn(station, sec, 'zhiban', '值班员乙', ['dutyOfficer']);
  const notAllowed = { refusal: { code: 'notAllowed' } };
  expect(await station.call(devices.previewImport, real, officer)).toMatchObject(notAllowed);
  expect(await station.call(devices.import, real, officer)).toMatchObject(notAllowed);
  const mends = allProposals(await preview(real));
  must(await station.call(devices.import, { ...real, mends }, sys));
  expect(must(await station.call(devices.find, { text: 'swdc' }, officer))).toBeDefined();
  expect(must(await station.call(devices.list, {}, officer)).total).toBe(1_229);
});
