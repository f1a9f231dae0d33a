import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pictures, signIn } from '../support/desk';
import { launch } from '../support/launch';
import { planDesk } from '../support/plan-desk';

test('a group leader activates rainstorm level II with six keys at most; steps reach posts at once, one key ticks and one takes it back, and a reason is asked for', async () => {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'duty-plan-')), 'data');
  const { station } = await planDesk('window', Date.now(), 'A', dataDir);
  station.close();
  const desk = await launch({ dataDir });
  const { app, page, errors } = desk;
  await signIn(page, 'group', 'Zhiban-2027');
  await expect(page.getByRole('navigation').first()).toBeVisible();

  let presses = 0;
  const press = (key: string) => {
    presses += key.split('+').length;
    return page.keyboard.press(key);
  };
  // F5 from anywhere; the letters typed to find the plan are words.
  await press('F5');
  await expect(page.getByRole('textbox', { name: '预案' })).toBeFocused();
  await pictures(desk, 'plan-activate-1', true);
  await page.getByRole('textbox', { name: '预案' }).focus();
  await page.keyboard.type('by');
  await expect(page.getByRole('list', { name: '选预案' }).getByRole('button')).toHaveCount(1);
  await press('Enter');
  await expect(page.getByText('响应级别（数字键 1 至 4）')).toBeVisible();
  await press('2');
  await expect(page.getByRole('radio', { name: /重大/ }).first()).toBeVisible();
  await press('Enter');
  await expect(page.getByText('待调集人员')).toBeVisible();
  await pictures(desk, 'plan-activate-3', true);
  await page.locator('form [tabindex="-1"][data-start-here]').focus();
  const began = Date.now();
  await press('Control+Enter');
  const steps = page.getByRole('grid', { name: '步骤' });
  await expect(steps).toBeVisible();
  await page.keyboard.press('5');
  await expect.poll(() => steps.getByRole('row').count()).toBeGreaterThanOrEqual(24);
  console.log(`activation: ${presses} keys, ${Date.now() - began} ms until its steps are shown`);
  expect(presses).toBeLessThanOrEqual(6);
  expect(Date.now() - began).toBeLessThan(3_000);
  await pictures(desk, 'plan-steps');

  // One key ticks a step that asks for no evidence, one takes it back.
  await steps.focus();
  const free = steps.getByRole('row').filter({
    hasNot: page.locator(
      'svg[aria-label="照片"], svg[aria-label="签名"], svg[aria-label="读数"], svg[aria-label="数量"], svg[aria-label="文字"]',
    ),
  });
  await free.first().click();
  await page.keyboard.press('Space');
  await expect(page.getByText(/^已完成：/)).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText('已撤销，步骤重新打开')).toBeVisible();

  // «Not applicable» without a reason is refused.
  await page.keyboard.press('n');
  await expect(page.getByLabel(/为何不适用/)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('必须写明原因')).toBeVisible();
  await pictures(desk, 'plan-step');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { name: '阶段进度' })).toBeVisible();
  await pictures(desk, 'plan-picture');
  await page.keyboard.press('F5');
  await page.keyboard.press('Escape');
  await page.getByRole('navigation').getByRole('link', { name: '预案执行', exact: true }).click();
  await expect(page.getByRole('grid', { name: '预案执行' })).toContainText('暴雨');
  // Away from the run itself it stands across every screen.
  await expect(page.getByRole('button', { name: '执行中的预案' })).toContainText('A-');
  await pictures(desk, 'plan-runs');
  await app.close();
  expect(errors).toEqual([]);
});
