import { expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { day } from '../../src/shared/time';
import { must } from '../support/memory-station';
import { planDesk } from '../support/plan-desk';

const { handover, planRuns } = contracts;
const july = Date.parse('2026-07-14T14:00:00+08:00');

test('one drill a quarter is asked for; a quarter over without one is missed and stands in every handover until one is held', async () => {
  const { station, of, activate, clock } = await planDesk('drills', july);
  const quarters = async () =>
    must(await station.call(planRuns.drills, {}, station.sessionFor(of.office))).map(
      ({ quarter, held, missed }) => `${quarter} ${held.length}${missed ? ' missed' : ''}`,
    );
  const attention = async () => {
    const view = must(await station.call(handover.one, {}, station.sessionFor(of.duty)));
    return view.content.attention;
  };
  // The quarters before the station was founded are not held against it.
  expect(await quarters()).toEqual(['2026-Q3 0', '2026-Q2 0', '2026-Q1 0', '2025-Q4 0']);
  expect(await attention()).toBe('');

  clock.pass(90 * day);
  expect(await quarters()).toEqual(['2026-Q4 0', '2026-Q3 0 missed', '2026-Q2 0', '2026-Q1 0']);
  expect(await attention()).toBe('演练：2026年第三季度未开展，请应急办尽快组织补做（每季度至少一次）');

  // What is real is no drill.
  await activate({ plan: 'powerFailure', level: 3, drill: false });
  expect(await attention()).toContain('第三季度未开展');
  await activate({ plan: 'powerFailure', level: 3, drill: true });
  expect(await quarters()).toEqual(['2026-Q4 1', '2026-Q3 0 missed', '2026-Q2 0', '2026-Q1 0']);
  expect(await attention()).not.toContain('第三季度未开展');
  station.close();
});
