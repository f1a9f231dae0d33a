import { expect, test } from '@playwright/test';
import { administrators, makeOfficer, pictures, setUpStation, signIn, takeOver } from '../support/desk';
import { launch } from '../support/launch';

test('first run: the three administrators, then the first officer at the desk', async () => {
  const desk = await launch();
  const { page, app, errors } = desk;
  await expect(page.getByLabel('单位名称')).toBeVisible();
  await pictures(desk, 'first-run-1-unit');
  await setUpStation(page);
  await pictures(desk, 'sign-in');

  await signIn(page, 'sec', 'wrong');
  await expect(page.getByRole('alert')).toContainText('口令');
  await signIn(page, 'sec', administrators[1]?.password ?? '');
  await expect(page.getByRole('button', { name: '新增账号' })).toBeVisible();
  await pictures(desk, 'accounts');
  await makeOfficer(page);
  await takeOver(page);
  const dress = () => page.evaluate(() => [document.documentElement.dataset.mantineColorScheme, document.documentElement.lang.slice(0, 2)]);
  await page.getByRole('button', { name: /浅色界面/ }).click();
  await page.getByRole('button', { name: /切换为英文/ }).click();
  await expect.poll(dress).toEqual(['light', 'en']);
  await page.getByRole('button', { name: /dark theme/ }).click();
  await page.getByRole('button', { name: /Switch to Chinese/ }).click();
  await expect.poll(dress).toEqual(['dark', 'zh']);
  await pictures(desk, 'officer-first-screen');
  await app.close();
  expect(errors).toEqual([]);
});
