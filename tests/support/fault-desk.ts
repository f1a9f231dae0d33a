import { contracts } from '../../src/shared/contracts';
import type { InputOf } from '../../src/shared/contract';
import type { FaultVerb } from '../../src/shared/faults/states';
import type { Role } from '../../src/shared/roles';
import type { Station } from '../../src/station/station';
import { founded, memoryStation, must, type VirtualClock } from './memory-station';

export const { faults, devices } = contracts;

export type Desk = Awaited<ReturnType<typeof faultDesk>>;

/** A founded station with what tests of faults say most. */
export async function faultDesk(seed: string | number, letter = 'A', start?: number) {
  const desk = await founded(memoryStation(seed, ':memory:', start), letter);
  const report = async (facts: Partial<InputOf<typeof faults.report>> = {}) =>
    must(
      await desk.station.call(
        faults.report,
        { symptom: '画面黑屏', class: 'B', place: '人民路与建设街交叉口', subsystem: 'frontEnd', ...facts },
        desk.token,
      ),
    );
  const one = async (id: string) => must(await desk.station.call(faults.one, { id }, desk.token));
  /** Takes a step with whatever it needs beside the fault itself. */
  const take = (verb: FaultVerb, id: string, more: Record<string, unknown> = {}, token = desk.token) =>
    desk.station.answer(`faults.${verb}`, { id, ...needs[verb], ...more }, token);
  const board = async (filter: InputOf<typeof faults.board> = {}) => must(await desk.station.call(faults.board, filter, desk.token));
  return { ...desk, report, one, take, board };
}

/** What each step needs so that only the state can object. */
const needs: Partial<Record<FaultVerb, Record<string, unknown>>> = {
  dispatch: { engineer: { name: '高工甲', phone: '19000000001' } },
  wait: { waitingFor: 'parts' },
  repair: { cause: '电源适配器损坏', remedy: '更换电源适配器' },
  verify: { holds: true },
  close: { note: '监测恢复正常' },
  reopen: { reason: '故障重现' },
  cancel: { reason: '误报' },
  reclassify: { class: 'A', reason: '影响范围扩大' },
  note: { note: '已电话告知' },
};

/** Signs a further account in, its password its own. */
export async function signedIn(station: Station, sec: string, login: string, name: string, roles: Role[]): Promise<string> {
  must(await station.call(contracts.accounts.create, { login, name, roles, password: 'Linshi-2026' }, sec));
  const first = must(await station.call(contracts.accounts.signIn, { login, password: 'Linshi-2026' })).token;
  must(await station.call(contracts.accounts.changeOwnPassword, { current: 'Linshi-2026', next: 'Linshi-2027' }, first));
  return must(await station.call(contracts.accounts.signIn, { login, password: 'Linshi-2027' })).token;
}

/** A projection's table without what may differ between stations. */
export function tableOf(station: Station, table: 'faults' | 'devices'): unknown[] {
  return station.journal.raw
    .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY id`)
    .all()
    .map(({ stream: _, ...row }) => row);
}

export function pass(desks: readonly { clock: VirtualClock }[], milliseconds: number): void {
  for (const { clock } of desks) clock.pass(milliseconds);
}
