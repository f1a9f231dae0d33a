import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { contracts } from '../../src/shared/contracts';
import { hour } from '../../src/shared/time';
import { go, pictures, signIn } from '../support/desk';
import { launch } from '../support/launch';
import { founded, memoryStation, must } from '../support/memory-station';

/** A station with one fault that somebody was sent to an hour ago. */
async function stationWithFault(): Promise<string> {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'duty-desk-')), 'data');
  const { station, token } = await founded(memoryStation('fault-screens', dataDir, Date.now() - hour));
  const report = { symptom: '汇聚交换机失联', class: 'B', place: '解放路派出所机房', subsystem: 'network' } as const;
  const { id } = must(await station.call(contracts.faults.report, report, token));
  must(await station.call(contracts.faults.accept, { id }, token));
  station.close();
  return dataDir;
}

test('with nobody signed in the door tells of alarms; the step of a fault is sent and paused by keys alone; its figures open their list', async () => {
  const desk = await launch({ dataDir: await stationWithFault() });
  const { app, page, errors } = desk;
  // How many, and nothing of what.
  await expect(page.getByRole('alert')).toContainText(/时限提醒待确认：超时 [1-9]\d* 条/);
  await expect(page.getByText('解放路派出所机房')).toBeHidden();
  await pictures(desk, 'door-alarms', true);
  await signIn(page, 'officer-a', 'Zhiban-2027');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
  await go(page, '故障');
  await page.getByRole('option', { name: /解放路派出所机房/ }).click();
  const send = page.getByRole('button', { name: '派单', exact: true });
  await expect(send).toBeInViewport();
  await page.getByRole('textbox', { name: /^维修人员/ }).fill('工程师甲');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /下一步.*响应/ })).toBeVisible();
  await page.keyboard.press('Alt+w');
  await page.getByLabel(/^等待事项/).selectOption({ label: '等备件' });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /恢复/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: '故障统计' })).toBeVisible();
  await page.getByRole('button', { name: /^网络传输系统：1 起/ }).press('Enter');
  await expect(page.getByRole('row', { name: /解放路派出所机房/ })).toBeVisible();
  await page.getByRole('listbox', { name: '按类别' }).press('Enter');
  await expect(page.getByText('B类（1 起）')).toBeVisible();
  await app.close();
  expect(errors).toEqual([]);
});

test('a list of devices: every problem is named, decisions outlive the screen, all of it comes in at once', async () => {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'duty-desk-')), 'data');
  const { station } = await founded(memoryStation('device-list', dataDir, Date.now()));
  station.close();
  const desk = await launch({ dataDir });
  const { app, page, errors } = desk;
  await signIn(page, 'officer-a', 'Zhiban-2027');
  const choose = async () => {
    await page.evaluate(() => {
      location.hash = '#/devices/import';
    });
    await page.locator('input[type=file]').setInputFiles(resolve('tests/fixtures/devices.csv'));
  };
  await choose();
  const take = page.getByRole('button', { name: /^采用全部建议/ });
  await expect(take).toBeVisible();
  await pictures(desk, 'device-list', true);
  await take.click();
  await expect(take).toBeHidden();
  await page.waitForTimeout(400);
  await page.evaluate(() => {
    location.hash = '#/devices';
  });
  await choose();
  await expect(page.getByRole('button', { name: '导入', exact: true })).toBeVisible();
  await expect(take).toBeHidden();
  await app.close();
  expect(errors).toEqual([]);
});
