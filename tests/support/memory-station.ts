import type { Instant } from '../../src/shared/time';
import { contracts } from '../../src/shared/contracts';
import { seededRandom } from '../../src/station/random';
import { Station } from '../../src/station/station';
import { resources } from './resources';

export { resources };

/** A clock the test moves. */
export class VirtualClock {
  constructor(public time: Instant = Date.UTC(2026, 10, 2, 0, 0)) {}

  now(): Instant {
    return this.time;
  }

  pass(milliseconds: number): void {
    this.time += milliseconds;
  }
}

/** scrypt cheap enough for thousands of stations. */
export const testPasswordCost = 4;

export interface TestStation {
  station: Station;
  clock: VirtualClock;
}

/** A real station in memory, seeded, on a virtual clock, not yet founded. */
export function memoryStation(seed: string | number, folder = ':memory:', start?: Instant): TestStation {
  const clock = new VirtualClock(start);
  const station = Station.open({
    folder,
    resources,
    clock,
    random: seededRandom(seed),
    passwordCost: testPasswordCost,
    checkOutputs: true,
    onFailure: (name, error) => {
      throw new Error(`${name} failed`, { cause: error });
    },
  });
  return { station, clock };
}

export const administrators = {
  sysAdmin: { login: 'sys', name: '系统管理员', password: 'Xitong-2026' },
  secAdmin: { login: 'sec', name: '安全管理员', password: 'Anquan-2026' },
  auditAdmin: { login: 'audit', name: '审计管理员', password: 'Shenji-2026' },
};

/** Founds the station and makes one officer with every role of the desk. Returns tokens by login. */
export async function founded(test: TestStation, letter = 'A') {
  const { station } = test;
  must(await station.call(contracts.unit.found, { unit: '某市公安局指挥中心', letter, zone: 'Asia/Shanghai', ...administrators }));
  const signIn = async (login: string, password: string) => must(await station.call(contracts.accounts.signIn, { login, password })).token;
  const sec = await signIn('sec', administrators.secAdmin.password);
  const officer = must(
    await station.call(
      contracts.accounts.create,
      {
        login: `officer-${letter.toLowerCase()}`,
        name: '值班员甲',
        roles: ['dutyOfficer', 'shiftLeader', 'office'],
        password: 'Zhiban-2026',
      },
      sec,
    ),
  ).id;
  const first = await signIn(`officer-${letter.toLowerCase()}`, 'Zhiban-2026');
  must(await station.call(contracts.accounts.changeOwnPassword, { current: 'Zhiban-2026', next: 'Zhiban-2027' }, first));
  return {
    ...test,
    officer,
    sec,
    sys: await signIn('sys', administrators.sysAdmin.password),
    audit: await signIn('audit', administrators.auditAdmin.password),
    token: await signIn(`officer-${letter.toLowerCase()}`, 'Zhiban-2027'),
  };
}

/** The value of an answer that must not be a refusal. */
export function must<T>(answer: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}
