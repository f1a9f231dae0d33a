import { expect, test } from 'vitest';
import { hour } from '../../src/shared/time';
import { devices, faultDesk, faults } from '../support/fault-desk';
import { must } from '../support/memory-station';

test('availability of a device as its faults tell it, known since it was registered', async () => {
  const { station, token, clock, report, take } = await faultDesk('availability');
  const { id } = must(
    await station.call(
      devices.register,
      { code: '1', name: '东门枪机', type: '枪机', subsystem: 'frontEnd', inServiceSince: '2021-01-01' },
      token,
    ),
  );
  const registered = clock.now();
  const ask = async () => must(await station.call(faults.availability, { device: id }, token));
  expect(await ask()).toMatchObject({ known: 0, faults: 0, knownSince: registered });
  clock.pass(4 * hour);
  expect(await ask()).toMatchObject({ share: 1, known: 4 * hour, out: 0 });
  const device = { id, name: '东门枪机' };
  const first = await report({ device });
  clock.pass(hour);
  expect(await ask()).toMatchObject({ out: hour, faults: 1, outSince: registered + 4 * hour });
  const double = await report({ device });
  clock.pass(hour);
  expect(await take('accept', first.id)).toMatchObject({ ok: true });
  expect(await take('merge', double.id, { into: first.id })).toMatchObject({ ok: true });
  expect(await take('repair', first.id)).toMatchObject({ ok: true });
  clock.pass(2 * hour);
  const after = await ask();
  expect(after).toMatchObject({ share: 0.75, out: 2 * hour, known: 8 * hour, faults: 2 });
  expect(after.outSince).toBeUndefined();
  const wrong = await report({ device });
  clock.pass(hour);
  expect(await take('cancel', wrong.id)).toMatchObject({ ok: true });
  expect(await ask()).toMatchObject({ out: 2 * hour, known: 9 * hour, faults: 2 });
  expect(must(await station.call(faults.find, { device: id }, token)).map(({ id: fault }) => fault)).toEqual([
    wrong.id,
    double.id,
    first.id,
  ]);
  expect(await station.call(faults.availability, { device: '01890000-0000-7000-8000-000000000000' }, token)).toMatchObject({
    refusal: { code: 'notFound' },
  });
});
