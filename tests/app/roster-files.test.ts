import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Bridge } from '../../src/shared/bridge';
import { go, pictures, signIn } from '../support/desk';
import { launch } from '../support/launch';
import { readyStation } from '../support/ready-station';

const fixture = (name: string) => resolve(import.meta.dirname, '../fixtures', name);

function call(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(([procedure, content]) => (window as unknown as { station: Bridge }).station.call(procedure as string, content), [
    name,
    input,
  ] as const);
}

test('a roster comes in with one thing decided, and goes out as a file; a notice makes the next year known', async () => {
  // Pictures of two screens in both sizes, themes and languages take their time.
  test.slow();
  const { dataDir, login, password } = await readyStation('roster-files');
  const desk = await launch({ dataDir });
  const { page, app, errors } = desk;
  await signIn(page, login, password);
  await expect(page.getByRole('heading', { name: '当班' })).toBeVisible();
  const people = { name: 'people.xlsx', content: readFileSync(fixture('people.xlsx')).toString('base64') };
  const preview = (await call(page, 'people.previewImport', people)) as { value: { rows: { key: string; outcome: string }[] } };
  const leaveOut = preview.value.rows.filter(({ outcome }) => outcome === 'error' || outcome === 'duplicate').map(({ key }) => key);
  await call(page, 'people.import', { ...people, leaveOut });

  await go(page, '排班');
  await page.getByRole('button', { name: '导入导出' }).click();
  await pictures(desk, 'roster-files-empty', true);
  await page.locator('input[type=file]').setInputFiles(fixture('roster.xlsx'));
  const unknown = page.getByLabel('名册中无此人：欧阳震华');
  await expect(unknown).toBeVisible();
  await page.getByRole('button', { name: '到下一处' }).click();
  await pictures(desk, 'roster-files-preview');
  // The keyboard stands in the first undecided thing; whoever is not in the register is decided by one choice each.
  for (
    let left = await page.locator('[data-undecided] select').count();
    left > 0;
    left = await page.locator('[data-undecided] select').count()
  ) {
    await page.locator('[data-undecided] select').first().selectOption('asWritten');
  }
  await page.getByLabel('排班说明').fill('12月排班');
  await pictures(desk, 'roster-files-ready', true);
  await page.getByLabel('排班说明').press('Enter');
  await expect(page.getByText(/导入完成：写入 62 个班次/).first()).toBeVisible();

  const saved = join(mkdtempSync(join(tmpdir(), 'duty-saved-')), 'roster.xlsx');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, saved);
  await expect(page.getByLabel('月份')).toHaveValue('2026-12');
  await page.getByRole('button', { name: '导出值班表' }).click();
  await expect(page.getByText(/已保存：.*12月值班表/)).toBeVisible();
  expect(readFileSync(saved).subarray(0, 2).toString()).toBe('PK');
  await page.locator('input[type=file]').setInputFiles(saved);
  await expect(page.getByText('与现有值班表一致，无需导入。')).toBeVisible();

  await go(page, '工作日历');
  await expect(page.getByRole('heading', { name: '工作日历' })).toBeVisible();
  await pictures(desk, 'calendar');
  await page.locator('[data-date="2026-12-17"]').click();
  await page.getByLabel('事由').fill('暴雪橙色预警');
  await page.keyboard.press('Enter');
  await expect(page.getByText('须加强值班：值守不少于 4 人')).toBeVisible();
  await pictures(desk, 'calendar-day', true);
  await page.getByRole('button', { name: '下一年' }).click();
  await expect(page.getByText(/2027 年节假日安排尚未公布或未导入/)).toBeVisible();
  await page.getByRole('button', { name: '导入放假通知' }).first().click();
  await page
    .getByLabel('通知全文或表格')
    .fill(
      '国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、春节：2月5日（周一）至11日放假，共7天。',
    );
  await expect(page.getByText('第 3 行未识别')).toBeVisible();
  await pictures(desk, 'calendar-notice', true);
  await page.getByLabel('不导入此行').check();
  await page.getByLabel('通知全文或表格').press('Control+Enter');
  await expect(page.getByText(/来源：国务院办公厅关于2027年/)).toBeVisible();
  await app.close();
  expect(errors).toEqual([]);
});
