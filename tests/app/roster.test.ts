import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { go, pictures, signIn } from '../support/desk';
import { launch } from '../support/launch';
import { must } from '../support/memory-station';
import { roster, rosterDesk } from '../support/roster-desk';

/** The month after this one, so that all of it can be made. */
function nextMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString().slice(0, 7);
}

// Pictures in every dress take their time on a small machine.
test.setTimeout(150_000);

test('a month is generated, a cell changed by initials, saved with a reason; a stand-in accepts by password and is approved', async () => {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'duty-roster-')), 'data');
  const made = await rosterDesk('roster window', 'A', dataDir, Date.now());
  const standIn = await made.signIn('值班庚', ['dutyOfficer']);
  made.station.close();
  const desk = await launch({ dataDir });
  const { page, app, errors } = desk;
  await signIn(page, 'officer-a', 'Zhiban-2027');
  await go(page, '排班');
  const grid = page.getByRole('grid').getByRole('textbox');
  await expect(grid).toBeFocused();
  await page.keyboard.press('PageDown');
  const month = nextMonth();
  await expect(page.getByText(month, { exact: true })).toBeVisible();
  await expect(grid).toBeFocused();
  await page.keyboard.press('Control+G');
  await expect(page.getByText(/已生成 \d+ 个班次/)).toBeVisible();
  await expect(grid).toBeFocused();
  // The first night: 丁 leaves, 乙 of the day before comes, by initials. That breaks the rule of rest.
  for (const key of ['ArrowRight', 'ArrowRight', 'Enter', 'Backspace']) await page.keyboard.press(key);
  await page.keyboard.type('zby');
  await expect(page.getByRole('option', { name: /值班乙/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(grid).toBeFocused();
  await expect(page.getByText('值班乙连班，间隔不足一班').first()).toBeVisible();
  await page.keyboard.press('Control+S');
  await expect(page.getByLabel(/^事由/)).toBeFocused();
  await pictures(desk, 'roster-reason');
  await page.getByLabel(/^事由/).fill('值班丁外出培训');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^已保存 \d+ 个班次/)).toBeVisible();
  await page.getByRole('button', { name: '规则与班组' }).click();
  await expect(page.getByText('班组（按轮值顺序）')).toBeVisible();
  await pictures(desk, 'roster-rules', true);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+1');
  await page.getByRole('button', { name: '提出申请' }).click();
  const form = page.getByRole('form', { name: '请假换班申请' });
  await form.getByLabel(/^申请人/).fill('值班丙');
  await page.getByRole('option', { name: /值班丙/ }).click();
  await form.getByLabel(/^班次/).selectOption({ index: 3 });
  await form.getByLabel(/^代班人/).fill('值班庚');
  await page.getByRole('option', { name: /值班庚/ }).click();
  await form.getByLabel(/^事由/).fill('子女家长会');
  await pictures(desk, 'roster-ask', true);
  await form.getByLabel(/^事由/).focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已提交申请')).toBeVisible();
  await page.keyboard.press('Alt+1');
  await page.getByRole('button', { name: '同意代班' }).click();
  await page.getByLabel(/^代班人账号/).fill(standIn.login);
  await page.getByLabel(/^代班人口令/).fill(standIn.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('代班人已同意，待批准')).toBeVisible();
  await page.getByRole('button', { name: '批准', exact: true }).click();
  const approval = page.getByRole('form', { name: '批准', exact: true });
  await approval.getByLabel(/^事由|^批准意见/).fill('同意');
  await pictures(desk, 'roster-changes', true);
  await approval.getByLabel(/^事由|^批准意见/).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('已批准').first()).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('heading', { name: '当班' })).toBeVisible();
  await pictures(desk, 'roster-call-sheet', true);
  await app.close();
  expect(errors).toEqual([]);
  const again = await rosterDeskAfter(dataDir);
  expect(again).toContain('approved');
});

/** What the station on disk says of the requests. */
async function rosterDeskAfter(dataDir: string): Promise<string[]> {
  const { memoryStation } = await import('../support/memory-station');
  const { station } = memoryStation('after', dataDir, Date.now());
  const officer = station.journal.raw.prepare<[], string>("SELECT id FROM accounts WHERE login = 'officer-a'").pluck().get() as string;
  const changes = must(await station.call(roster.changes, {}, station.sessionFor(officer)));
  station.close();
  return changes.map(({ state }) => state);
}
