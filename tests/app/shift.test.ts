import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { slotAt, twoShifts } from '../../src/shared/roster/pattern';
import { hour } from '../../src/shared/time';
import { pictures, signIn } from '../support/desk';
import { type Launched, launch } from '../support/launch';
import { must } from '../support/memory-station';
import { shiftDesk, zone } from '../support/shift-desk';

/** A station whose present shift has a leader and two officers on the roster; the first has come, the second signs in at the desk. */
async function onShift(seed: string): Promise<Launched> {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'duty-shift-')), 'data');
  const desk = await shiftDesk(seed, Date.now(), 'A', dataDir);
  const chen = await desk.member('chen', '陈晓澜');
  const wang = await desk.member('wang', '王梓昂');
  const han = await desk.member('han', '韩志原', ['shiftLeader']);
  desk.roster(slotAt(twoShifts, zone, Date.now()).key, [chen.person, wang.person], han.person);
  must(await desk.checkIn(han));
  must(await desk.checkIn(wang));
  desk.station.close();
  const window = await launch({ dataDir });
  await signIn(window.page, 'wang', 'Linshi-2027');
  await expect(window.page.getByRole('heading', { name: '当班' })).toBeVisible();
  return window;
}

const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name }).first();

test('by keyboard alone: check in, leave, return, a visitor, and sign the duty record', async () => {
  const desk = await onShift('keyboard');
  const { page, app, errors } = desk;
  const { keyboard } = page;
  await expect(row(page, '陈晓澜')).toContainText(/待到岗|缺岗/);
  // The only one who is awaited: the login stands there, the keyboard is in the password.
  await keyboard.press('Alt+K');
  await expect(page.getByRole('form', { name: '登记到岗' }).getByLabel(/^登录名/)).toHaveValue('chen');
  await keyboard.type('falsch');
  await keyboard.press('Enter');
  await expect(page.getByText(/登录名或口令错误/)).toBeVisible();
  await keyboard.type('Linshi-2027');
  await keyboard.press('Enter');
  await expect(row(page, '陈晓澜')).toContainText('在岗');

  await keyboard.press('Alt+L');
  await expect(page.getByLabel(/^事由/)).toBeFocused();
  await keyboard.insertText('就餐');
  await keyboard.press('Enter');
  await expect(row(page, '王梓昂')).toContainText('离岗（经批准）');
  await pictures(desk, 'shift');
  await keyboard.press('Alt+L');
  await expect(row(page, '王梓昂')).not.toContainText('离岗（经批准）');

  await keyboard.press('Alt+V');
  await expect(page.getByLabel(/^姓名/)).toBeFocused();
  await keyboard.insertText('来访甲');
  await page.getByLabel(/^事由/).focus();
  await keyboard.insertText('更换光模块');
  await keyboard.press('Enter');
  await expect(row(page, '来访甲')).toBeVisible();

  await keyboard.press('Alt+J');
  await expect(page.getByLabel(/^值班情况/)).toBeFocused();
  await keyboard.insertText('当班情况正常，无重大警情。');
  // Before the last hour of a shift, signing needs an explanation.
  if (slotAt(twoShifts, zone, Date.now()).end - Date.now() > hour) await page.getByLabel(/^说明/).fill('提前交班');
  const form = page.getByRole('form', { name: /^值班记录/ });
  await expect(form.getByLabel(/^登录名/)).toHaveValue('wang');
  await pictures(desk, 'duty-record-draft', true);
  await form.getByLabel(/^口令/).focus();
  await keyboard.type('Linshi-2027');
  await keyboard.press('Enter');
  await expect(page.getByText('内容与签名一致')).toBeVisible();
  await pictures(desk, 'duty-record-signed');
  await app.close();
  expect(errors).toEqual([]);
});
