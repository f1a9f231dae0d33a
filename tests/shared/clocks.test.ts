import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clocksOf, type ClockSubject, isOver, leftAt, type Mark } from '../../src/shared/service-profiles/clocks';
import { ServiceProfile } from '../../src/shared/service-profiles/profile';
import { hour, instantIn, minute } from '../../src/shared/time';

const zone = 'Asia/Shanghai';
const book = { zone, calendar: { days: [] } };
const at = (time: string, date = '2026-11-22') => instantIn(zone, date, time) as number;
const video = ServiceProfile.parse(JSON.parse(readFileSync('resources/profiles/p0-video-surveillance.json', 'utf8')));
const fault = (marks: Mark[], more: Partial<ClockSubject> = {}): ClockSubject => ({
  class: 'B',
  priority: 'important',
  subsystem: 'network',
  source: 'phone',
  traits: {},
  marks,
  pauses: [],
  ...more,
});
const repair = (subject: ClockSubject, profile = video) => clocksOf(subject, profile, book).filter(({ clock }) => clock === 'repair')[0];

describe('the repair clock', () => {
  test('re-based from the report: 4 h to 2 h at 13:30 with a pause 11:00–13:00 after a 10:00 report leaves 1 h 30 used, due 14:00', () => {
    const rules = [{ when: { class: ['A'] }, limit: '2h' }, { limit: '4h' }];
    const profile = { ...video, clocks: video.clocks.map((clock) => (clock.code === 'repair' ? { ...clock, rules } : clock)) };
    const paused = fault([{ what: 'reported', at: at('10:00') }], {
      pauses: [{ reason: 'access', from: at('11:00'), until: at('13:00') }],
    });
    const before = repair(paused, profile);
    expect(before).toMatchObject({ limit: 4 * hour, dueAt: at('16:00') });
    const after = repair({ ...paused, class: 'A' }, profile);
    expect(after).toMatchObject({ limit: 2 * hour, dueAt: at('14:00'), standing: 'running', late: false });
    expect(after && after.limit - leftAt(after, at('13:30'), undefined, book)).toBe(90 * minute);
  });

  test('closed and reopened within 5 minutes: nothing is lost, and nothing begins anew', () => {
    const marks: Mark[] = [
      { what: 'reported', at: at('10:00') },
      { what: 'onSite', at: at('10:20') },
      { what: 'repaired', at: at('12:00') },
      { what: 'closed', at: at('12:30') },
    ];
    const reopened = [...marks, { what: 'reopened', at: at('12:34') } as const];
    expect(repair(fault(reopened))).toMatchObject({ standing: 'running', used: 2 * hour, runsSince: at('12:34'), dueAt: at('14:34') });
    const rounds = (list: Mark[]) => clocksOf(fault(list), video, book).filter(({ clock }) => clock === 'onSite');
    expect(rounds(reopened)).toHaveLength(1);
    expect(rounds([...marks, { what: 'reopened', at: at('12:36') }])).toMatchObject([
      { round: 1, standing: 'met' },
      { round: 2, startedAt: at('12:36'), standing: 'running' },
    ]);
  });

  test('cancelled by mistake and taken back at once: the minutes between count', () => {
    const marks: Mark[] = [
      { what: 'reported', at: at('10:00') },
      { what: 'ended', at: at('10:30') },
      { what: 'reopened', at: at('10:33') },
    ];
    expect(repair(fault(marks))).toMatchObject({ standing: 'running', used: 0, runsSince: at('10:00'), dueAt: at('14:00') });
  });

  test('a repair that did not hold was none: the time since counts', () => {
    const marks: Mark[] = [
      { what: 'reported', at: at('10:00') },
      { what: 'repaired', at: at('11:00') },
      { what: 'undone', at: at('11:30') },
    ];
    expect(repair(fault(marks))).toMatchObject({ standing: 'running', used: hour, runsSince: at('11:00'), dueAt: at('14:00') });
  });

  test('what is done at the very moment is in time, a millisecond later is late', () => {
    const done = (moment: number) =>
      repair(
        fault([
          { what: 'reported', at: at('10:00') },
          { what: 'repaired', at: moment },
        ]),
      );
    expect(done(at('14:00'))).toMatchObject({ late: false, standing: 'met' });
    expect(done(at('14:00') + 1)).toMatchObject({ late: true, standing: 'met', dueAt: at('14:00') });
    const running = repair(fault([{ what: 'reported', at: at('10:00') }]));
    expect(running && [isOver(running, at('14:00')), isOver(running, at('14:00') + 1)]).toEqual([false, true]);
  });

  test('a major problem: 8 hours, met by a substitute lent', () => {
    const major = { traits: { scale: 'major' } };
    expect(repair(fault([{ what: 'reported', at: at('10:00') }], major))).toMatchObject({ limit: 8 * hour });
    const lent: Mark[] = [
      { what: 'reported', at: at('10:00') },
      { what: 'substituteLent', at: at('17:00') },
    ];
    expect(repair(fault(lent, major))).toMatchObject({ standing: 'met', metAt: at('17:00'), late: false });
    expect(repair(fault(lent))).toMatchObject({ standing: 'running' });
  });
});
