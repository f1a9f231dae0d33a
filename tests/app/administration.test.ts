import { expect, test } from '@playwright/test';
import { changeOfficer, go, pictures, signIn } from '../support/desk';
import { launch } from '../support/launch';
import { administrators } from '../support/memory-station';
import { readyStation } from '../support/ready-station';

test('the audit administrator reads the trail and verifies it; the system administrator changes a setting', async () => {
  const { dataDir } = await readyStation('administration');
  const desk = await launch({ dataDir });
  const { page, app, errors } = desk;
  await signIn(page, 'audit', administrators.auditAdmin.password);
  await expect(page.getByRole('heading', { name: '审计记录' })).toBeVisible();
  await pictures(desk, 'audit-trail');
  await go(page, '记录核验');
  await page.getByRole('button', { name: '开始核验' }).click();
  await expect(page.getByText(/完整/).first()).toBeVisible();
  await pictures(desk, 'verify');
  await changeOfficer(page, 'sys', administrators.sysAdmin.password);
  await expect(page.getByRole('heading', { name: '系统设置' })).toBeVisible();
  await pictures(desk, 'settings');
  await page.getByLabel(/^单位名称/).fill('某市公安局指挥中心（二号站）');
  await page.getByRole('button', { name: '保存设置' }).click();
  await expect(page.getByText('设置已保存')).toBeVisible();
  await expect(page.getByRole('banner').getByText('（二号站）')).toBeVisible();
  await app.close();
  expect(errors).toEqual([]);
});
