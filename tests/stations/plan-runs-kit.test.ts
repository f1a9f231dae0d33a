import { expect, test } from 'vitest';
import { loadsOf } from '../../src/shared/plan-runs/kit';
import { minute } from '../../src/shared/time';
import { planDesk } from '../support/plan-desk';

const code = (answer: unknown) => {
  const { ok, refusal } = answer as { ok: boolean; refusal?: { code: string } };
  return ok ? 'ok' : refusal?.code;
};

test('kit is counted by vehicle: no vehicle brings back more than it was given, and what is lost has its explanation', async () => {
  const { activate, one, say, clock, station } = await planDesk('kit by vehicle');
  const { id } = await activate({ plan: 'rainstorm', level: 2, drill: false });
  const lines = (await one(id)).kit.flatMap(({ code: item, perVehicle }) =>
    perVehicle === undefined ? [] : [{ item, count: perVehicle }],
  );
  expect(lines.length).toBeGreaterThan(15);
  const [first, second] = ['一号车', '二号车'];
  for (const vehicle of [first, second]) {
    clock.pass(minute);
    expect(code(await say('duty', 'issueKit', { id, lines, to: { name: '工程师1' }, vehicle }))).toBe('ok');
  }
  const [line] = lines;
  const all = { id, by: { name: '工程师1' }, vehicle: first };
  expect(code(await say('duty', 'returnKit', { ...all, lines: [{ item: line?.item, count: (line?.count ?? 0) + 1 }] }))).toBe(
    'moreThanIssued',
  );
  expect(code(await say('duty', 'returnKit', { ...all, vehicle: '三号车', lines }))).toBe('moreThanIssued');
  expect(code(await say('duty', 'returnKit', { ...all, lines: lines.slice(1) }))).toBe('ok');
  expect(code(await say('duty', 'returnKit', { ...all, lines: lines.slice(0, 1), lost: true, note: '落水' }))).toBe('ok');
  const run = await one(id);
  expect(
    loadsOf(run.kitMoves).map(({ vehicle, items }) => [vehicle, items.filter(({ issued, returned }) => issued > returned).length]),
  ).toEqual([
    [first, 0],
    [second, lines.length],
  ]);
  expect(run.kitMoves.at(-1)).toMatchObject({ verb: 'return', lost: true, note: '落水', vehicle: first, person: '工程师1' });
  expect(run.kit.find(({ code: item }) => item === line?.item)).toMatchObject({ lost: line?.count });
  station.close();
});
