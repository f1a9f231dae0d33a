import { describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { hour, instantIn, minute } from '../../src/shared/time';
import { exchange, trust } from '../support/exchange';
import { faultDesk, faults, signedIn } from '../support/fault-desk';
import { must } from '../support/memory-station';

const at = (time: string, date = '2026-11-22') => instantIn('Asia/Shanghai', date, time) as number;
const { accounts } = contracts;

async function desk(seed: string, letter = 'A') {
  const made = await faultDesk(seed, letter, at('10:00'));
  const until = (time: string) => {
    made.clock.pass(at(time) - made.clock.now());
    made.station.notice();
  };
  const list = async (token = made.token) => must(await made.station.call(faults.alarms, {}, token));
  const told = async () => (await list()).alarms.map(({ clock, level, takenUntil }) => [clock, level, takenUntil !== undefined]);
  const takeShown = async () => {
    const { alarms } = await list();
    const shown = alarms.map(({ id, clock, round, level }) => ({ id, clock, round, level }));
    return must(await made.station.call(faults.takeAlarms, { alarms: shown }, made.token)).taken;
  };
  const wall = async (token = made.token) => must(await made.station.call(faults.wall, {}, token));
  return { ...made, until, list, told, takeShown, wall };
}

/** On a network fault of class B: response and on site within 30 min, repair within 4 h. */
const network = { subsystem: 'network', class: 'B' } as const;

describe('who must act is told, until somebody takes it', () => {
  test('at 75 %, at the breach, again, taken, expired; no clock stops', async () => {
    const { report, take, until, told, takeShown, one, list } = await desk('told');
    const { id } = await report(network);
    for (const verb of ['accept', 'dispatch', 'acknowledge', 'arrive'] as const) await take(verb, id);
    until('12:59');
    expect(await list()).toMatchObject({ alarms: [], nextChange: at('13:00') });
    until('13:00');
    expect(await told()).toEqual([['repair', 'amber', false]]);
    expect((await list()).nextChange).toBe(at('13:10'));
    expect(await takeShown()).toBe(1);
    expect(await told()).toEqual([['repair', 'amber', true]]);
    expect(await list()).toMatchObject({ counts: { amber: 1, amberToTake: 0 }, nextChange: at('13:30') });
    until('13:30');
    expect(await told()).toEqual([['repair', 'amber', false]]);
    expect(await takeShown()).toBe(1);
    until('14:01');
    // Red is a new alarm, though amber is taken still.
    expect(await told()).toEqual([['repair', 'red', false]]);
    expect((await list()).counts).toEqual({ red: 1, amber: 0, redToTake: 1, amberToTake: 0 });
    expect(await takeShown()).toBe(1);
    expect((await one(id)).clocks.find(({ clock }) => clock === 'repair')).toMatchObject({ standing: 'running', dueAt: at('14:00') });
    until('14:31');
    expect((await list()).alarms).toMatchObject([{ level: 'red', toldAt: at('14:31'), tellAgainAt: at('14:41') }]);
    await take('repair', id);
    expect(await told()).toEqual([]);
  });

  test('with nobody signed in the desk still hears how many wait, and nothing of what; what is taken no longer counts', async () => {
    const { report, until, station, takeShown, token } = await desk('unattended');
    await report(network);
    const atTheDoor = async () => must(await station.call(faults.unattended, {}));
    expect(await atTheDoor()).toMatchObject({ red: 0, amber: 0 });
    until('10:30');
    const amber = await atTheDoor();
    expect(amber.amber).toBeGreaterThan(0);
    until('10:31');
    const red = await atTheDoor();
    expect(red).toMatchObject({ red: expect.any(Number), toldAt: expect.any(Number) });
    expect(red.red).toBeGreaterThan(0);
    expect(Object.keys(red).sort()).toEqual(['amber', 'nextChange', 'red', 'toldAt']);
    must(await station.call(contracts.alarms.mute, { minutes: 15, reason: '领导讲话' }, token));
    expect((await atTheDoor()).mutedUntil).toBe(at('10:46'));
    await takeShown();
    expect(await atTheDoor()).toMatchObject({ red: 0 });
  });

  test('several in one step; what somebody else took is passed over', async () => {
    const { report, until, takeShown, list, station, token } = await desk('several');
    await report(network);
    await report(network);
    until('11:00');
    const { alarms } = await list();
    expect(alarms.map(({ clock }) => clock).sort()).toEqual(['answer', 'answer', 'onSite', 'onSite', 'response', 'response']);
    const [first] = alarms;
    if (!first) throw new Error('nothing is told');
    const { id, clock, round, level } = first;
    expect(
      must(
        await station.call(
          faults.takeAlarms,
          {
            alarms: [
              { id, clock, round, level },
              { id, clock, round, level },
            ],
          },
          token,
        ),
      ).taken,
    ).toBe(1);
    expect(await takeShown()).toBe(5);
    expect(await takeShown()).toBe(0);
  });

  test('it is marked for whom it is: the breach for the leader of the shift too, amber for who was sent', async () => {
    const { report, take, until, list, station, sec } = await desk('whom');
    const leader = await signedIn(station, sec, 'leader', '带班领导甲', ['shiftLeader']);
    const engineer = await signedIn(station, sec, 'engineer', '高工甲', ['engineer']);
    const other = await signedIn(station, sec, 'other', '高工乙', ['engineer']);
    const { id } = await report(network);
    await take('accept', id);
    await take('dispatch', id);
    await take('arrive', id);
    until('13:00');
    const mine = async (token: string) => (await list(token)).alarms.map((alarm) => alarm.mine);
    expect([await mine(leader), await mine(engineer), await mine(other)]).toEqual([[false], [true], [false]]);
    until('14:01');
    expect([await mine(leader), await mine(engineer), await mine(other)]).toEqual([[true], [true], [false]]);
  });

  test('a locked desk is told how urgent, and nothing is named', async () => {
    const { report, until, list, station, token, wall } = await desk('locked');
    await report({ ...network, symptom: '某处网络中断', reporter: { name: '报障人甲' } });
    until('11:00');
    must(await station.call(accounts.lock, {}, token));
    const locked = await list();
    expect(locked.counts.redToTake).toBe(3);
    expect(locked.alarms[0]).toMatchObject({ number: '', place: '', symptom: '', level: 'red' });
    const shown = await wall();
    expect(shown).toMatchObject({ locked: true, cards: [], figures: { open: 1, red: 1, reportedToday: 1 } });
    expect(shown.onDuty).toBeUndefined();
    expect(JSON.stringify([locked, shown])).not.toMatch(/某处|报障人|人民路|值班员甲/);
    expect(await station.call(faults.board, {}, token)).toMatchObject({ refusal: { code: 'sessionLocked' } });
    expect(await station.call(faults.wall, {})).toMatchObject({ refusal: { code: 'notSignedIn' } });
  });

  test('taken at one desk, it is silent at the other after the exchange', async () => {
    const [east, west] = [await desk('taken-east'), await desk('taken-west', 'B')];
    trust(east.station, west.station);
    await east.report(network);
    exchange(east.station, west.station);
    for (const { until } of [east, west]) until('10:25');
    expect(await east.takeShown()).toBeGreaterThan(0);
    expect((await west.list()).counts.redToTake).toBe(1);
    exchange(east.station, west.station);
    expect((await west.list()).counts).toMatchObject({ redToTake: 0, amberToTake: 0 });
  });

  test('a case that went up by itself is told until it is taken', async () => {
    const { report, until, told, list, takeShown, station, token, sys } = await desk('raised');
    const { version } = must(await station.call(contracts.serviceProfiles.one, { code: 'P4' }, token));
    must(await station.call(contracts.serviceProfiles.putInUse, { code: 'P4', version, reason: '纳入保障' }, sys));
    await report({ subsystem: 'application', class: '1', profile: 'P4', traits: {} });
    until('11:01');
    expect((await list()).alarms.find(({ clock }) => clock === 'raise')).toMatchObject({ level: 'red', raises: 'tier', mine: true });
    await takeShown();
    expect((await told()).filter(([clock]) => clock === 'raise')).toEqual([]);
  });
});

describe('the wall', () => {
  test('big figures, the most urgent first, and the curve of today hour by hour', async () => {
    const { report, take, until, wall } = await desk('wall');
    const first = await report(network);
    const grave = await report({ class: 'A', subsystem: 'cloudStorage' });
    until('11:30');
    const third = await report({ subsystem: 'frontEnd' });
    await take('accept', third.id);
    await take('wait', third.id, { waitingFor: 'access' });
    const fourth = await report(network);
    await take('cancel', fourth.id);
    const { figures, cards, curve, onDuty, nextChange } = await wall();
    expect(figures).toMatchObject({ open: 3, red: 2, amber: 0, highRisk: 1, waiting: 1, reportedToday: 4, closedToday: 0 });
    expect(figures.availability).toBeUndefined();
    expect(cards.map(({ id, urgency }) => [id, urgency])).toEqual([
      [grave.id, 'red'],
      [first.id, 'red'],
      [third.id, 'calm'],
    ]);
    expect(curve).toHaveLength(12);
    expect(curve.slice(10)).toMatchObject([
      { hour: at('10:00'), reported: 2 },
      { hour: at('11:00'), reported: 2 },
    ]);
    expect(onDuty).toMatchObject({ officers: [] });
    expect(nextChange).toBeLessThanOrEqual(at('12:00'));
  });

  test('availability: the share of devices in service on which no fault stands', async () => {
    const { report, take, wall, station, token } = await desk('available');
    const ids: string[] = [];
    for (const name of ['球机甲', '球机乙', '球机丙', '球机丁'])
      ids.push(
        must(
          await station.call(
            contracts.devices.register,
            { code: `00000000000${ids.length}`, name, type: '球机', subsystem: 'frontEnd' },
            token,
          ),
        ).id,
      );
    expect((await wall()).figures.availability).toBe(1);
    const { id } = await report({ device: { id: ids[0] as string, name: '球机甲' } });
    await report({ device: { id: ids[0] as string, name: '球机甲' } });
    expect((await wall()).figures.availability).toBe(0.75);
    await take('accept', id);
    await take('repair', id);
    expect((await wall()).figures.availability).toBe(0.75);
  });
});

test('of more alarms than are listed the counts tell all', async () => {
  const { report, clock, list } = await desk('many');
  for (let i = 0; i < 300; i++) await report(network);
  clock.pass(2 * hour + minute);
  const answer = await list();
  expect(answer.alarms).toHaveLength(200);
  expect(answer.counts.redToTake).toBe(900);
});
