import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { go, pictures, signIn } from '../support/desk';
import { type Launched, launch } from '../support/launch';

// One month and one window for all: what each test looks at, none of them changes.
const dataDir = join(mkdtempSync(join(tmpdir(), 'duty-demo-')), 'data');

/** Login and password of the first account with a role, as the demonstration tells them. */
function accountOf(role: string): [string, string] {
  const line = readFileSync(join(dataDir, 'accounts.txt'), 'utf8')
    .split('\n')
    .find((one) => one.includes(role));
  const cells = (line ?? '').trim().split(/\s{2,}/);
  return [cells[0] as string, cells.at(-1) as string];
}

test.describe.configure({ mode: 'serial' });

let desk: Launched;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  desk = await launch({ dataDir, args: ['--demo'], timeout: 120_000 });
  await signIn(desk.page, ...accountOf('值班员'));
  await expect(desk.page.getByRole('heading', { name: '当班' })).toBeVisible();
});
test.afterEach(() => expect(desk.errors).toEqual([]));
test.afterAll(() => (desk as Launched | undefined)?.app.close());

test('npm start -- --demo: the duty log of a month', async () => {
  const { page } = desk;
  await go(page, '值班日志');
  await expect(page.getByText(/A-\d{4}-\d{6}/).first()).toBeVisible();
  await pictures(desk, 'demo-duty-log');
  await page.keyboard.press('F3');
  await page.keyboard.insertText('雷雨');
  await expect(page.getByText(/找到 \d+ 条/)).toBeVisible();
  await pictures(desk, 'demo-duty-log-search');
  await page.getByText('中断，下挂').first().click();
  await expect(page.getByText('续报内容')).toBeVisible();
  await pictures(desk, 'demo-duty-log-entry');
});

test('npm start -- --demo: faults', async () => {
  const { page } = desk;
  await go(page, '故障');
  await expect(page.getByRole('heading', { name: '故障', exact: true })).toBeVisible();
  await pictures(desk, 'demo-fault-board');
  // A banner above names the plan under way by its number, too.
  await page
    .getByRole('main')
    .getByText(/A-\d{4}-\d{6}/)
    .first()
    .click();
  await page.keyboard.press('Enter');
  await expect(page.getByText('办理过程')).toBeVisible();
  await pictures(desk, 'demo-fault');
});

test('npm start -- --demo: people, devices, the station, keys, the locked desk', async () => {
  const { page } = desk;
  await go(page, '人员');
  await expect(page.getByRole('heading', { name: '人员', exact: true })).toBeVisible();
  await pictures(desk, 'demo-people');
  await go(page, '设备');
  await expect(page.getByText(/共 300 台/)).toBeVisible();
  await pictures(desk, 'demo-devices');
  await go(page, '本站');
  await pictures(desk, 'demo-station');
  await page.keyboard.press('F1');
  await pictures(desk, 'demo-keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: '本席已锁定' })).toBeVisible();
  await pictures(desk, 'demo-locked');
});
