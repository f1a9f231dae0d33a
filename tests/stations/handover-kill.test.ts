import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { StationProcess } from '../../src/main/station-process';
import type { Procedure } from '../../src/shared/contract';
import { contracts } from '../../src/shared/contracts';
import type { HandoverView } from '../../src/shared/handover/contract';
import { seededRandom } from '../../src/station/random';
import { resources, testPasswordCost } from '../support/memory-station';
import { reopened } from '../support/reopened';
import { type Member, rosteredStation } from '../support/rostered-desk';

const { handover } = contracts;
const shift = '2026-11-22/night';

/** The real station program under the shell's supervisor, killed while signatures are under way. */
test('killed between and during the three signatures: after the restart one or two are still due, never a half one', {
  timeout: 180_000,
}, async () => {
  const dice = seededRandom('handover kill');
  const roll = () => Buffer.from(dice(4)).readUInt32LE() / 2 ** 32;
  for (let round = 0; round < 3; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'duty-handover-kill-'));
    const desk = await rosteredStation(`kill ${round}`, 'A', folder);
    const [outgoing, incoming, leader] = [desk.watch.first[0], desk.watch.second[0], desk.watch.leaders[0]] as [Member, Member, Member];
    // The killed process goes by the system's clock; the session must not have ended by it.
    desk.clock.time = Date.now();
    const token = outgoing.token;
    desk.station.close();
    const station = new StationProcess(
      {
        node: process.execPath,
        program: resolve(import.meta.dirname, '../../out/main/station.cjs'),
        env: {
          ...(process.env as Record<string, string>),
          DUTY_DATA_DIR: folder,
          DUTY_RESOURCES: resources,
          DUTY_PASSWORD_COST: String(testPasswordCost),
          DUTY_VERSION: '0',
        },
      },
      {
        changed: () => {},
        state: () => {},
        refused: (code, message) => {
          throw new Error(`${code}: ${message}`);
        },
      },
    );
    station.start();
    const ask = <T>(procedure: Procedure, input: unknown) =>
      station.call(procedure.name, input, token) as Promise<{ ok: boolean; value: T; refusal?: unknown }>;
    const killSoon = () => setTimeout(() => station.pid && process.kill(station.pid, 'SIGKILL'), roll() * 6);
    const { value: draft } = await ask<HandoverView>(handover.one, { shift });
    killSoon();
    const signedOut = await ask<{ version: string }>(handover.signOutgoing, {
      shift,
      seen: draft.seen,
      signer: outgoing.signer,
      mode: 'emergency',
      modeReason: '演练断电',
    });
    const version = signedOut.value.version;
    const afterOne = (await ask<HandoverView>(handover.one, { shift })).value;
    expect(afterOne.phase).toBe('outgoingSigned');
    expect(afterOne.version).toMatchObject({ id: version, intact: true });
    killSoon();
    expect(await ask(handover.signIncoming, { shift, version, signer: incoming.signer })).toMatchObject({ ok: true });
    killSoon();
    const afterTwo = (await ask<HandoverView>(handover.one, { shift })).value;
    expect(afterTwo.phase).toBe('takenOver');
    expect(afterTwo.version?.incoming).toHaveLength(1);
    expect(await ask(handover.signLeader, { shift, version, signer: leader.signer })).toMatchObject({ ok: true });
    station.stop();
    const again = await reopened(folder);
    const done = await again.call(handover.one, { shift }, again.sessionFor(outgoing.account));
    expect(done).toMatchObject({ ok: true, value: { phase: 'complete', others: [], version: { intact: true } } });
    again.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
