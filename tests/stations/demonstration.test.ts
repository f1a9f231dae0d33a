import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { faultStates, isFinal } from '../../src/shared/faults/states';
import { dateIn, hour, minute, timeIn } from '../../src/shared/time';
import { accountsOf, fillDemonstration, isFilled, NotADemonstration } from '../../src/station/demonstration';
import { Station } from '../../src/station/station';
import { dump } from '../support/dump';
import { founded, memoryStation, must, resources, testPasswordCost, VirtualClock } from '../support/memory-station';

const { dutyLog, faults, devices, journal, people, accounts, unit } = contracts;
const zone = 'Asia/Shanghai';
const now = Date.parse('2026-11-22T16:37:00+08:00');

const parent = mkdtempSync(join(tmpdir(), 'duty-demonstration-'));
const folder = join(parent, 'month');
const fill = (into: string, at = now) =>
  fillDemonstration({ folder: into, resources, clock: new VirtualClock(at), passwordCost: testPasswordCost, sparesDisk: true });

let station: Station;
let officer: string;

function opened(of: string): Station {
  return Station.open({ folder: of, resources, clock: new VirtualClock(now), passwordCost: testPasswordCost, checkOutputs: true });
}

function tokenOf(of: Station, role: string): string {
  const id = of.journal.raw.prepare("SELECT id FROM accounts WHERE doc LIKE '%' || ? || '%'").pluck().get(`"${role}"`) as string;
  return of.sessionFor(id);
}

beforeAll(async () => {
  await fill(folder);
  station = opened(folder);
  officer = tokenOf(station, 'dutyOfficer');
}, 120_000);

afterAll(() => {
  station.close();
  rmSync(parent, { recursive: true });
});

interface Row {
  number: string;
  at: number;
  occurredAt: number;
  text: string;
  author: string;
}

function log(): Row[] {
  return station.journal.raw
    .prepare<[], string>('SELECT doc FROM log_entries ORDER BY position')
    .pluck()
    .all()
    .map((doc) => (JSON.parse(doc) as { original: Row }).original);
}

describe('the month', () => {
  test('300 devices, about 2,000 entries, 150 faults in all states, 25 of them open; 47 people', async () => {
    expect(must(await station.call(devices.list, {}, officer)).total).toBe(300);
    expect(log().length).toBeGreaterThanOrEqual(1_900);
    expect(log().length).toBeLessThanOrEqual(2_100);
    const states = station.journal.raw.prepare<[], string>('SELECT state FROM faults').pluck().all() as (typeof faultStates)[number][];
    expect(states).toHaveLength(150);
    expect(new Set(states)).toEqual(new Set(faultStates));
    expect(states.filter((state) => !isFinal(state))).toHaveLength(25);
    const { open, closed } = must(await station.call(faults.board, {}, officer));
    expect(new Set(open.flatMap(({ waitingFor }) => waitingFor ?? []))).toEqual(new Set(['parts', 'vendor', 'access', 'weather']));
    expect(closed.length).toBeGreaterThan(4);
    expect(open.some(({ contested }) => contested)).toBe(false);
    expect(must(await station.call(people.list, {}, officer)).present).toBe(47);
  });

  test('it ends now: entries and open faults are minutes old, and nothing lies ahead', () => {
    const newest = Math.max(...log().map(({ at }) => at));
    expect(newest).toBeLessThan(now);
    expect(now - newest).toBeLessThan(10 * minute);
    const last = station.journal.raw.prepare('SELECT max(at) FROM entries').pluck().get() as number;
    expect(last).toBeLessThan(now);
    expect(dateIn(zone, Math.min(...log().map(({ at }) => at)))).toBe('2026-10-23');
  });

  test('its last week was handed over shift by shift under three signatures, some of them late; the roster lies ten days ahead', async () => {
    const { rows } = must(await station.call(contracts.handover.list, { limit: 30 }, officer));
    const signed = rows.filter(({ phase }) => phase === 'complete');
    expect(signed).toHaveLength(13);
    expect(signed.some(({ minutesLate }) => minutesLate > 0)).toBe(true);
    expect(signed.every(({ items, contested }) => items > 0 && !contested)).toBe(true);
    const last = must(await station.call(contracts.handover.one, { shift: signed[0]?.key ?? '' }, officer));
    expect(last.version).toMatchObject({ intact: true, outgoing: { standing: 'rostered' }, leader: [{ standing: 'rostered' }] });
    const ahead = must(await station.call(contracts.roster.month, { month: '2026-12' }, officer));
    expect(ahead.shifts.some(({ officers }) => officers.length === 2)).toBe(true);
  });

  test('matters are tracked to done, some still open; of the reports one was late', async () => {
    const list = must(await station.call(contracts.matters.list, { ended: true }, officer));
    expect(list.filter(({ state }) => !['done', 'cancelled'].includes(state)).length).toBeGreaterThan(2);
    expect(list.filter(({ state }) => state === 'done').length).toBeGreaterThan(2);
    const figures = must(await station.call(contracts.reports.figures, { from: now - 7 * 24 * hour, until: now }, officer));
    expect(figures).toMatchObject({ reports: 3, late: 1, missing: 0 });
  });

  test('two shifts a day, 08:00 and 20:00: who takes over hands over 12 hours later', () => {
    const handovers = log().flatMap(({ text, at }) => {
      const names = /^交接班：(.+?)、(.+?)交，(.+?)、(.+?)接。/.exec(text);
      return names ? [{ at, out: [names[1], names[2]], taking: [names[3], names[4]] }] : [];
    });
    expect(handovers).toHaveLength(60);
    for (const [i, { at, out, taking }] of handovers.entries()) {
      expect(timeIn(zone, at)).toMatch(i % 2 === 0 ? /^20:0/ : /^08:0/);
      if (i > 0) expect(out).toEqual(handovers[i - 1]?.taking);
      expect(taking).not.toEqual(out);
    }
    const during = (from: number, until: number) => log().filter(({ occurredAt: at }) => hourOf(at) >= from && hourOf(at) < until).length;
    expect(during(3, 5)).toBeGreaterThan(20);
    expect(during(19, 21)).toBeGreaterThan(4 * during(3, 5));
  });

  test('one evening a storm: 20 faults within 30 minutes beneath one switch', () => {
    const reported = station.journal.raw
      .prepare<[], number>("SELECT e.at FROM entries e JOIN event_names n ON n.n = e.name WHERE n.name = 'fault.reported@1' ORDER BY e.at")
      .pluck()
      .all();
    const most = Math.max(...reported.map((from) => reported.filter((at) => at >= from && at < from + 30 * minute).length));
    expect(most).toBeGreaterThanOrEqual(20);
  });

  test('the log is not the same sentence again and again; some of it is late, corrected, followed up, voided, with pictures', async () => {
    const rows = log();
    const texts = new Set(rows.map(({ text }) => text));
    expect(texts.size).toBeGreaterThan(rows.length * 0.85);
    for (let from = 0; from + 40 <= rows.length; from += 20) {
      const screen = rows.slice(from, from + 40).map(({ text }) => text);
      // A call that both officers wrote down stands twice, until one is voided.
      expect(new Set(screen).size, rows[from]?.number).toBeGreaterThanOrEqual(37);
    }
    const all: (typeof dutyLog.page.output._zod.output)['rows'] = [];
    let before: number | undefined;
    do {
      const page = must(await station.call(dutyLog.page, { limit: 200, ...(before === undefined ? {} : { before }) }, officer));
      all.push(...page.rows);
      before = page.next;
    } while (before !== undefined);
    expect(all).toHaveLength(rows.length);
    for (const [property, least] of [
      ['late', 30],
      ['corrected', 20],
      ['voided', 5],
      ['followUps', 300],
      ['attachments', 10],
    ] as const) {
      expect(all.filter((row) => Boolean(row[property])).length, property).toBeGreaterThanOrEqual(least);
    }
    expect(all.filter((row) => row.voided).length).toBeLessThan(15);
  });

  test('faults mostly keep the times of P0, and some do not', async () => {
    const ids = station.journal.raw.prepare<[], string>("SELECT id FROM faults WHERE state = 'closed'").pluck().all();
    let [inTime, late] = [0, 0];
    for (const id of ids) {
      const { timeline, reportedAt } = must(await station.call(faults.one, { id }, officer));
      const arrived = timeline.find(({ verb }) => verb === 'arrive');
      if (!arrived) continue;
      if ((arrived.happenedAt ?? arrived.at) - reportedAt <= 30 * minute) inTime += 1;
      else late += 1;
    }
    expect(inTime).toBeGreaterThan(40);
    expect(late).toBeGreaterThan(4);
    expect(late).toBeLessThan(inTime / 2);
  });
});

describe('the journal beneath', () => {
  test('is sound, and rebuilds to the same', async () => {
    expect(must(await station.call(journal.verify, {}, tokenOf(station, 'auditAdmin')))).toMatchObject({ sound: true });
    const before = dump(station);
    station.journal.rebuild();
    expect(dump(station)).toEqual(before);
  });

  test('holds no password; those listed open the door at once, and only their owner can read the list', async () => {
    const listed = accountsOf(folder)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(/\s+/));
    expect(listed.map((row) => row[2])).toEqual([
      '系统管理员',
      '安全管理员',
      '审计管理员',
      ...Array<string>(2).fill('带班领导'),
      ...Array<string>(6).fill('值班员'),
      ...Array<string>(2).fill('工程师'),
      '应急办公室',
      '应急小组组长',
      '应急领导小组',
    ]);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'accounts.txt')).mode & 0o777).toBe(0o600);
    const database = readFileSync(join(folder, 'station.db'), 'latin1');
    expect(new Set(listed.map((row) => row[3])).size).toBe(listed.length);
    for (const [login = '', , , password = ''] of listed) {
      expect(password).toMatch(/^[A-HJ-NP-Z][a-km-z]{3}-[2-9]{4}-[a-km-z]{4}$/);
      expect(database).not.toContain(password);
      const session = must(await station.call(accounts.signIn, { login, password }));
      expect(session.mustChangePassword).toBe(false);
    }
    const code = join(import.meta.dirname, '../../src/station/demonstration');
    for (const file of readdirSync(code, { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.ts')) expect(readFileSync(join(code, file), 'utf8'), file).not.toMatch(/[A-Z][a-z]{3}-\d{4}-[a-z]{4}['"]/);
    }
  });

  test('every picture is there', async () => {
    const hashes = station.journal.raw
      .prepare<[], string>('SELECT payload FROM entries')
      .pluck()
      .all()
      .flatMap((payload) => [...payload.matchAll(/"hash":"([0-9a-f]{64})","name":"[^"]+\.png"/g)].map(([, hash]) => hash as string));
    expect(hashes.length).toBeGreaterThan(15);
    for (const hash of new Set(hashes)) {
      const { content } = must(await station.call(contracts.attachments.read, { hash }, officer));
      expect(Buffer.from(content, 'base64').subarray(1, 4).toString()).toBe('PNG');
    }
  });
});

test('the same seed and the same end give the same month, but for keys and passwords', { timeout: 120_000 }, async () => {
  const again = join(parent, 'again');
  await fill(again);
  const other = opened(again);
  const said = (of: Station) =>
    of.journal.raw
      .prepare<[], { name: string; at: number; payload: string }>(
        'SELECT n.name, e.at, e.payload FROM entries e JOIN event_names n ON n.n = e.name ORDER BY e.key',
      )
      .all()
      .filter(({ name, at }) => at < now && !/^(account\.(created|passwordChanged)|station\.founded)@/.test(name));
  expect(said(other)).toEqual(said(station));
  expect(other.journal.identity.publicKey).not.toEqual(station.journal.identity.publicKey);
  other.close();
  // A second run is quick and changes nothing, also with the station open beside it.
  const before = statSync(join(again, 'station.db')).mtimeMs;
  const list = accountsOf(again);
  const start = performance.now();
  expect(await fill(again, now + 5 * hour)).toEqual({ filled: false });
  expect(performance.now() - start).toBeLessThan(200);
  expect(statSync(join(again, 'station.db')).mtimeMs).toBe(before);
  expect(accountsOf(again)).toBe(list);
  expect(existsSync(join(again, 'filling'))).toBe(false);
});

describe('a folder that holds something else is left alone', () => {
  test('a real station', async () => {
    const real = join(parent, 'real');
    const { station: desk } = await founded(memoryStation('real', real));
    await expect(fill(real)).rejects.toThrow(NotADemonstration);
    expect(must(await desk.call(unit.status, {}))).toMatchObject({ unit: '某市公安局指挥中心' });
    desk.close();
    await expect(fill(real)).rejects.toThrow(NotADemonstration);
    expect(existsSync(join(real, 'accounts.txt'))).toBe(false);
  });

  test('files of any other kind', async () => {
    const foreign = join(parent, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'letter.txt'), 'dear');
    await expect(fill(foreign)).rejects.toThrow(NotADemonstration);
    expect(readdirSync(foreign)).toEqual(['letter.txt']);
  });

  test('what a killed fill left is not a demonstration yet, and may be filled again', () => {
    const half = join(parent, 'half');
    mkdirSync(join(half, 'filling'), { recursive: true });
    writeFileSync(join(half, 'demonstration.json'), '{}');
    writeFileSync(join(half, 'filling', 'station.db'), 'half');
    expect(isFilled(half)).toBe(false);
  });
});

function hourOf(at: number): number {
  return Number(timeIn(zone, at).slice(0, 2));
}
