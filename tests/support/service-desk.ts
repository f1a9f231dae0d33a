import { contracts } from '../../src/shared/contracts';
import type { InputOf } from '../../src/shared/contract';
import { instantIn } from '../../src/shared/time';
import { founded, memoryStation, must } from './memory-station';

export const { serviceRequests, periodicDuties, serviceProfiles } = contracts;

/** A moment as a desk in China reads it off the wall. */
export function moment(date: string, time = '00:00'): number {
  const at = instantIn('Asia/Shanghai', date, time);
  if (at === undefined) throw new Error(`no such moment: ${date} ${time}`);
  return at;
}

type Desk = Awaited<ReturnType<typeof founded>>;

export async function putInUse({ station, sys, token }: Pick<Desk, 'station' | 'sys' | 'token'>, ...codes: string[]): Promise<void> {
  for (const code of codes) {
    const card = must(await station.call(serviceProfiles.list, {}, token)).find((one) => one.code === code);
    const version = card?.newest as string;
    if (card?.inUse === undefined) must(await station.call(serviceProfiles.putInUse, { code, version, reason: '合同生效' }, sys));
  }
}

/** A founded station with these contracts in use, and what tests of services say most. */
export async function serviceDesk(seed: string, start: number, ...codes: string[]) {
  const desk = await founded(memoryStation(`services ${seed}`, ':memory:', start));
  await putInUse(desk, ...codes);
  return { ...desk, ...saying(desk) };
}

/** What is said most at a desk. */
export function saying({ station, clock, officer }: Pick<Desk, 'station' | 'clock' | 'officer'>) {
  // Sessions end while the clock is moved by days: the officer signs in again.
  let token = station.sessionFor(officer);
  const register = async (profile: string, service: string, more: Partial<InputOf<typeof serviceRequests.register>> = {}) =>
    must(await station.call(serviceRequests.register, { profile, service, title: '事项', asker: { name: '王老师' }, ...more }, token)).id;
  const one = async (id: string) => must(await station.call(serviceRequests.one, { id }, token));
  const list = async (filter: InputOf<typeof serviceRequests.list> = {}) => must(await station.call(serviceRequests.list, filter, token));
  /** Takes a step, with somebody who did it where the desk only puts it down. */
  const take = (id: string, step: string, more: object = {}) =>
    station.answer('serviceRequests.take', { id, step, doer: { name: '孙工' }, ...more }, token);
  const say = (verb: keyof typeof serviceRequests, input: object) => station.answer(`serviceRequests.${verb}`, input, token);
  const duties = async () => must(await station.call(periodicDuties.list, {}, token));
  const record = (profile: string, duty: string, period: string, more: object = {}) =>
    station.answer('periodicDuties.record', { profile, duty, period, ...more }, token);
  /** The clock goes to a moment, and the station notices what fell due meanwhile. */
  const at = (when: number) => {
    clock.time = when;
    token = station.sessionFor(officer);
    station.notice();
  };
  return { register, one, list, take, say, duties, record, at };
}
