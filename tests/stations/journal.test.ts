import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { dump } from '../support/dump';
import { founded, memoryStation, must } from '../support/memory-station';

test('a founded station verifies, and names the first entry somebody changed', async () => {
  const { station, audit } = await founded(memoryStation(1));
  expect(must(await station.call(contracts.journal.verify, {}, audit))).toMatchObject({ sound: true, stations: 1 });
  station.journal.raw.exec("UPDATE entries SET payload = replace(payload, '值班员甲', '值班员乙') WHERE payload LIKE '%值班员甲%'");
  const verification = must(await station.call(contracts.journal.verify, {}, audit));
  expect(verification).toMatchObject({ sound: false, broken: { letter: 'A', reason: 'hashMismatch' } });
});

test('a folder whose tables an earlier version made opens: they are made anew from the journal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duty-earlier-'));
  try {
    const { station, token } = await founded(memoryStation('earlier', folder));
    const report = { symptom: '画面黑屏', class: 'B', place: '高速口', subsystem: 'frontEnd' } as const;
    must(await station.call(contracts.faults.report, report, token));
    const before = dump(station);
    // An earlier table lacks columns that an index and the statements of today name.
    station.journal.raw.exec(
      `DROP TABLE faults; CREATE TABLE faults (stream INTEGER PRIMARY KEY, id TEXT NOT NULL, doc TEXT NOT NULL);
       UPDATE settings SET value = 'an earlier version' WHERE key = 'projections'`,
    );
    station.close();
    const { station: later } = memoryStation('later', folder);
    expect(dump(later)).toEqual(before);
    later.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
