import { expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { founded, memoryStation, must } from '../support/memory-station';

test('a founded station verifies, and names the first entry somebody changed', async () => {
  const { station, audit } = await founded(memoryStation(1));
  expect(must(await station.call(contracts.journal.verify, {}, audit))).toMatchObject({ sound: true, stations: 1 });
  station.journal.raw.exec("UPDATE entries SET payload = replace(payload, '值班员甲', '值班员乙') WHERE payload LIKE '%值班员甲%'");
  const verification = must(await station.call(contracts.journal.verify, {}, audit));
  expect(verification).toMatchObject({ sound: false, broken: { letter: 'A', reason: 'hashMismatch' } });
});
