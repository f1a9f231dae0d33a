import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { changeOfficer, pictures, signIn } from '../support/desk';
import { launch } from '../support/launch';

/** Login and password of the first account with a role, as the demonstration tells them. */
function accountOf(table: string, role: string): [string, string] {
  const line = table.split('\n').find((one) => one.includes(role)) ?? '';
  const cells = line.trim().split(/\s{2,}/);
  return [cells[0] as string, cells.at(-1) as string];
}

function go(page: Page, screen: string): Promise<void> {
  return page.getByRole('navigation').getByRole('link', { name: screen, exact: true }).click();
}

test('npm start -- --demo: a month that can be looked at, on every screen', async () => {
  test.setTimeout(300_000);
  const dataDir = join(mkdtempSync(join(tmpdir(), 'duty-demo-')), 'data');
  const desk = await launch({ dataDir, args: ['--demo'], timeout: 120_000 });
  const { page, app, errors } = desk;
  const table = readFileSync(join(dataDir, 'accounts.txt'), 'utf8');

  await signIn(page, ...accountOf(table, '值班员'));
  await expect(page.getByRole('heading', { name: '值班日志' })).toBeVisible();
  await expect(page.getByText(/A-\d{4}-\d{6}/).first()).toBeVisible();
  await pictures(desk, 'demo-duty-log');
  await page.keyboard.press('F3');
  await page.keyboard.insertText('雷雨');
  await expect(page.getByText(/找到 \d+ 条/)).toBeVisible();
  await pictures(desk, 'demo-duty-log-search');
  await page.getByText('中断，下挂').first().click();
  await expect(page.getByText('续报内容')).toBeVisible();
  await pictures(desk, 'demo-duty-log-entry');
  await page.keyboard.press('Escape');

  await go(page, '故障');
  await expect(page.getByRole('heading', { name: '故障', exact: true })).toBeVisible();
  await pictures(desk, 'demo-fault-board');
  await page
    .getByText(/A-\d{4}-\d{6}/)
    .first()
    .click();
  await page.keyboard.press('Enter');
  await pictures(desk, 'demo-fault');
  await page.keyboard.press('Escape');

  await go(page, '人员');
  await expect(page.getByRole('heading', { name: '人员', exact: true })).toBeVisible();
  await pictures(desk, 'demo-people');
  await go(page, '设备');
  await pictures(desk, 'demo-devices');
  await go(page, '本站');
  await pictures(desk, 'demo-station');
  await page.keyboard.press('F1');
  await pictures(desk, 'demo-keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: '本席已锁定' })).toBeVisible();
  await pictures(desk, 'demo-locked');
  await page.getByRole('button', { name: '换人登录' }).click();

  await signIn(page, ...accountOf(table, '审计管理员'));
  await go(page, '审计记录');
  await pictures(desk, 'demo-audit-trail');
  await go(page, '记录核验');
  await page.getByRole('button', { name: '开始核验' }).click();
  await pictures(desk, 'demo-verify');
  await changeOfficer(page, ...accountOf(table, '系统管理员'));
  await go(page, '系统设置');
  await pictures(desk, 'demo-settings');
  await app.close();
  expect(errors).toEqual([]);
});
