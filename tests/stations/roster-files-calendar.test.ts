import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import type { Assignment } from '../../src/shared/roster/assignment';
import { rosteringsOf } from '../../src/station/roster';
import { day } from '../../src/shared/time';
import { founded, memoryStation, must } from '../support/memory-station';

const { people, rosterFiles } = contracts;
const span = { first: '2026-12-01', last: '2026-12-31' };

async function desk(seed: string) {
  const made = await founded(memoryStation(seed));
  const { id } = must(await made.station.call(people.register, { name: '郑霞', phone: '19000000001' }, made.token));
  const book = { db: made.station.journal.db, zone: 'Asia/Shanghai' };
  const roster = (...wanted: Assignment[]) => {
    const { journal } = made.station;
    journal.transact(() => journal.append('station', rosteringsOf(book, wanted, '值班员甲', '试')));
  };
  const file = async (person: { id?: string; name: string }) => {
    const { name, content, shifts } = must(await made.station.call(rosterFiles.calendarOfPerson, { ...span, person }, made.token));
    return { name, shifts, text: Buffer.from(content, 'base64').toString() };
  };
  return { ...made, person: { id, name: '郑霞' }, roster, file };
}

/** Strict as RFC 5545 has it: CRLF everywhere, no line over 75 octets, folded lines begin with one blank; properties by name, per event. */
function parsed(text: string): { properties: Map<string, string>; events: Map<string, string>[] } {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  const lines = text.split('\r\n');
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const whole = text
    .replace(/\r\n[ \t]/gu, '')
    .split('\r\n')
    .filter((line) => line !== '');
  const properties = new Map<string, string>();
  const events: Map<string, string>[] = [];
  const open: string[] = [];
  for (const line of whole) {
    const match = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/u.exec(line);
    expect(match, line).not.toBeNull();
    const [, name = '', , value = ''] = match ?? [];
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push(new Map());
    } else if (name === 'END') expect(open.pop()).toBe(value);
    else (open.at(-1) === 'VEVENT' ? (events.at(-1) as Map<string, string>) : properties).set(name, value);
  }
  expect(open).toEqual([]);
  return { properties, events };
}
const plain = (value = '') => value.replace(/\\(n|.)/gu, (_, sign: string) => (sign === 'n' ? '\n' : sign));

describe('one person’s shifts as a calendar', () => {
  test('a night shift lies where it lies in the station’s zone, under a name that says shift and post', async () => {
    const at = await desk('ics');
    at.roster(
      { key: '2026-12-02/night', leader: { name: '罗少军' }, officers: [at.person, { name: '林新宇' }], open: 1 },
      { key: '2026-12-03/day', leader: at.person, officers: [{ name: '林新宇' }], open: 0 },
      { key: '2026-12-04/day', leader: null, officers: [{ name: '林新宇' }], open: 0 },
    );
    const file = await at.file(at.person);
    expect(file).toMatchObject({ name: '郑霞2026年12月值班.ics', shifts: 2 });
    const { properties, events } = parsed(file.text);
    expect(properties.get('VERSION')).toBe('2.0');
    expect(properties.get('X-WR-TIMEZONE')).toBe('Asia/Shanghai');
    expect(events.map((event) => [plain(event.get('SUMMARY')), event.get('DTSTART'), event.get('DTEND')])).toEqual([
      ['夜班（值班员）', '20261202T120000Z', '20261203T000000Z'],
      ['白班（带班领导）', '20261203T000000Z', '20261203T120000Z'],
    ]);
    expect(plain(events[0]?.get('DESCRIPTION'))).toBe('带班领导：罗少军\n同班：林新宇\n空缺：1人');
    at.station.close();
  });

  test('brought in again it updates: the same UID, a higher sequence', async () => {
    const at = await desk('uid');
    at.roster({ key: '2026-12-02/night', leader: null, officers: [at.person], open: 0 });
    const before = parsed((await at.file(at.person)).text).events[0];
    at.roster({ key: '2026-12-02/night', leader: null, officers: [at.person, { name: '林新宇' }], open: 0 });
    at.clock.pass(day / 24);
    const after = parsed((await at.file(at.person)).text).events[0];
    expect(after?.get('UID')).toBe(before?.get('UID'));
    expect(Number(after?.get('SEQUENCE'))).toBeGreaterThan(Number(before?.get('SEQUENCE')));
    at.station.close();
  });

  test('whoever stands a shift in the span can be chosen, with how many', async () => {
    const at = await desk('people');
    at.roster(
      { key: '2026-12-02/night', leader: at.person, officers: [at.person, { name: '林新宇' }], open: 0 },
      { key: '2026-12-03/day', leader: null, officers: [at.person], open: 0 },
    );
    expect(must(await at.station.call(rosterFiles.people, span, at.token))).toEqual([
      { ...at.person, shifts: 2 },
      { name: '林新宇', shifts: 1 },
    ]);
    at.station.close();
  });

  test('any name and any unit stay within the rules of the format', async () => {
    const at = await desk('any');
    const names = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom('a;b,c\\d', '“冒号:”', '长'.repeat(40), '\\n', 'Li; Lei'),
    );
    await fc.assert(
      fc.asyncProperty(names, async (written) => {
        const name = written.trim();
        if (name === '' || !name.isWellFormed()) return;
        at.roster({ key: '2026-12-05/day', leader: { name }, officers: [at.person, { name }], open: 0 });
        const { events } = parsed((await at.file(at.person)).text);
        expect(plain(events[0]?.get('DESCRIPTION'))).toBe(`带班领导：${name}\n同班：${name}`);
        expect(parsed((await at.file({ name })).text).events).toHaveLength(1);
      }),
      { numRuns: 60, seed: 20_261_122 },
    );
    at.station.close();
  });
});
