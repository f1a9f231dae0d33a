import { expect, test } from 'vitest';
import {
  faultAccepted,
  faultAcknowledged,
  faultArrived,
  faultClosed,
  faultConfirmed,
  faultDispatched,
  faultRepaired,
  faultReported,
  faultVerified,
} from '../../src/shared/faults/events';
import { subsystems } from '../../src/shared/devices/facts';
import { minute } from '../../src/shared/time';
import { owedFaults } from '../../src/station/faults';
import { figuresOf } from '../../src/station/faults/figures-of-faults';
import { faultDesk } from '../support/fault-desk';
import { resources } from '../support/memory-station';
import { ownTime } from '../support/own-time';

const inAll = 10_000;

test('10,000 faults of a month, closed after nine steps each: figures in under a second at first, then at once', async () => {
  const { station, clock, officer, one, report } = await faultDesk('figures-speed');
  const { journal } = station;
  // The profile is put on record with its first fault.
  const { profileVersion } = await one((await report()).id);
  const by = { id: officer, name: '值班员甲' };
  journal.transact(() => {
    for (let i = 0; i < inAll; i++) {
      const id = journal.newId();
      const reportedAt = clock.now() - i * 4 * minute;
      const step = <S>(from: S, after: number) => ({ by, from, seen: {}, happenedAt: reportedAt + after * minute });
      journal.append(officer, [
        faultReported(id, {
          number: `A-2026-${String(i + 1).padStart(6, '0')}`,
          source: 'phone',
          foundAt: reportedAt,
          reportedAt,
          place: `人民路与建设街交叉口第 ${i} 号杆`,
          subsystem: subsystems[i % subsystems.length] as 'network',
          symptom: '画面黑屏，云台不受控，夜间红外不亮，重启无效',
          scope: '一路',
          tried: '重启',
          class: ['A', 'B', 'C'][i % 3] as 'A',
          attachments: [],
          profile: profileVersion,
          by,
        }),
        faultAccepted(id, step('reported' as const, 1)),
        faultDispatched(id, { ...step('accepted' as const, 3), engineer: { name: `工程师${i % 20}` } }),
        faultAcknowledged(id, step('dispatched' as const, 8 + (i % 40))),
        faultArrived(id, step('acknowledged' as const, 50)),
        faultRepaired(id, { ...step('onSite' as const, 60 + (i % 300)), cause: `原因${i % 37}`, remedy: '更换电源适配器' }),
        faultVerified(id, { ...step('repaired' as const, 400), holds: true }),
        faultConfirmed(id, { ...step('verified' as const, 410), satisfaction: 'satisfied' as const }),
        faultClosed(id, step('confirmed' as const, 411)),
      ]);
    }
  });
  const context = { db: journal.db, raw: journal.raw, resources, zone: 'Asia/Shanghai', now: clock.now() };
  const asked = { from: '2026-10-01', until: '2026-11-02' };
  // As the station does every few seconds while it runs.
  owedFaults(context);
  const first = ownTime();
  expect(figuresOf(context, asked).now.values.total).toBe(inAll + 1);
  const cold = first();
  const again = ownTime();
  figuresOf(context, asked);
  const warm = again();
  expect(cold, 'first, ms').toBeLessThan(1_000);
  expect(warm, 'again, ms').toBeLessThan(300);
}, 120_000);
