import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contracts } from '../../src/shared/contracts';
import { hour } from '../../src/shared/time';
import { pictures, signIn } from '../support/desk';
import { launch } from '../support/launch';
import { founded, memoryStation, must } from '../support/memory-station';

/** A station whose only fault was reported two hours ago, and nobody has been there. */
async function overdueStation(): Promise<string> {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'duty-desk-')), 'data');
  const { station, token } = await founded(memoryStation('overdue', dataDir, Date.now() - 2 * hour));
  const report = { symptom: '汇聚交换机失联', class: 'B', place: '解放路派出所机房', subsystem: 'network' } as const;
  must(await station.call(contracts.faults.report, report, token));
  station.close();
  return dataDir;
}

test('an overdue fault raises the strip, one key takes it; the wall opens and closes by a key, and names nothing on a locked desk', async () => {
  const desk = await launch({ dataDir: await overdueStation() });
  const { app, page, errors } = desk;
  await signIn(page, 'officer-a', 'Zhiban-2027');
  const strip = page.getByRole('region', { name: '待确认的时限提醒' });
  await expect(strip).toContainText('解放路派出所机房');
  await expect(strip).toContainText('时限已超');
  await page.keyboard.press('F10');
  await expect(page.getByRole('heading', { name: '待本人确认' })).toBeVisible();
  await pictures(desk, 'alarms', true);
  await page.keyboard.press('F12');
  await expect(page.getByText('已确认 3 条提醒，计时不停')).toBeVisible();
  await expect(strip).toBeHidden();
  // Taken or not, it is over, and stays in sight.
  await expect(page.getByRole('button', { name: /^时限提醒：超时 3 条/ })).toBeVisible();

  const [wall] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('F11')]);
  await expect(wall.getByText('解放路派出所机房')).toBeVisible();
  const asked = await wall.evaluate(() =>
    (window as unknown as { station: { call(name: string, input: unknown): Promise<{ refusal?: { code: string } }> } }).station.call(
      'faults.board',
      {},
    ),
  );
  expect(asked.refusal?.code).toBe('notAllowed');
  await page.keyboard.press('Control+l');
  await expect(wall.getByText('值班席已锁定，只显示数字')).toBeVisible();
  await expect(wall.getByText('解放路派出所机房')).toBeHidden();
  await page.getByLabel(/^口令/).first().fill('Zhiban-2027');
  await page.keyboard.press('Enter');
  await expect(wall.getByText('解放路派出所机房')).toBeVisible();
  await page.keyboard.press('F11');
  await expect.poll(() => app.windows().length).toBe(1);
  await app.close();
  expect(errors).toEqual([]);
});
