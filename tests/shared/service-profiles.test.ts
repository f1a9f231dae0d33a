import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDay } from '../../src/shared/calendar/calendar';
import { dueRaises } from '../../src/shared/faults/raising';
import { clocksOf, type ClockState, type ClockSubject, holds, isOver, leftAt, type Mark } from '../../src/shared/service-profiles/clocks';
import { countedBetween, momentAfter, momentBefore } from '../../src/shared/service-profiles/counted-hours';
import { millisecondsOf } from '../../src/shared/service-profiles/duration';
import { type Milestone, milestones } from '../../src/shared/service-profiles/milestones';
import { ServiceProfile } from '../../src/shared/service-profiles/profile';
import { serviceLimitsOf } from '../../src/shared/service-profiles/service-limits';
import { day, hour, instantIn, minute } from '../../src/shared/time';

// The numbers of domain.md 3, each walked through the arithmetic of clocks: rows are data, their first word the rule they check.

const folder = 'resources/profiles';
const files = readdirSync(folder).filter((file) => /^p\d-.*\.json$/u.test(file));
const profiles = new Map(
  files.map((file) => {
    const profile = ServiceProfile.parse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
    return [profile.code, profile];
  }),
);
const profileOf = (code: string) => profiles.get(code) as ServiceProfile;

/** The statutory arrangement of 2026 as the yearly notice has it: 春节, 国庆节 and their make-up workdays, as far as the rows need it. */
const span = (first: string, last: number, kind: CalendarDay['kind'], name: string): CalendarDay[] =>
  Array.from({ length: last - Number(first.slice(8)) + 1 }, (_, i) => ({
    date: `${first.slice(0, 8)}${String(Number(first.slice(8)) + i).padStart(2, '0')}`,
    kind,
    name,
  }));
const days: CalendarDay[] = [
  ...span('2026-02-14', 14, 'workday', '春节'),
  ...span('2026-02-15', 23, 'holiday', '春节'),
  ...span('2026-02-28', 28, 'workday', '春节'),
  ...span('2026-05-01', 5, 'holiday', '劳动节'),
  ...span('2026-05-09', 9, 'workday', '劳动节'),
  ...span('2026-09-20', 20, 'workday', '国庆节'),
  ...span('2026-09-25', 27, 'holiday', '中秋节'),
  ...span('2026-10-01', 7, 'holiday', '国庆节'),
  ...span('2026-10-10', 10, 'workday', '国庆节'),
];
const zone = 'Asia/Shanghai';
const book = { zone, calendar: { days } };
/** `2026-11-18 10:00` in the station's zone. */
const at = (text: string) => instantIn(zone, text.slice(0, 10), text.slice(11)) as number;
/** A Wednesday without anything special. */
const plain = '2026-11-18 10:00';

const subject = (profile: ServiceProfile, more: Partial<ClockSubject>, reported = plain, marks: Mark[] = []): ClockSubject => ({
  class: profile.classes.at(-1)?.code ?? '',
  priority: 'general',
  subsystem: 'monitoringCentre',
  source: 'phone',
  traits: {},
  pauses: [],
  ...more,
  marks: [{ what: 'reported', at: at(reported) }, ...marks],
});
const stateOf = (profile: ServiceProfile, clock: string, fault: ClockSubject): ClockState | undefined =>
  clocksOf(fault, profile, book).findLast((state) => state.clock === clock);
const traits = (values: Record<string, string>) => ({ traits: values });

test.each(files)('%s is a service profile and says every text in both languages', (file) => {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  expect(ServiceProfile.safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([]);
  for (const [, chinese] of text.matchAll(/"zh": "([^"]*)"/gu)) expect(chinese).toMatch(/\p{Script=Han}|^(CPU|TAC\d)$/u);
});

describe('every limit: running before and at it, over after it, late when done after it', () => {
  type Row = [rule: string, code: string, clock: string, more: Partial<ClockSubject>, due: string, reported?: string];
  const rows: Row[] = [
    ['P0 answer the phone in 5 min', 'P0', 'answer', {}, '2026-11-18 10:05'],
    ['P0 on site in 30 min', 'P0', 'onSite', {}, '2026-11-18 10:30'],
    ['P0 on site, urgent: 20 min', 'P0', 'onSite', { priority: 'urgent' }, '2026-11-18 10:20'],
    ['P0 repaired in 4 h', 'P0', 'repair', {}, '2026-11-18 14:00'],
    ['P0 major problems in 8 h', 'P0', 'repair', traits({ scale: 'major' }), '2026-11-18 18:00'],
    ['P0 front-end point: on site 30 min', 'P0', 'onSite', { subsystem: 'frontEnd' }, '2026-11-18 10:30'],
    ['P0 front-end point: repaired 24 h', 'P0', 'repair', { subsystem: 'frontEnd' }, '2026-11-19 10:00'],
    ['P0 network: response 30 min', 'P0', 'response', { subsystem: 'network' }, '2026-11-18 10:30'],
    ['P0 network: general fault 4 h', 'P0', 'repair', { subsystem: 'network' }, '2026-11-18 14:00'],
    ['P0 machine room 6 h', 'P0', 'repair', { subsystem: 'machineRoom' }, '2026-11-18 16:00'],
    ['P0 cloud and storage 4 h', 'P0', 'repair', { subsystem: 'cloudStorage' }, '2026-11-18 14:00'],
    ['P0 monitoring centre 4 h', 'P0', 'repair', { subsystem: 'monitoringCentre' }, '2026-11-18 14:00'],
    ['P0 security incident: normal in 24 h', 'P0', 'repair', { subsystem: 'security' }, '2026-11-19 10:00'],
    ['P0 application: response 30 min', 'P0', 'response', { subsystem: 'application' }, '2026-11-18 10:30'],
    ['P0 application: solved 24 h', 'P0', 'repair', { subsystem: 'application' }, '2026-11-19 10:00'],
    ['P0 across midnight', 'P0', 'repair', {}, '2026-11-19 02:30', '2026-11-18 22:30'],
    ['P0 knows no weekend', 'P0', 'repair', { subsystem: 'frontEnd' }, '2026-11-22 10:00', '2026-11-21 10:00'],
    ['P0 knows no holiday', 'P0', 'repair', {}, '2026-02-18 14:00', '2026-02-18 10:00'],
    ['P1 on site 2 h', 'P1', 'onSite', {}, '2026-11-18 12:00'],
    ['P1 general fault 4 h', 'P1', 'repair', { class: 'general' }, '2026-11-18 14:00'],
    ['P1 larger fault 8 h', 'P1', 'repair', { class: 'larger' }, '2026-11-18 18:00'],
    ['P1 result fed back within 24 h', 'P1', 'feedback', traits({ place: 'outdoor' }), '2026-11-19 10:00'],
    ['P1 core platform: response 1 h', 'P1', 'response', traits({ platform: 'core' }), '2026-11-18 11:00'],
    ['P1 application: response 1 h', 'P1', 'response', { subsystem: 'application' }, '2026-11-18 11:00'],
    ['P1 application: solved 12 h', 'P1', 'repair', { subsystem: 'application' }, '2026-11-18 22:00'],
    ['P1 application: solved 12 h, larger too', 'P1', 'repair', { subsystem: 'application', class: 'larger' }, '2026-11-18 22:00'],
    ['P2 priority 1: on site in 2 h', 'P2', 'onSite', { class: '1' }, '2026-11-18 12:00'],
    ['P2 priority 1: solved in 2 h', 'P2', 'repair', { class: '1' }, '2026-11-18 12:00'],
    ['P2 priority 2: on site in 4 h', 'P2', 'onSite', { class: '2' }, '2026-11-18 14:00'],
    ['P2 priority 2: solved in 4 h', 'P2', 'repair', { class: '2' }, '2026-11-18 14:00'],
    ['P2 priority 3: on site in 12 h', 'P2', 'onSite', { class: '3' }, '2026-11-18 22:00'],
    ['P2 priority 3: solved in 12 h', 'P2', 'repair', { class: '3' }, '2026-11-18 22:00'],
    ['P2 operations centre: response 30 min', 'P2', 'response', traits({ site: 'operationsCentre' }), '2026-11-18 10:30'],
    ['P2 operations centre: cause and plan in 2 h', 'P2', 'plan', traits({ site: 'operationsCentre' }), '2026-11-18 12:00'],
    ['P2 operations centre: restored in 8 h', 'P2', 'restore', traits({ site: 'operationsCentre' }), '2026-11-18 18:00'],
    ['P3 any report answered within 24 h', 'P3', 'response', {}, '2026-11-19 10:00'],
    ['P3 across a weekend', 'P3', 'response', {}, '2026-11-22 23:59', '2026-11-21 23:59'],
    ['P4 response 15 min', 'P4', 'response', {}, '2026-11-18 10:15'],
    ['P4 an engineer leaves within 1 h', 'P4', 'departure', {}, '2026-11-18 11:00'],
    ['P4 solved: ordinary 1 h', 'P4', 'repair', traits({ size: 'ordinary' }), '2026-11-18 11:00'],
    ['P4 solved: larger 2 h', 'P4', 'repair', traits({ size: 'larger' }), '2026-11-18 12:00'],
    ['P4 solved: major 4 h', 'P4', 'repair', traits({ size: 'major' }), '2026-11-18 14:00'],
    ['P4 solved: extraordinary 24 h', 'P4', 'repair', traits({ size: 'extraordinary' }), '2026-11-19 10:00'],
    ['P4 outside working days on site within 1 h: Saturday', 'P4', 'onSite', {}, '2026-11-21 11:00', '2026-11-21 10:00'],
    ['P4 outside working days: Sunday, last minute', 'P4', 'onSite', {}, '2026-11-23 00:59', '2026-11-22 23:59'],
    ['P4 outside working days: statutory holiday (国庆)', 'P4', 'onSite', {}, '2026-10-05 11:00', '2026-10-05 10:00'],
    ['P4 help line, workday 10:00', 'P4', 'helpLine', traits({ channel: 'helpLine' }), '2026-11-18 10:30'],
    ['P4 help line, workday 09:59', 'P4', 'helpLine', traits({ channel: 'helpLine' }), '2026-11-18 10:59', '2026-11-18 09:59'],
    ['P4 help line, workday 19:59', 'P4', 'helpLine', traits({ channel: 'helpLine' }), '2026-11-18 20:29', '2026-11-18 19:59'],
    ['P4 help line, workday 20:00', 'P4', 'helpLine', traits({ channel: 'helpLine' }), '2026-11-18 21:00', '2026-11-18 20:00'],
    ['P4 help line, across midnight', 'P4', 'helpLine', traits({ channel: 'helpLine' }), '2026-11-19 00:30', '2026-11-18 23:30'],
    ['P4 help line, Saturday', 'P4', 'helpLine', traits({ channel: 'helpLine' }), '2026-11-21 13:00', '2026-11-21 12:00'],
    [
      'P4 help line, make-up workday (10-10, Saturday)',
      'P4',
      'helpLine',
      traits({ channel: 'helpLine' }),
      '2026-10-10 12:30',
      '2026-10-10 12:00',
    ],
    ['P4 help line, holiday (10-01, Thursday)', 'P4', 'helpLine', traits({ channel: 'helpLine' }), '2026-10-01 13:00', '2026-10-01 12:00'],
    ['P4 help line: else on site within 24 h', 'P4', 'onSite', traits({ channel: 'helpLine' }), '2026-11-19 10:00'],
    ['P4 whole system down: at once', 'P4', 'response', traits({ failure: 'wholeDown' }), '2026-11-18 10:05'],
    ['P4 whole system down: on site 0.5 h', 'P4', 'onSite', traits({ failure: 'wholeDown' }), '2026-11-18 10:30'],
    ['P4 cannot run: 0.5 h', 'P4', 'response', traits({ failure: 'cannotRun' }), '2026-11-18 10:30'],
    ['P4 cannot run: on site 1 h', 'P4', 'onSite', traits({ failure: 'cannotRun' }), '2026-11-18 11:00'],
    ['P4 some functions: 0.5 h', 'P4', 'response', traits({ failure: 'someFunctions' }), '2026-11-18 10:30'],
    ['P4 some functions: remote or on site 1 h', 'P4', 'onSite', traits({ failure: 'someFunctions' }), '2026-11-18 11:00'],
    ['P4 some functions: solved 4 h', 'P4', 'repair', traits({ failure: 'someFunctions' }), '2026-11-18 14:00'],
    ['P4 slight: 1 h', 'P4', 'response', traits({ failure: 'slight' }), '2026-11-18 11:00'],
    ['P4 slight: by phone, else 24 h', 'P4', 'onSite', traits({ failure: 'slight' }), '2026-11-19 10:00'],
    ['P4 major: 1 h', 'P4', 'response', traits({ failure: 'major' }), '2026-11-18 11:00'],
    ['P4 major: else 24 h', 'P4', 'onSite', traits({ failure: 'major' }), '2026-11-19 10:00'],
  ];
  test.each(rows)('%s', (_, code, clock, more, due, reported = plain) => {
    const profile = profileOf(code);
    const fault = subject(profile, more, reported);
    const running = stateOf(profile, clock, fault);
    expect(running).toMatchObject({ standing: 'running', late: false, dueAt: at(due), startedAt: at(reported) });
    if (!running) return;
    expect([at(due) - 1, at(due), at(due) + 1].map((now) => isOver(running, now))).toEqual([false, false, true]);
    expect(running.amberAt).toBe(at(reported) + (at(due) - at(reported)) * 0.75);
    const until = profile.clocks.find((known) => known.code === clock)?.until as Milestone;
    for (const [moment, late] of [
      [at(due) - 1, false],
      [at(due), false],
      [at(due) + 1, true],
    ] as const) {
      const done = stateOf(profile, clock, { ...fault, marks: [...fault.marks, { what: until, at: moment }] });
      expect(done).toMatchObject({ standing: 'met', metAt: moment, late });
    }
    // Waiting for two hours over a weekend or a night: what may pause it moves it by just that, the rest does not move it at all.
    for (const reason of ['parts', 'vendor', 'access', 'weather'] as const) {
      const [from, ends] = [at(reported) + minute, at(reported) + minute + 2 * hour];
      const pauses = profile.clocks.find((known) => known.code === clock)?.pausedBy.includes(reason);
      const waited = stateOf(profile, clock, { ...fault, pauses: [{ reason, from, until: ends }] });
      expect(waited?.dueAt).toBe(at(due) + (pauses ? 2 * hour : 0));
      const waits = stateOf(profile, clock, { ...fault, pauses: [{ reason, from }] });
      expect(waits).toMatchObject(pauses ? { standing: 'paused', used: minute } : { standing: 'running' });
    }
  });

  const none: [rule: string, code: string, clock: string, more: Partial<ClockSubject>, reported?: string][] = [
    ['P0 no response clock where the contract names none', 'P0', 'response', { subsystem: 'frontEnd' }],
    ['P1 no feedback owed for an indoor fault', 'P1', 'feedback', traits({ place: 'indoor' })],
    ['P1 no response clock beside core platform and application', 'P1', 'response', { subsystem: 'frontEnd' }],
    ['P2 the operations centre has its own clocks only there', 'P2', 'restore', {}],
    ['P4 on working days no on-site limit by itself', 'P4', 'onSite', {}],
    ['P4 a make-up workday is a working day (02-14, Saturday)', 'P4', 'onSite', {}, '2026-02-14 10:00'],
    ['P4 a make-up workday is a working day (09-20, Sunday)', 'P4', 'onSite', {}, '2026-09-20 10:00'],
    ['P4 the help line clock is for the help line', 'P4', 'helpLine', {}],
  ];
  test.each(none)('%s', (_, code, clock, more, reported) => {
    expect(stateOf(profileOf(code), clock, subject(profileOf(code), more, reported))).toBeUndefined();
  });
});

describe('what else stops a clock, and what starts one later', () => {
  const mark = (what: Mark['what'], text: string): Mark => ({ what, at: at(`2026-11-${text}`) });
  type Row = [
    rule: string,
    code: string,
    clock: string,
    more: Partial<ClockSubject>,
    marks: Mark[],
    state: Partial<ClockState> | undefined,
  ];
  const major = traits({ scale: 'major' });
  const centre = traits({ site: 'operationsCentre' });
  const some = traits({ failure: 'someFunctions' });
  const rows: Row[] = [
    ['P0 a substitute for a major problem', 'P0', 'repair', major, [mark('substituteLent', '18 18:00')], { standing: 'met', late: false }],
    ['P0 a substitute too late', 'P0', 'repair', major, [mark('substituteLent', '18 18:01')], { standing: 'met', late: true }],
    ['P0 no substitute for an ordinary one', 'P0', 'repair', {}, [mark('substituteLent', '18 11:00')], { standing: 'running' }],
    [
      'P0 the repair after a substitute did not hold',
      'P0',
      'repair',
      major,
      [mark('substituteLent', '18 17:00'), mark('repaired', '19 10:00'), mark('undone', '19 10:30')],
      { standing: 'running', used: 7 * hour, runsSince: at('2026-11-19 10:00'), dueAt: at('2026-11-19 11:00') },
    ],
    ['P0 who repaired it was there', 'P0', 'onSite', {}, [mark('repaired', '18 10:10')], { standing: 'met' }],
    ['P0 a diagnosis from afar is no arrival', 'P0', 'onSite', {}, [mark('diagnosed', '18 10:10')], { standing: 'running' }],
    ['P1 confirmed with the reporter is fed back', 'P1', 'feedback', {}, [mark('confirmed', '18 15:00')], { standing: 'met' }],
    ['P1 repaired is not fed back yet', 'P1', 'feedback', {}, [mark('repaired', '18 15:00')], { standing: 'running' }],
    ['P2 a substitute restores the service', 'P2', 'restore', centre, [mark('substituteLent', '18 15:00')], { standing: 'met' }],
    ['P2 no report is owed before the repair', 'P2', 'analysis', {}, [], undefined],
    [
      'P2 analysis report within 2 days of the repair, over a weekend too',
      'P2',
      'analysis',
      {},
      [mark('repaired', '20 16:00'), mark('closed', '20 17:00')],
      { standing: 'running', dueAt: at('2026-11-22 16:00') },
    ],
    [
      'P2 analysis report handed in at the last moment',
      'P2',
      'analysis',
      {},
      [mark('repaired', '20 16:00'), mark('analysed', '22 16:00')],
      { standing: 'met', late: false },
    ],
    [
      'P2 analysis report a minute late',
      'P2',
      'analysis',
      {},
      [mark('repaired', '20 16:00'), mark('analysed', '22 16:01')],
      { standing: 'met', late: true },
    ],
    [
      'P2 analysis report counts from the repair that held',
      'P2',
      'analysis',
      {},
      [mark('repaired', '18 12:00'), mark('undone', '18 13:00'), mark('repaired', '19 09:00')],
      { round: 2, standing: 'running', dueAt: at('2026-11-21 09:00') },
    ],
    ['P4 some functions: remote counts', 'P4', 'onSite', some, [mark('diagnosed', '18 10:50')], { standing: 'met', late: false }],
    [
      'P4 cannot run: remote does not',
      'P4',
      'onSite',
      traits({ failure: 'cannotRun' }),
      [mark('diagnosed', '18 10:50')],
      { standing: 'running' },
    ],
    ['P4 slight, solved by phone', 'P4', 'onSite', traits({ failure: 'slight' }), [mark('repaired', '18 10:50')], { standing: 'met' }],
    ['P4 solved at once, nobody need leave', 'P4', 'departure', {}, [mark('repaired', '18 10:20')], { standing: 'met' }],
    ['cancelled: nothing is owed any more', 'P4', 'repair', {}, [mark('ended', '18 10:20')], { standing: 'ended', late: false }],
    ['cancelled too late stays late', 'P4', 'repair', {}, [mark('ended', '18 11:20')], { standing: 'ended', late: true }],
    ['mended already when it was reported', 'P4', 'repair', {}, [mark('repaired', '18 09:30')], { standing: 'met', used: 0, late: false }],
  ];
  test.each(rows)('%s', (_, code, clock, more, marks, state) => {
    const found = stateOf(profileOf(code), clock, subject(profileOf(code), more, plain, marks));
    if (state) expect(found).toMatchObject(state);
    else expect(found).toBeUndefined();
  });
});

describe('going up', () => {
  const standing = { state: 'acknowledged' as const, timeline: [] };
  const matrix: [level: string, after: string, from: string | undefined, tier: string][] = [
    ['1', '1h', undefined, 'technician'],
    ['1', '4h', 'technician', 'engineer'],
    ['1', '24h', 'engineer', 'expert'],
    ['1', '48h', 'expert', 'projectManager'],
    ['2', '4h', undefined, 'technician'],
    ['2', '24h', 'technician', 'engineer'],
    ['2', '48h', 'engineer', 'projectManager'],
    ['3', '24h', undefined, 'technician'],
    ['3', '48h', 'technician', 'engineer'],
    ['4', '48h', undefined, 'technician'],
  ];
  test.each(matrix)('P4 confirmation matrix, level %s after %s: from %s to %s', (level, after, tier, next) => {
    const government = { ...profileOf('P4'), raises: [] };
    const due = at(plain) + millisecondsOf(after);
    const raised = (now: number, held = tier) =>
      dueRaises({ ...standing, tier: held, class: level }, subject(government, { class: level }), government, book, now);
    expect([raised(due - 1), raised(due)]).toEqual([[], []]);
    expect(raised(due + 1)).toMatchObject([{ raises: 'tier', dueAt: due, toCode: next }]);
    expect(raised(due + 1, next)).toEqual([]);
  });

  test('P4 each level goes up one after 2 h without progress, and the gravest nowhere', () => {
    const government = { ...profileOf('P4'), takeOver: [] };
    for (const [level, next] of [
      ['4', '3'],
      ['3', '2'],
      ['2', '1'],
      ['1', undefined],
    ] as const) {
      const raised = (now: number) =>
        dueRaises({ ...standing, class: level }, subject(government, { class: level }, '2026-11-18 23:10'), government, book, now);
      expect(raised(at('2026-11-19 01:10'))).toEqual([]);
      const due = raised(at('2026-11-19 01:10') + 1);
      if (next === undefined) expect(due).toEqual([]);
      else expect(due).toMatchObject([{ raises: 'class', fromCode: level, toCode: next, dueAt: at('2026-11-19 01:10') }]);
    }
  });

  test('P2 whoever cannot solve it in its time hands it up at once, in writing; the next tier has that time too', () => {
    const campus = profileOf('P2');
    const fault = subject(campus, { class: '2' });
    const due = (now: string, tier: string, ups: string[] = [], marks: Mark[] = []) => {
      const timeline = ups.map((up) => ({ verb: 'raise' as const, at: at(up), dueAt: at(up) }));
      const full = { ...fault, marks: [...fault.marks, ...marks] };
      return dueRaises({ ...standing, tier, class: '2', timeline }, full, campus, book, at(now)).map(({ toCode, dueAt }) => [
        toCode,
        dueAt,
      ]);
    };
    expect(due('2026-11-18 14:00', 'TAC1')).toEqual([]);
    expect(due('2026-11-18 14:01', 'TAC1')).toEqual([['TAC2', at('2026-11-18 14:00')]]);
    expect(due('2026-11-18 18:00', 'TAC2', ['2026-11-18 14:00'])).toEqual([]);
    expect(due('2026-11-18 18:01', 'TAC2', ['2026-11-18 14:00'])).toEqual([['TAC3', at('2026-11-18 18:00')]]);
    expect(due('2026-11-18 18:01', 'TAC1', [], [{ what: 'repaired', at: at('2026-11-18 14:00') }])).toEqual([]);
    expect(campus.tiers.map(({ code }) => code)).toEqual(['TAC1', 'TAC2', 'TAC3', 'vendor']);
    expect(campus.handUp).toMatchObject({ inWriting: true, answerDown: true });
    expect(campus.handUp?.with).toHaveLength(3);
  });
});

describe('what a class asks for', () => {
  const guide = (code: string, level: string) =>
    profileOf(code)
      .classes.find((known) => known.code === level)
      ?.guide.map((step) => `${step.code}${step.needed ? '!' : ''}${step.after ? `@${step.after}` : ''}`) ?? [];
  const rows: [rule: string, code: string, level: string, step: string][] = [
    ['P0 A: call repair at once', 'P0', 'A', 'callRepair!'],
    ['P0 A: repair on site', 'P0', 'A', 'repairOnSite!'],
    ['P0 A: leading group decides', 'P0', 'A', 'leadingGroupDecides'],
    ['P0 A: vendor called', 'P0', 'A', 'callVendor'],
    ['P0 B: repair at once', 'P0', 'B', 'callRepair!'],
    ['P0 B: on-site diagnosis', 'P0', 'B', 'diagnoseOnSite!'],
    ['P0 C: the officer may fix it', 'P0', 'C', 'fixOneself!'],
    ['P0 C: cause and remedy to the leading group', 'P0', 'C', 'tellLeadingGroup!'],
    ['P1 one record sheet per fault', 'P1', 'general', 'recordSheet!'],
    ['P1 emergency power to the key points', 'P1', 'larger', 'emergencyPower!'],
    ['P2 an emergency is declared at once', 'P2', '1', 'declare!'],
    ['P2 satisfaction after each service', 'P2', '3', 'confirmReporter!'],
    ['P2 the solution travels back down', 'P2', '3', 'tellSolution!'],
    ['P3 approved recovery plan', 'P3', 'emergency', 'recoveryPlan!'],
    ['P3 expert consultation', 'P3', 'ordinary', 'consultation'],
    ['P4 level 1: substitute way of working', 'P4', '1', 'substituteWay!'],
    ['P4 level 2: substitute way of working', 'P4', '2', 'substituteWay!'],
    ['P4 level 3: the whole team after 1 h', 'P4', '3', 'wholeTeam@1h'],
  ];
  test.each(rows)('%s', (_, code, level, step) => expect(guide(code, level)).toContain(step));

  test('P1 emergency power only in a large-area power failure', () => {
    const traffic = profileOf('P1');
    const when = traffic.classes[0]?.guide.find(({ code }) => code === 'emergencyPower')?.when;
    const fault = (power: string) => subject(traffic, traits({ power }));
    expect(['largeArea', 'normal'].map((power) => holds(when, fault(power), at(plain), traffic, book))).toEqual([true, false]);
  });
});

describe('services beside faults', () => {
  const serviceOf = (code: string, kind: string) => {
    const found = profileOf(code).services.find((service) => service.code === kind);
    if (!found) throw new Error(`${code} ${kind}`);
    return found;
  };
  type Row = [rule: string, code: string, kind: string, limit: string, from: string, due: string, chosen?: Record<string, string>];
  const critical = { graded: 'critical' };
  const rows: Row[] = [
    ['P2 complaints answered in 24 h', 'P2', 'complaint', 'answer', '2026-11-20 16:00', '2026-11-21 16:00'],
    ['P2 complaints settled in 3 working days', 'P2', 'complaint', 'settle', '2026-11-16 09:00', '2026-11-19 09:00'],
    ['P2 … over a weekend', 'P2', 'complaint', 'settle', '2026-11-20 16:00', '2026-11-25 16:00'],
    ['P2 … received on a Saturday', 'P2', 'complaint', 'settle', '2026-11-21 12:00', '2026-11-26 00:00'],
    ['P2 … over 春节 with a make-up Saturday before', 'P2', 'complaint', 'settle', '2026-02-13 10:00', '2026-02-25 10:00'],
    ['P2 … over 国庆 with a make-up Saturday after', 'P2', 'complaint', 'settle', '2026-09-30 10:00', '2026-10-10 10:00'],
    ['P2 vulnerability: a plan in 24 h', 'P2', 'vulnerability', 'plan', plain, '2026-11-19 10:00'],
    ['P2 vulnerability: critical fixed in 48 h', 'P2', 'vulnerability', 'fixCritical', plain, '2026-11-20 10:00', critical],
    ['P2 vulnerability: others in 72 h', 'P2', 'vulnerability', 'fixOther', plain, '2026-11-21 10:00', { graded: 'other' }],
    ['P3 any report answered within 24 h', 'P3', 'ticket', 'answer', plain, '2026-11-19 10:00'],
  ];
  test.each(rows)('%s', (_, code, kind, limit, from, due, chosen = {}) => {
    const service = serviceOf(code, kind);
    const until = service.limits.find((rule) => rule.code === limit)?.until ?? '';
    const states = (done: Record<string, number>) =>
      serviceLimitsOf(service, { registeredAt: at(from), done, chosen }, profileOf(code), book).find((state) => state.limit === limit);
    expect(states({})).toMatchObject({ at: at(due), broken: false });
    expect([-1, 0, 1].map((late) => states({ [until]: at(due) + late })?.broken)).toEqual([false, false, true]);
  });

  test('P2 a vulnerability not graded yet has no limit for its repair', () => {
    const states = serviceLimitsOf(serviceOf('P2', 'vulnerability'), { registeredAt: 0, done: {}, chosen: {} }, profileOf('P2'), book);
    expect(states.map(({ limit }) => limit)).toEqual(['plan']);
  });

  const upgrades: [rule: string, planned: string, due: string][] = [
    ['P2 upgrade plan sent 15 working days before', '2026-11-27 22:00', '2026-11-06 22:00'],
    ['P2 … over 国庆, make-up workdays counted', '2026-10-15 10:00', '2026-09-18 10:00'],
    ['P2 … planned for a Saturday night', '2026-11-28 23:00', '2026-11-09 00:00'],
  ];
  test.each(upgrades)('%s', (_, planned, due) => {
    const plan = (planSent: number) =>
      serviceLimitsOf(
        serviceOf('P2', 'upgrade'),
        { registeredAt: 0, plannedAt: at(planned), done: { planSent }, chosen: {} },
        profileOf('P2'),
        book,
      )[0];
    expect(plan(at(due))).toMatchObject({ limit: 'planAhead', at: at(due), broken: false });
    expect(plan(at(due) + 1)?.broken).toBe(true);
  });

  test('P2 a stability test of 24 h after the upgrade, roll-back within 1 h', () => {
    const upgraded = at('2026-11-27 22:00');
    const course = (tested: number, result: string, rolledBack?: number) =>
      serviceLimitsOf(
        serviceOf('P2', 'upgrade'),
        { registeredAt: 0, done: { upgraded, tested, ...(rolledBack === undefined ? {} : { rolledBack }) }, chosen: { tested: result } },
        profileOf('P2'),
        book,
      );
    expect(course(upgraded + day - 1, 'stable')).toMatchObject([{ limit: 'stability', at: upgraded + day, broken: true }]);
    expect(course(upgraded + day, 'stable')).toMatchObject([{ limit: 'stability', broken: false }]);
    const broke = upgraded + 2 * hour;
    expect(course(broke, 'unstable', broke + hour)).toMatchObject([{ limit: 'rollBack', at: broke + hour, broken: false }]);
    expect(course(broke, 'unstable', broke + hour + 1)).toMatchObject([{ limit: 'rollBack', broken: true }]);
  });

  const flows: [rule: string, code: string, kind: string, steps: string][] = [
    ['P0 consultations', 'P0', 'consultation', 'answered'],
    ['P0 defects', 'P0', 'defect', 'submitted analysed confirmed handled replied'],
    ['P0 changes', 'P0', 'change', 'requested estimated approvedByHead approvedByManagement done replied'],
    ['P3 alarms before a person sees them', 'P3', 'monitoringAlarm', 'deduplicated merged masked classified seen'],
    [
      'P3 ticket flow',
      'P3',
      'ticket',
      'registered assigned answered remoteDiagnosis onSite consultation repaired verified feedback archived',
    ],
    ['P3 emergency flow', 'P3', 'emergency', 'quickReport isolated investigated planned approved executed tested informed reviewed'],
    ['P4 service tracking sheet', 'P4', 'tracking', 'registered classified assigned tested accepted closed evaluated'],
  ];
  test.each(flows)('%s', (_, code, kind, steps) => {
    expect(
      serviceOf(code, kind)
        .steps.map((step) => step.code)
        .join(' '),
    ).toBe(steps);
  });
  test('choices: three kinds of defect, one of them a consultation; two approvals; eight classes; three collections', () => {
    const choices = (code: string, kind: string, step: string) => serviceOf(code, kind).steps.find((known) => known.code === step)?.choices;
    expect(choices('P0', 'defect', 'analysed')?.map(({ code, becomes }) => becomes ?? code)).toEqual([
      'technical',
      'business',
      'consultation',
    ]);
    expect(choices('P0', 'change', 'estimated')?.[0]?.upTo).toBe('14d');
    expect(choices('P4', 'tracking', 'classified')).toHaveLength(8);
    expect(choices('P4', 'tracking', 'evaluated')).toHaveLength(3);
  });
});

describe('what is demanded again and again, and measured', () => {
  const duties: [rule: string, code: string, duty: string, every: string][] = [
    ['P1 electronic patrol every hour', 'P1', 'electronicPatrol', '1 hour'],
    ['P1 manual patrol logged daily', 'P1', 'manualPatrolLog', '1 day'],
    ['P1 manual patrol analysed weekly', 'P1', 'manualPatrolAnalysis', '1 week'],
    ['P1 capture data fetched daily', 'P1', 'captureData', '1 day'],
    ['P1 daily database backup', 'P1', 'databaseBackup', '1 day'],
    ['P1 daily running log', 'P1', 'runningLog', '1 day'],
    ['P1 day ledger', 'P1', 'dayLedger', '1 day'],
    ['P1 week ledger', 'P1', 'weekLedger', '1 week'],
    ['P1 month ledger', 'P1', 'monthLedger', '1 month'],
    ['P1 monthly preventive maintenance', 'P1', 'preventiveMaintenance', '1 month'],
    ['P2 backup files weekly', 'P2', 'backupCheck', '1 week'],
    ['P2 performance monthly', 'P2', 'performanceCheck', '1 month'],
    ['P2 archive half-yearly', 'P2', 'archive', '6 month'],
    ['P2 monthly satisfaction', 'P2', 'satisfactionRate', '1 month'],
    ['P2 improvement ledger', 'P2', 'improvementLedger', '1 month'],
    ['P2 one drill a quarter', 'P2', 'drill', '1 quarter'],
    ['P3 monthly care', 'P3', 'monthlyCare', '1 month'],
    ['P3 quarterly care', 'P3', 'quarterlyCare', '1 quarter'],
    ['P3 yearly review', 'P3', 'yearlyReview', '1 year'],
    ['P3 daily report', 'P3', 'dailyReport', '1 day'],
    ['P3 weekly meeting', 'P3', 'weeklyMeeting', '1 week'],
    ['P3 monthly summary', 'P3', 'monthlySummary', '1 month'],
    ['P4 a visit every two weeks', 'P4', 'visit', '2 week'],
    ['P4 monthly check', 'P4', 'monthlyCheck', '1 month'],
    ['P4 quarterly security assessment', 'P4', 'securityAssessment', '1 quarter'],
    ['P4 yearly review per device', 'P4', 'yearlyReview', '1 year'],
  ];
  test.each(duties)('%s', (_, code, duty, every) => {
    const found = profileOf(code).duties.find((known) => known.code === duty);
    expect(`${found?.every.count} ${found?.every.unit}`).toBe(every);
  });
  test('P4 the monthly report in the first week of the next month; per device where the contract says so', () => {
    const duty = (code: string, name: string) => profileOf(code).duties.find((known) => known.code === name);
    expect(duty('P4', 'monthlyCheck')?.within).toBe('7d');
    expect([duty('P1', 'preventiveMaintenance')?.per, duty('P4', 'yearlyReview')?.per]).toEqual(['device', 'device']);
  });

  const goals: [rule: string, code: string, goal: string, atLeast: number][] = [
    ['P1 availability ≥ 99.9 %', 'P1', 'availability', 0.999],
    ['P1 at least 4 resident technicians', 'P1', 'residents', 4],
    ['P2 satisfaction ≥ 98 % a month', 'P2', 'satisfaction', 0.98],
    ['P2 2 engineers behind every core post', 'P2', 'behindPost', 2],
    ['P4 3 resident engineers', 'P4', 'residents', 3],
  ];
  test.each(goals)('%s', (_, code, goal, atLeast) => {
    expect(profileOf(code).goals.find((known) => known.code === goal)?.atLeast).toBe(atLeast);
  });
  test('P4 hardware: what is replaced on site and what goes back; P3 three states of a disk', () => {
    expect(profileOf('P4').handling.map(({ code }) => code)).toEqual([
      'swapOnSite',
      'processor',
      'sendBack',
      'redundantPower',
      'singlePower',
    ]);
    expect(profileOf('P3').handling.find(({ code }) => code === 'diskHealth')?.states).toHaveLength(3);
  });
});

describe('whatever happens', () => {
  const start = at('2026-02-13 08:00');
  const moment = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => start + minutes * minute);
  const fault = fc.record({
    class: fc.nat(3),
    priority: fc.constantFrom('urgent', 'important', 'general'),
    subsystem: fc.constantFrom('frontEnd', 'network', 'application', 'monitoringCentre'),
    traits: fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }),
    reported: moment,
    marks: fc.uniqueArray(
      fc.record({ what: fc.constantFrom<Mark['what']>(...milestones.slice(2), 'reopened', 'undone', 'ended'), at: moment }),
      { maxLength: 10, selector: (mark) => `${mark.what}${mark.at}` },
    ),
    pauses: fc.array(
      fc.record({ reason: fc.constantFrom('parts' as const, 'access' as const, 'weather' as const), from: moment, length: fc.nat(3_000) }),
      {
        maxLength: 4,
      },
    ),
    code: fc.constantFrom(...profiles.keys()),
  });
  const made = (drawn: typeof fault extends fc.Arbitrary<infer T> ? T : never) => {
    const profile = profileOf(drawn.code);
    const made: ClockSubject = {
      class: profile.classes[drawn.class % profile.classes.length]?.code ?? '',
      priority: drawn.priority,
      subsystem: drawn.subsystem,
      source: 'phone',
      traits: Object.fromEntries(
        profile.traits.map(({ code, options }, i) => [code, options[(drawn.traits[i] ?? 0) % options.length]?.code ?? '']),
      ),
      marks: [{ what: 'reported', at: drawn.reported }, ...drawn.marks.filter((mark) => mark.at > drawn.reported)],
      pauses: drawn.pauses.map(({ reason, from, length }) => ({ reason, from, until: from + length * minute })),
    };
    return { profile, subject: made };
  };
  const runs = { seed: 20261118, numRuns: 300 };

  test('the order in which entries are given changes nothing', () => {
    fc.assert(
      fc.property(fault, fc.infiniteStream(fc.nat()), (drawn, shuffle) => {
        const { profile, subject: one } = made(drawn);
        const mixed = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, by: shuffle.next().value as number }))
            .sort((left, right) => left.by - right.by)
            .map(({ item }) => item);
        const other = { ...one, marks: mixed(one.marks), pauses: mixed(one.pauses) };
        expect(clocksOf(other, profile, book)).toEqual(clocksOf(one, profile, book));
      }),
      runs,
    );
  });

  test('what is used never shrinks as time passes, and a running clock is over just after it is due', () => {
    fc.assert(
      fc.property(fault, fc.array(moment, { minLength: 2, maxLength: 8 }), (drawn, moments) => {
        const { profile, subject: one } = made(drawn);
        for (const state of clocksOf(one, profile, book)) {
          const used = moments.sort((left, right) => left - right).map((now) => state.limit - leftAt(state, now, undefined, book));
          expect(used).toEqual([...used].sort((left, right) => left - right));
          if (state.standing === 'running' && !state.late && state.dueAt !== undefined) {
            expect(leftAt(state, state.dueAt, undefined, book)).toBe(0);
            expect([isOver(state, state.dueAt), isOver(state, state.dueAt + 1)]).toEqual([false, true]);
          }
          expect(state.late).toBe(state.used > state.limit);
          if (state.late) expect(state.dueAt).toBeDefined();
        }
      }),
      runs,
    );
  });

  test('a pause more never makes anything due earlier', () => {
    fc.assert(
      fc.property(fault, moment, fc.nat(3_000), (drawn, from, length) => {
        const { profile, subject: one } = made(drawn);
        const more = { ...one, pauses: [...one.pauses, { reason: 'access' as const, from, until: from + length * minute }] };
        const [before, after] = [clocksOf(one, profile, book), clocksOf(more, profile, book)];
        expect(after).toHaveLength(before.length);
        for (const [i, state] of before.entries()) {
          const later = after[i]?.dueAt ?? Number.POSITIVE_INFINITY;
          expect(later).toBeGreaterThanOrEqual(state.dueAt ?? Number.POSITIVE_INFINITY);
          expect(after[i]?.used).toBeLessThanOrEqual(state.used + (state.runsSince === undefined ? 0 : 40 * day));
        }
      }),
      runs,
    );
  });

  test('counted, paused and stopped together are the time since the beginning, minute by minute', () => {
    fc.assert(
      fc.property(fault, (drawn) => {
        const { profile, subject: one } = made(drawn);
        const now = start + 21 * day;
        for (const state of clocksOf(one, profile, book)) {
          const clock = profile.clocks.find(({ code }) => code === state.clock);
          const counted = state.limit - leftAt(state, now, undefined, book);
          const waits = one.pauses.filter(({ reason }) => clock?.pausedBy.includes(reason));
          // The same without any pause says how long it was owed at all; the rest of the time it was stopped.
          const owed = clocksOf({ ...one, pauses: [] }, profile, book).find(
            ({ clock: code, round }) => code === state.clock && round === state.round,
          );
          if (!owed) throw new Error('a pause made a clock');
          const open = owed.limit - leftAt(owed, now, undefined, book);
          const stopped = now - owed.startedAt - open;
          const paused = open - counted;
          expect(counted + paused + stopped).toBe(now - state.startedAt);
          expect(Math.min(counted, paused, stopped)).toBeGreaterThanOrEqual(0);
          if (waits.length === 0) expect(paused).toBe(0);
          const longest = waits.reduce((sum, { from, until }) => sum + Math.max(0, (until ?? from) - from), 0);
          expect(paused).toBeLessThanOrEqual(longest);
        }
      }),
      runs,
    );
  });

  test('hours that count: forth and back meet, over holidays and make-up workdays', () => {
    const hours = profileOf('P4').hours;
    fc.assert(
      fc.property(fc.constantFrom(...hours), moment, fc.integer({ min: 1, max: 6_000 }), (counted, from, minutes) => {
        const until = momentAfter(counted, from, minutes * minute, book);
        expect(countedBetween(counted, from, until, book)).toBe(minutes * minute);
        const back = momentBefore(counted, until, minutes * minute, book);
        expect(back).toBeGreaterThanOrEqual(from);
        expect(countedBetween(counted, back, until, book)).toBe(minutes * minute);
        expect(countedBetween(counted, from, back, book)).toBe(0);
      }),
      runs,
    );
  });
});
