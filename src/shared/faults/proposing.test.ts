import { expect, test } from 'vitest';
import { type Candidate, type ProposedFor, ranked } from './proposing';

const tiers = [
  { code: 'field', name: { zh: '现场维修', en: 'Field repair' }, register: ['TAC1'], posts: ['维修'] },
  { code: 'specialist', name: { zh: '技术专家', en: 'Specialist' }, register: ['TAC2'], posts: ['专家'] },
];
const fault: ProposedFor = { subsystem: 'network', area: '城东区', place: '学府街', today: '2026-11-22' };
const somebody = (name: string, facts: Partial<Candidate> = {}): Candidate => ({
  person: { id: name, name },
  post: '工程师',
  group: '',
  organisation: '',
  responsibility: '',
  tier: '',
  qualifications: [],
  load: 0,
  ...facts,
});
const order = (candidates: Candidate[], facts: Partial<ProposedFor> = {}) =>
  ranked(candidates, { ...fault, ...facts }, { tiers }).map(({ candidate }) => candidate.person.name);

test('issue 4: by tier, then on duty, area, skill and load, in this order of weight', () => {
  const best = somebody('甲', { tier: 'TAC1', load: 9 });
  const onDuty = somebody('乙', { presence: 'present', load: 9 });
  const near = somebody('丙', { group: '城东组', load: 9 });
  const skilled = somebody('丁', { qualifications: [{ name: '网络工程师' }], load: 9 });
  const free = somebody('戊', { load: 0 });
  const busy = somebody('己', { load: 1 });
  expect(order([busy, free, skilled, near, onDuty, best])).toEqual(['甲', '乙', '丙', '丁', '戊', '己']);
});

test('the tier the case stands at first, then those above; those below come last', () => {
  const field = somebody('甲', { tier: 'TAC1' });
  const specialist = somebody('乙', { tier: 'TAC2' });
  const none = somebody('丙');
  expect(order([none, specialist, field])).toEqual(['甲', '乙', '丙']);
  expect(order([none, field, specialist], { tier: 'specialist' })).toEqual(['乙', '丙', '甲']);
});

test('who knew it before it came back is first, unless away; who is sent to it now is not proposed again', () => {
  const people = [somebody('甲'), somebody('乙', { load: 5 })];
  expect(order(people, { former: { id: '乙', name: '乙' } })).toEqual(['乙', '甲']);
  expect(order([people[0] as Candidate, somebody('乙', { presence: 'absent' })], { former: { id: '乙', name: '乙' } })).toEqual([
    '甲',
    '乙',
  ]);
  expect(order(people, { sent: { id: '甲', name: '甲' } })).toEqual(['乙']);
});

test('only those who repair; from outside only who looks after what failed, and after one’s own', () => {
  const people = [
    somebody('局外', { organisation: '视频平台厂家', post: '', responsibility: '应用系统' }),
    somebody('线路', { organisation: '通信运营商', post: '', responsibility: '传输线路' }),
    somebody('值班', { post: '值班员' }),
    somebody('工程'),
  ];
  expect(order(people)).toEqual(['工程', '线路']);
});

test('a qualification that has expired counts no more', () => {
  const [one] = ranked([somebody('甲', { qualifications: [{ name: '网络工程师', expires: '2026-11-21' }] })], fault, { tiers });
  expect(one?.skill).toBeUndefined();
});
