import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import type { EntryFacts } from '../../src/shared/event';
import { personChanged, personLeft, personRegistered, personReturned } from '../../src/shared/people/events';
import { blankPerson } from '../../src/shared/people/person';
import { Registry } from '../../src/station/journal/registry';
import { personProjection } from '../../src/station/people';
import { exchange, trust } from '../support/exchange';
import { founded, memoryStation, must } from '../support/memory-station';
import { ownTime } from '../support/own-time';

const { people, accounts, journal } = contracts;
const file = { name: 'people.xlsx', content: readFileSync(resolve(import.meta.dirname, '../fixtures/people.xlsx')).toString('base64') };
type Desk = Awaited<ReturnType<typeof founded>>;

const code = (answer: { ok: boolean; refusal?: { code: string } }) => (answer.ok ? undefined : answer.refusal?.code);
const desk = (seed: string | number) => founded(memoryStation(`people/${seed}`));

/** A desk with the fixture imported, its wrong and its repeated row left out. */
async function manned(seed: string | number) {
  const at = await desk(seed);
  const imported = must(await at.station.call(people.import, { ...file, leaveOut: ['0:16', '0:48'] }, at.token));
  const find = async (text: string, limit = 10, includeLeft = false) =>
    must(await at.station.call(people.find, { text, limit, includeLeft }, at.token)).map(({ name }) => name);
  const idOf = async (text: string) => must(await at.station.call(people.find, { text, includeLeft: true }, at.token))[0]?.id as string;
  const one = async (id: string) => must(await at.station.call(people.one, { id }, at.token));
  return { ...at, imported, find, idOf, one };
}

async function withRole({ station, sec }: Desk, role: 'engineer' | 'dutyOfficer') {
  const id = must(
    await station.call(accounts.create, { login: role.toLowerCase(), name: '某人', roles: [role], password: 'Moumou-2026' }, sec),
  ).id;
  const first = must(await station.call(accounts.signIn, { login: role.toLowerCase(), password: 'Moumou-2026' })).token;
  must(await station.call(accounts.changeOwnPassword, { current: 'Moumou-2026', next: 'Moumou-2027' }, first));
  return { id, token: station.sessionFor(id) };
}

async function entries({ station }: Desk): Promise<number> {
  return must(await station.call(contracts.unit.status, {})).entries;
}

describe('preview of the real spreadsheet', () => {
  test('every row has its outcome: 42 new, one repeated, one wrong', async () => {
    const { station, token } = await desk('preview');
    const { counts, sheets, rows } = must(await station.call(people.previewImport, file, token));
    expect(counts).toEqual({ new: 42, changes: 0, unchanged: 0, duplicate: 1, error: 1 });
    expect(sheets).toMatchObject([
      {
        name: '在岗人员',
        headerRow: 3,
        people: 39,
        statedTotal: 38,
        unusedColumns: [],
        skipped: [
          { row: 4, reason: 'heading', text: '指挥中心应急小组' },
          { row: 13, reason: 'heading' },
          { row: 23, reason: 'heading' },
          { row: 32, reason: 'heading' },
          { row: 41, reason: 'heading' },
          { row: 49, reason: 'total' },
        ],
      },
      { name: '外协单位', headerRow: 2, people: 5, skipped: [] },
    ]);
    expect(sheets[0]?.columns.map(({ field }) => field)).toEqual([
      'number',
      'name',
      'gender',
      'post',
      'group',
      'phone',
      'otherPhone',
      'qualification',
      'qualificationExpiry',
      'remark',
    ]);
    const row = (key: string) => rows.find((one) => one.key === key);
    expect(row('0:16')).toMatchObject({
      outcome: 'error',
      person: { name: '郑霞' },
      problems: [{ code: 'badPhone', params: { value: '1900374', field: 'phone' } }],
    });
    expect(row('0:48')).toMatchObject({
      outcome: 'duplicate',
      repeats: { sheet: 0, row: 8 },
      person: { name: '李静', phone: '19000024000', group: '应急小组1组' },
      changes: [
        { field: 'gender', from: ['female'], to: ['male'] },
        { field: 'group', from: ['指挥中心应急小组'], to: ['应急小组1组'] },
        { field: 'qualifications' },
        { field: 'remark', from: [], to: ['重复登记，已调入1组'] },
      ],
    });
    // Stored as a number, typed with blanks, without a primary number, a day number as the expiry.
    expect(row('0:5')?.person).toMatchObject({ name: '马超', phone: '19000056837', gender: 'male', post: '值班员' });
    expect(row('0:7')?.person).toMatchObject({ phone: '19000036867' });
    expect(row('0:27')).toMatchObject({
      person: { phone: '', otherPhones: ['19000027323'] },
      problems: [{ code: 'noPrimaryPhone' }, { code: 'qualificationWithoutName', params: { date: '2028-06-11' } }],
    });
    expect(row('0:8')?.person.qualifications).toEqual([{ name: '网络工程师', expires: '2027-07-03' }]);
    expect(row('1:4')?.person).toMatchObject({
      name: '吴子涵',
      organisation: '光缆代维单位',
      responsibility: '网络传输',
      serviceTime: '工作日 8:30-17:30',
      group: '',
    });
  });

  test('writes nothing', async () => {
    const at = await desk('writes nothing');
    const before = await entries(at);
    must(await at.station.call(people.previewImport, file, at.token));
    expect(await entries(at)).toBe(before);
  });
});

describe('import', () => {
  test('wrong or repeated rows must be left out by name, and until then nothing comes in', async () => {
    const at = await desk('import');
    const before = await entries(at);
    expect(await at.station.call(people.import, file, at.token)).toMatchObject({
      ok: false,
      refusal: { code: 'rowsWithErrors', params: { count: 1, row: 16, sheet: '在岗人员' } },
    });
    expect(await at.station.call(people.import, { ...file, leaveOut: ['0:16'] }, at.token)).toMatchObject({
      ok: false,
      refusal: { code: 'rowsRepeated', params: { row: 48, other: 8, sheet: '在岗人员' } },
    });
    expect(await entries(at)).toBe(before);
    expect(must(await at.station.call(people.list, {}, at.token)).present).toBe(0);
    expect(must(await at.station.call(people.import, { ...file, leaveOut: ['0:16', '0:48'] }, at.token))).toEqual({
      added: 42,
      changed: 0,
      unchanged: 0,
      leftOut: 2,
    });
    expect(await entries(at)).toBe(before + 42);
  });

  test('done twice it changes nothing', async () => {
    const at = await manned('twice');
    const before = await entries(at);
    expect(must(await at.station.call(people.previewImport, file, at.token)).counts).toEqual({
      new: 0,
      changes: 0,
      unchanged: 42,
      duplicate: 1,
      error: 1,
    });
    expect(must(await at.station.call(people.import, { ...file, leaveOut: ['0:16', '0:48'] }, at.token))).toEqual({
      added: 0,
      changed: 0,
      unchanged: 42,
      leftOut: 2,
    });
    expect(await entries(at)).toBe(before);
  });

  test('the repeated row may be taken instead of the first, and then stands', async () => {
    const at = await desk('instead');
    must(await at.station.call(people.import, { ...file, leaveOut: ['0:16', '0:8'] }, at.token));
    expect(must(await at.station.call(people.find, { text: '李静' }, at.token))).toMatchObject([{ group: '应急小组1组', gender: 'male' }]);
    const { counts, rows } = must(await at.station.call(people.previewImport, file, at.token));
    expect(counts).toMatchObject({ unchanged: 42, duplicate: 1, changes: 0 });
    expect(rows.find(({ key }) => key === '0:8')?.outcome).toBe('duplicate');
  });

  test('shows what it would change against the register, and changes only that', async () => {
    const at = await manned('changes');
    const id = await at.idOf('马超');
    must(
      await at.station.call(people.change, { id, group: '应急小组2组', phone: '190-0009-9999', otherPhones: ['19000056837'] }, at.token),
    );
    const { rows, plan } = must(await at.station.call(people.previewImport, file, at.token));
    expect(rows.find(({ key }) => key === '0:5')).toMatchObject({
      outcome: 'changes',
      changes: [
        { field: 'group', from: ['应急小组2组'], to: ['指挥中心应急小组'] },
        { field: 'phone', from: ['19000099999'], to: ['19000056837'] },
        { field: 'otherPhones' },
      ],
    });
    expect(must(await at.station.call(people.import, { ...file, leaveOut: ['0:16', '0:48', '0:5'], plan }, at.token))).toMatchObject({
      changed: 0,
      leftOut: 3,
    });
    expect(must(await at.station.call(people.import, { ...file, leaveOut: ['0:16', '0:48'], plan }, at.token))).toMatchObject({
      changed: 1,
    });
    expect(code(await at.station.call(people.import, { ...file, leaveOut: ['0:16', '0:48'], plan }, at.token))).toBe('registerChanged');
  });

  test('two desks that import the same list while apart have everybody once, whoever hears of it first', async () => {
    const [east, west] = [await manned('east'), await founded(memoryStation('people/west'), 'B')];
    trust(east.station, west.station);
    west.clock.pass(60_000);
    // West takes the other of two rows of one person, and changes somebody before the lines are up again.
    must(await west.station.call(people.import, { ...file, leaveOut: ['0:16', '0:8'] }, west.token));
    const li = must(await west.station.call(people.find, { text: '李静' }, west.token))[0]?.id as string;
    must(await west.station.call(people.change, { id: li, post: '值班长' }, west.token));
    must(await east.station.call(people.leave, { id: await east.idOf('马超'), date: '2026-11-02', reason: '调离' }, east.token));
    exchange(east.station, west.station);
    const dump = ({ station }: Pick<Desk, 'station'>) =>
      station.journal.raw
        .prepare('SELECT id, doc, name, name_key, gender, phones, post, group_name, has_left FROM people ORDER BY id')
        .all();
    expect(dump(west)).toEqual(dump(east));
    expect(must(await east.station.call(people.list, { includeLeft: true }, east.token))).toMatchObject({ present: 41, left: 1 });
    expect(await east.one(li)).toMatchObject({
      post: '值班长',
      group: '指挥中心应急小组',
      contested: [{ field: 'gender' }, { field: 'group', values: ['应急小组1组'] }],
    });
  });

  test('refuses what is no spreadsheet', async () => {
    const { station, token } = await desk('junk');
    const answer = (bytes: Buffer) => station.call(people.previewImport, { name: 'x.xlsx', content: bytes.toString('base64') }, token);
    expect(code(await answer(Buffer.from('not a spreadsheet at all')))).toBe('notASpreadsheet');
    expect(code(await answer(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])))).toBe('oldSpreadsheet');
    expect(code(await answer(Buffer.alloc(10 * 1024 * 1024 + 1)))).toBe('fileTooLarge');
  });
});

describe('find', () => {
  let at: Awaited<ReturnType<typeof manned>>;
  beforeAll(async () => {
    at = await manned('find');
    for (const [name, phone] of [
      ['单　明', '19000070001'],
      ['曾　华', '19000070002'],
      ['仇　英', '19000070003'],
      ['吕　布', '0571-8888 7777'],
      ['欧阳静', '19000070005'],
    ] as const) {
      must(await at.station.call(people.register, { name, phone, post: '值班员', group: '应急小组1组' }, at.token));
    }
  });

  test.each([
    ['李静', '李静'],
    ['李　静', '李静'],
    ['李 静', '李静'],
    ['lijing', '李静'],
    ['lj', '李静'],
    ['lijin', '李静'],
    ['ljing', '李静'],
    ['LJ', '李静'],
    ['李j', '李静'],
    ['shanming', '单明'],
    ['danming', '单明'],
    ['sm', '单明'],
    ['dm', '单明'],
    ['zenghua', '曾华'],
    ['ceng', '曾华'],
    ['qiuying', '仇英'],
    ['chouying', '仇英'],
    ['qy', '仇英'],
    ['lvbu', '吕布'],
    ['lubu', '吕布'],
    ['ouyang', '欧阳静'],
    ['oyj', '欧阳静'],
    ['190 0003 6867', '宋晓东'],
    ['19000036867', '宋晓东'],
    ['6867', '宋晓东'],
    ['057188887777', '吕布'],
    ['88887777', '吕布'],
    ['7323', '林大伟'],
  ])('%s finds %s', async (text, name) => {
    expect(await at.find(text)).toContain(name);
  });

  test('the best comes first', async () => {
    expect((await at.find('lj'))[0]).toBe('李静');
    expect((await at.find('李静'))[0]).toBe('李静');
    expect(await at.find('19000024000')).toEqual(['李静']);
    expect((await at.find('24000'))[0]).toBe('李静');
    expect((await at.find('jing')).indexOf('欧阳静')).toBeGreaterThanOrEqual(0);
  });

  test('by group, post, organisation; words apart must all fit; limits hold', async () => {
    expect(await at.find('带班领导', 50)).toHaveLength(5);
    expect(await at.find('应急小组2组 组长', 50)).toEqual(['韩伟', '刘勇', '周海波']);
    expect(await at.find('光缆')).toEqual(['吴子涵']);
    expect(await at.find('cunchu')).toEqual(['宋子涵']);
    expect(await at.find('', 7)).toHaveLength(7);
    expect(await at.find('值班员', 3)).toHaveLength(3);
    expect(await at.find('没有这个人')).toEqual([]);
    expect(await at.find('%_\'"')).toEqual([]);
  });

  test('any text is answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text.length <= 60),
        async (text) => {
          expect((await at.station.call(people.find, { text }, at.token)).ok).toBe(true);
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });
});

describe('keeping the register', () => {
  test('a person is registered once; what another unit of spelling hides is seen', async () => {
    const at = await manned('register');
    expect(code(await at.station.call(people.register, { name: '李　静', phone: '190-0002-4000' }, at.token))).toBe('alreadyRegistered');
    const { id } = must(await at.station.call(people.register, { name: '李静', phone: '19000011111', group: '应急小组1组' }, at.token));
    expect(code(await at.station.call(people.change, { id, phone: '19000024000' }, at.token))).toBe('alreadyRegistered');
    expect((await at.one(id)).phone).toBe('19000011111');
    expect(await at.station.call(people.register, { name: '某某', phone: '1900374' }, at.token)).toMatchObject({
      ok: false,
      refusal: { code: 'invalidInput', issues: [{ path: 'phone', rule: 'phone' }] },
    });
  });

  test('only what changed is written', async () => {
    const at = await manned('change');
    const id = await at.idOf('李静');
    const before = await entries(at);
    must(await at.station.call(people.change, { id, name: '李　静', post: '值班员' }, at.token));
    expect(await entries(at)).toBe(before);
    must(await at.station.call(people.change, { id, post: '值班长', tier: 'TAC1', remark: '' }, at.token));
    const payload = at.station.journal.raw.prepare('SELECT payload FROM entries ORDER BY key DESC LIMIT 1').pluck().get() as string;
    expect(JSON.parse(payload)).toEqual({ post: '值班长', tier: 'TAC1' });
    expect(await at.one(id)).toMatchObject({ post: '值班长', tier: 'TAC1', suggestedRoles: ['shiftLeader'], changedBy: '值班员甲' });
  });

  test('deputies: in order, never oneself, nobody who has left', async () => {
    const at = await manned('deputies');
    const [li, ma, huang] = [await at.idOf('李静'), await at.idOf('马超'), await at.idOf('黄静')];
    must(await at.station.call(people.setDeputies, { id: li, deputies: [huang, ma] }, at.token));
    expect((await at.one(li)).deputies.map(({ name }) => name)).toEqual(['黄静', '马超']);
    expect((await at.one(ma)).deputyOf.map(({ name }) => name)).toEqual(['李静']);
    expect(code(await at.station.call(people.setDeputies, { id: li, deputies: [li] }, at.token))).toBe('ownDeputy');
    expect(code(await at.station.call(people.setDeputies, { id: li, deputies: ['0190a7c0-0000-7000-8000-000000000000'] }, at.token))).toBe(
      'deputyUnknown',
    );
    must(await at.station.call(people.leave, { id: huang, date: '2026-11-02', reason: '调离' }, at.token));
    expect((await at.one(li)).deputies).toMatchObject([
      { name: '黄静', left: true },
      { name: '马超', left: false },
    ]);
    expect(code(await at.station.call(people.setDeputies, { id: ma, deputies: [huang] }, at.token))).toBe('deputyLeft');
  });

  test('who leaves is no longer found, stays on record, and can come back', async () => {
    const at = await manned('leaving');
    const id = await at.idOf('马超');
    must(
      await at.station.call(
        accounts.create,
        { login: 'machao', name: '马超', personId: id, roles: ['dutyOfficer'], password: 'Moumou-2026' },
        at.sec,
      ),
    );
    expect(must(await at.station.call(people.leave, { id, date: '2026-11-02', reason: '退休' }, at.token))).toEqual({ accountOpen: true });
    expect(code(await at.station.call(people.leave, { id, date: '2026-11-02', reason: '退休' }, at.token))).toBe('alreadyLeft');
    expect(await at.find('马超')).toEqual([]);
    expect(await at.find('马超', 10, true)).toEqual(['马超']);
    expect(must(await at.station.call(people.list, {}, at.token))).toMatchObject({ present: 41, left: 1 });
    expect(code(await at.station.call(people.register, { name: '马超', phone: '19000056837' }, at.token))).toBe('alreadyRegisteredLeft');
    const again = must(await at.station.call(people.previewImport, file, at.token)).rows.find(({ key }) => key === '0:5');
    expect(again).toMatchObject({ outcome: 'unchanged', problems: [{ code: 'hasLeft', params: { date: '2026-11-02' } }] });
    must(await at.station.call(people.comeBack, { id, date: '2026-11-03' }, at.token));
    expect(await at.one(id)).toMatchObject({ name: '马超', account: { login: 'machao', roles: ['dutyOfficer'], disabled: false } });
    expect((await at.one(id)).left).toBeUndefined();
    expect(code(await at.station.call(people.comeBack, { id, date: '2026-11-03' }, at.token))).toBe('notLeft');
  });

  test('the list stands as on a contact sheet', async () => {
    const at = await manned('list');
    const { groups } = must(await at.station.call(people.list, {}, at.token));
    expect(groups.map(({ group, outside, people: members }) => [outside ? '外' : group, members.length])).toEqual([
      ['应急领导小组', 6],
      ['指挥中心应急小组', 8],
      ['应急小组1组', 7],
      ['应急小组2组', 8],
      ['应急预备小组', 8],
      ['外', 5],
    ]);
    expect(groups[3]?.people.slice(0, 6).map(({ post }) => post)).toEqual([...Array(5).fill('带班领导'), '应急小组组长']);
  });
});

describe('who may do what', () => {
  test.each(['engineer', 'dutyOfficer'] as const)('%s finds people and changes none', async (role) => {
    const at = await manned(`role/${role}`);
    const { token } = await withRole(at, role);
    const id = await at.idOf('马超');
    expect(must(await at.station.call(people.find, { text: '马超' }, token))).toHaveLength(1);
    expect(must(await at.station.call(people.list, {}, token)).present).toBe(42);
    expect(must(await at.station.call(people.one, { id }, token)).account).toBeUndefined();
    const before = await entries(at);
    for (const answer of [
      await at.station.call(people.register, { name: '某某' }, token),
      await at.station.call(people.change, { id, post: '组长' }, token),
      await at.station.call(people.setDeputies, { id, deputies: [] }, token),
      await at.station.call(people.leave, { id, date: '2026-11-02', reason: '调离' }, token),
      await at.station.call(people.comeBack, { id, date: '2026-11-02' }, token),
      await at.station.call(people.previewImport, file, token),
      await at.station.call(people.import, file, token),
    ]) {
      expect(code(answer)).toBe('notAllowed');
    }
    expect(await entries(at)).toBe(before);
    expect(code(await at.station.call(people.find, { text: '马超' }))).toBe('notSignedIn');
  });

  test('the system administrator may import', async () => {
    const at = await desk('sys');
    expect(must(await at.station.call(people.import, { ...file, leaveOut: ['0:16', '0:48'] }, at.sys)).added).toBe(42);
  });
});

describe('folds', () => {
  const facts = fc.record({
    name: fc.constantFrom('李静', '马超'),
    group: fc.constantFrom('', '应急小组1组', '应急小组2组'),
    phone: fc.constantFrom('', '19000000001', '19000000002'),
  });
  const anyEvent = fc.oneof(
    facts.map((given) => personRegistered('x', { ...blankPerson, ...given })),
    fc
      .record({ group: fc.constantFrom('', '应急小组3组'), remark: fc.string({ maxLength: 20 }) })
      .map((given) => personChanged('x', given)),
    fc.constant(personChanged('x', { deputies: ['0190a7c0-0000-7000-8000-000000000000'] })),
    fc.constant(personLeft('x', { date: '2026-11-02', reason: '调离' })),
    fc.constant(personReturned('x', { date: '2026-11-03' })),
  );
  const registry = new Registry([personProjection]);
  const fold = (events: readonly { name: string; payload: unknown }[]) =>
    registry.fold(
      personProjection,
      'person:x',
      undefined,
      events.map(({ name, payload }, i) => ({
        name,
        payload: JSON.stringify(payload),
        facts: { id: `${i}`, at: i, actor: 'a', station: 's', seq: i } satisfies EntryFacts,
      })),
    );

  test('are total in any order, with anything missing, and can be stored', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
        const state = fold(events);
        expect(JSON.parse(JSON.stringify(state))).toEqual(JSON.parse(JSON.stringify(state)));
        expect(Object.keys(state as object)).toEqual(expect.arrayContaining(['name', 'contested', 'deputies']));
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  test('what a second desk registered otherwise stays beside the first until a person decides', async () => {
    const both = [
      personRegistered('x', { ...blankPerson, name: '李静', phone: '19000024000', group: '应急小组1组' }),
      personRegistered('x', { ...blankPerson, name: '李静', phone: '19000024000', group: '应急小组2组', post: '值班员' }),
    ];
    expect(fold(both)).toMatchObject({ group: '应急小组1组', post: '值班员', contested: { group: ['应急小组2组'] } });
    expect(fold([...both, personChanged('x', { group: '应急小组1组' })])).toMatchObject({ group: '应急小组1组', contested: {} });

    const at = await desk('contested');
    const id = '0190a7c0-0000-8000-8000-000000000001';
    at.station.journal.transact(() =>
      at.station.journal.append(
        at.officer,
        both.map((event) => ({ ...event, stream: `person:${id}` })),
      ),
    );
    expect(must(await at.station.call(people.one, { id }, at.token)).contested).toEqual([{ field: 'group', values: ['应急小组2组'] }]);
    must(await at.station.call(people.change, { id, group: '应急小组1组' }, at.token));
    expect(must(await at.station.call(people.one, { id }, at.token)).contested).toEqual([]);
  });

  test('rebuilt tables are equal to the byte', async () => {
    const at = await manned('rebuild');
    must(await at.station.call(people.leave, { id: await at.idOf('马超'), date: '2026-11-02', reason: '调离' }, at.token));
    const dump = () => JSON.stringify(at.station.journal.raw.prepare('SELECT * FROM people ORDER BY id').all());
    const before = dump();
    must(await at.station.call(journal.rebuild, {}, at.sys));
    expect(dump()).toBe(before);
  });
});

test('among 1,000 people one is found in a few milliseconds', async () => {
  const { station, officer } = await desk('thousand');
  const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许单曾仇';
  const given = '静超伟强磊敏洋军艳霞涛刚勇波';
  station.journal.transact(() =>
    station.journal.append(
      officer,
      Array.from({ length: 1_000 }, (_, i) =>
        personRegistered(`p${i}`, {
          ...blankPerson,
          name: `${surnames[i % surnames.length]}${given[i % given.length]}${given[(i >> 4) % given.length]}`,
          phone: `190000${String(i).padStart(5, '0')}`,
          post: '值班员',
          group: `应急小组${i % 7}组`,
        }),
      ),
    ),
  );
  const texts = ['lj', 'shanchao', '李静', '0555', 'zhibanyuan', 'z', '19000000777', '应急小组3组 王'];
  // Outputs are checked in tests only; the procedure itself is measured.
  const { findPeople } = await import('../../src/station/people');
  for (const text of texts) {
    const times: number[] = [];
    for (let i = 0; i < 15; i++) {
      const worked = ownTime();
      await findPeople(station.journal.raw, { text, limit: 10, includeLeft: false });
      times.push(worked());
    }
    // The goal is 5 ms on a quiet machine (seen: 1.2 to 3.2); tests share theirs.
    expect(Math.min(...times), text).toBeLessThan(40);
  }
});
