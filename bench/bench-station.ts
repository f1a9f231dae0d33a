import { resolve } from 'node:path';
import type { Answer } from '../src/shared/answer';
import { contracts } from '../src/shared/contracts';
import { logEntryWritten } from '../src/shared/duty-log/events';
import type { EventDraft } from '../src/shared/event';
import type { Instant } from '../src/shared/time';
import { type Clock, systemClock } from '../src/station/clock';
import { Station } from '../src/station/station';
import type { Corpus } from './corpus';
import { mustBeDurable } from './plain-table';

export const unitName = '某市公安局指挥中心';
export const officerLogin = 'desk';
export const officerPassword = 'Zhiban-2027';
/** Entries of one transaction of a bulk load. */
export const batch = 5_000;

/** A clock that is set, so that a year of entries need not take a year. */
export class SetClock implements Clock {
  constructor(private time: Instant) {}

  now(): Instant {
    return this.time;
  }

  set(time: Instant): void {
    this.time = time;
  }
}

export interface BenchStation {
  station: Station;
  officer: string;
  token: string;
}

export function openStation(folder: string, clock: Clock = systemClock): Station {
  const station = Station.open({
    folder,
    resources: resolve('resources'),
    clock,
    onFailure: (name, error) => {
      throw new Error(`${name} failed`, { cause: error });
    },
  });
  mustBeDurable(station.journal.raw);
  return station;
}

/** A founded station with one officer of the desk, made by the commands that a first run uses. */
export async function foundStation(folder: string, clock: Clock = systemClock): Promise<BenchStation> {
  const station = openStation(folder, clock);
  const sec = { login: 'sec', name: '安全管理员', password: 'Anquan-2026' };
  must(
    await station.call(contracts.unit.found, {
      unit: unitName,
      letter: 'A',
      zone: 'Asia/Shanghai',
      sysAdmin: { login: 'sys', name: '系统管理员', password: 'Xitong-2026' },
      secAdmin: sec,
      auditAdmin: { login: 'audit', name: '审计管理员', password: 'Shenji-2026' },
    }),
  );
  const signIn = async (login: string, password: string) => must(await station.call(contracts.accounts.signIn, { login, password })).token;
  const first = 'Zhiban-2026';
  const { id: officer } = must(
    await station.call(
      contracts.accounts.create,
      { login: officerLogin, name: '值班员甲', roles: ['dutyOfficer', 'shiftLeader'], password: first },
      await signIn(sec.login, sec.password),
    ),
  );
  must(
    await station.call(contracts.accounts.changeOwnPassword, { current: first, next: officerPassword }, await signIn(officerLogin, first)),
  );
  return { station, officer, token: await signIn(officerLogin, officerPassword) };
}

/** The value of an answer that must not be a refusal. */
export function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}

/** What `dutyLog.write` decides, for entries `first` onwards, a moment apart each. */
export function drafts(station: Station, corpus: Corpus, first: number, count: number, at: (n: number) => Instant): EventDraft[] {
  return Array.from({ length: count }, (_, i) => logEntryWritten(station.journal.newId(), corpus.entry(first + i, at(first + i))));
}

/** Loads entries `first` to `first + count - 1` in batches. Returns the time and the processor time (µs) it took, their making left out. */
export function load(
  { station, officer }: BenchStation,
  corpus: Corpus,
  first: number,
  count: number,
  at?: (n: number) => Instant,
): { milliseconds: number; processor: number } {
  const { journal } = station;
  const spent = { milliseconds: 0, processor: 0 };
  for (let n = first; n < first + count; n += batch) {
    const size = Math.min(batch, first + count - n);
    const made = drafts(station, corpus, n, size, at ?? (() => journal.clock.now()));
    const before = process.cpuUsage();
    const start = performance.now();
    journal.transact(() => journal.append(officer, made));
    spent.milliseconds += performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    spent.processor += user + system;
  }
  return spent;
}
