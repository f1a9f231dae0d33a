// Two stations that work apart: random commands on both, clocks that differ, a bad line between them.
import type { Role } from '../../src/shared/roles';
import { contracts } from '../../src/shared/contracts';
import { day, minute, second } from '../../src/shared/time';
import { verifyJournal } from '../../src/station/journal/verify';
import type { Station } from '../../src/station/station';
import { Chance } from './chance';
import { dump } from './dump';
import { BadLine, exchange, lacking, trust } from './exchange';
import { administrators, memoryStation, must, type TestStation } from './memory-station';
import { anyCommand, anySlice, type Asker, randomCommands, sliceOf } from './random-commands';
import { receive } from '../../src/station/journal/receive';

interface Desk extends TestStation {
  tokens: Record<Asker, string>;
}

/** How often each command was done and not refused. */
export type Done = Map<string, number>;

const stepsOfOneRun = 48;
/** Every so many seeds a third station hears of it all afterwards, and every chain is checked on both. */
const thoroughEvery = 5;
/** Clocks that are set differently by no more than this agree in the end (issue 2). */
const greatestSkew = 9 * minute;

async function desk(seed: string, letter: string, start: number): Promise<Desk> {
  const test = memoryStation(seed, ':memory:', start);
  const { station } = test;
  must(await station.call(contracts.unit.found, { unit: '某市公安局指挥中心', letter, zone: 'Asia/Shanghai', ...administrators }));
  const tokens: Partial<Record<Asker, string>> = {};
  const accounts = station.journal.raw.prepare<[], { id: string; login: string }>('SELECT id, login FROM accounts').all();
  for (const role of ['sysAdmin', 'secAdmin', 'auditAdmin'] as const) {
    tokens[role] = station.sessionFor(accounts.find(({ login }) => login === administrators[role].login)?.id ?? '');
  }
  // The officer is in the register, and so is somebody who is not at the desk.
  const register = async (name: string, phone: string) =>
    must(await station.call(contracts.people.register, { name, phone, post: '值班员' }, tokens.sysAdmin)).id;
  const personId = await register(`值班员${letter}`, letter === 'A' ? '19000000101' : '19000000201');
  await register(`备勤员${letter}`, letter === 'A' ? '19000000102' : '19000000202');
  const account = async (login: string, more: { name: string; personId?: string }) => {
    const roles: Role[] = ['dutyOfficer', 'shiftLeader', 'office'];
    const input = { login: `${login}-${letter.toLowerCase()}`, roles, password: 'Zhiban-2026', ...more };
    const session = station.sessionFor(must(await station.call(contracts.accounts.create, input, tokens.secAdmin)).id);
    must(await station.call(contracts.accounts.changeOwnPassword, { current: 'Zhiban-2026', next: 'Zhiban-2027' }, session));
    return session;
  };
  const officer = await account('officer', { name: `值班员${letter}`, personId });
  // A handover takes three people who sign, of whom no two may be one.
  await account('leader', { name: `带班领导${letter}` });
  return { ...test, tokens: { ...tokens, officer } as Record<Asker, string> };
}

/** Plays one seed and throws where the two stations, or a third that hears of it all afterwards, do not agree. `dwellsOn`: a slice. */
export async function play(seed: number, done: Done, dwellsOn = anySlice(new Chance(seed))): Promise<void> {
  const chance = new Chance(seed);
  const start = Date.UTC(2026, 10, 2) + chance.between(0, 300) * day;
  // Clocks that agree to the millisecond matter too: then only the stations' ids tell which entry comes first.
  const agreeing = chance.sometimes(0.3);
  const skew = () => (agreeing ? 0 : chance.between(-greatestSkew / 2, greatestSkew / 2));
  const east = await desk(`${seed} east`, 'A', start + skew());
  const west = await desk(`${seed} west`, 'B', start + skew());
  const desks = [east, west] as const;
  trust(east.station, west.station);
  // Duties are demanded by contracts in use, and few kinds of service by the one that is in use at first.
  if (dwellsOn === 'periodicDuties' || dwellsOn === 'serviceRequests') await putInUse(east, chance.pick(['P1', 'P2', 'P2', 'P3', 'P4']));
  const line = new BadLine(chance);
  for (let i = 0; i < stepsOfOneRun; i++) {
    if (chance.sometimes(0.15)) {
      const [from, to] = chance.shuffled(desks);
      line.carry((from as Desk).station, (to as Desk).station);
      continue;
    }
    await act(chance.pick(desks), chance, dwellsOn, done);
    const passing = chance.pick([0, 0, 1, second, minute, 20 * minute]);
    for (const { clock } of desks) clock.pass(passing);
    // Somebody sets a clock right, or wrong.
    if (!agreeing && chance.sometimes(0.02)) chance.pick(desks).clock.pass(chance.between(-greatestSkew / 4, greatestSkew / 4));
  }
  exchange(east.station, west.station);
  same('west', text(east.station), text(west.station));
  const [one, other] = chance.shuffled(desks.map(({ station }) => station)) as [Station, Station];
  sound(one);
  if (seed % thoroughEvery === 0) {
    sound(other);
    same('a third station', text(one), text(toldInOrder(other, `${seed} third`, start)));
  }
  const before = text(one);
  one.journal.rebuild();
  same('the rebuilt station', before, text(one));
  for (const { station } of desks) station.close();
}

async function putInUse({ station, tokens }: Desk, code: string): Promise<void> {
  const { newest } = must(await station.call(contracts.serviceProfiles.list, {}, tokens.sysAdmin)).find((one) => one.code === code) ?? {};
  if (newest) must(await station.call(contracts.serviceProfiles.putInUse, { code, version: newest, reason: '合同生效' }, tokens.sysAdmin));
}

async function act({ station, clock, tokens }: Desk, chance: Chance, dwellsOn: string, done: Done): Promise<void> {
  const world = { chance, station, now: clock.now() };
  const { name, command } = anyCommand(world, dwellsOn);
  const input = command.input(world);
  const answer = await station.answer(name, input, tokens[command.as]);
  if (answer.ok) done.set(name, (done.get(name) ?? 0) + 1);
  else if (unexpected.has(answer.refusal.code)) {
    throw new Error(`${name} ${JSON.stringify(input)} was refused: ${JSON.stringify(answer.refusal)}`);
  }
}

/** Refusals that would say that the play itself is wrong. */
const unexpected = new Set(['invalidInput', 'unknownProcedure', 'notSignedIn', 'notAllowed', 'failed', 'notFounded']);

/** A station that was not there and hears of everything afterwards, in order, in batches. */
function toldInOrder(teller: Station, seed: string, start: number): Station {
  const { station } = memoryStation(seed, ':memory:', start);
  // The teller's chains are those of both.
  for (const { station: id } of teller.journal.chains.all()) {
    const key = teller.journal.raw.prepare<[string], Buffer>('SELECT public_key FROM stations WHERE id = ?').pluck().get(id);
    station.journal.chains.add(id, key as Buffer);
  }
  for (let batch = lacking(teller, station, 20); batch.length > 0; batch = lacking(teller, station, 20)) {
    if (receive(station.journal, batch).taken !== batch.length) throw new Error('the third station did not take a batch');
  }
  return station;
}

function sound(station: Station): void {
  const verification = verifyJournal(station.journal, () => '?');
  if (!verification.sound) throw new Error(`not sound: ${JSON.stringify(verification.broken)}`);
}

function text(station: Station): Record<string, string> {
  return Object.fromEntries(Object.entries(dump(station)).map(([table, rows]) => [table, rows.join('\n')]));
}

function same(who: string, expected: Record<string, string>, found: Record<string, string>): void {
  for (const [table, rows] of Object.entries(expected)) {
    if (rows === found[table]) continue;
    const [left, right] = [rows.split('\n'), (found[table] ?? '').split('\n')];
    const i = left.findIndex((row, at) => row !== right[at]);
    throw new Error(`${who} differs in ${table}:\n  east: ${left[i]}\n  here: ${right[i]}`);
  }
}

/** Plays many seeds; the first that fails is named, with how to play it again alone. */
export async function playSeeds(from: number, count: number): Promise<Done> {
  const done: Done = new Map(Object.keys(randomCommands).map((name) => [name, 0]));
  const alone = process.env.DUTY_SEED;
  const seeds = alone ? [Number(alone)] : Array.from({ length: count }, (_, i) => from + i);
  for (const seed of seeds) {
    // Most plays dwell on the slice of what was done least so far, so that every command has its turn however many there are.
    const least = [...done].reduce((rare, one) => (one[1] < rare[1] ? one : rare))[0];
    const dwellsOn = process.env.DUTY_DWELLS_ON ?? (seed % 3 === 0 ? anySlice(new Chance(seed)) : sliceOf(least));
    try {
      await play(seed, done, dwellsOn);
    } catch (error) {
      const again = `DUTY_SEED=${seed} DUTY_DWELLS_ON=${dwellsOn} npm test -- --only vitest tests/stations/exchange`;
      throw new Error(`seed ${seed}: ${(error as Error).message}\nplay it again: ${again}`, { cause: error });
    }
  }
  return done;
}
