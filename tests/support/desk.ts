import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Launched } from './launch';

/** What a person does at the desk, for tests of the real window: names of buttons as the Chinese screens show them. */
export const administrators = [
  { name: '系统管理员甲', login: 'sys', password: 'Xitong-2026' },
  { name: '安全管理员乙', login: 'sec', password: 'Anquan-2026' },
  { name: '审计管理员丙', login: 'audit', password: 'Shenji-2026' },
];
export const officer = { name: '值班员丁', login: 'officer', first: 'Chushi-2026', password: 'Zhiban-2026' };

export async function setUpStation(page: Page): Promise<void> {
  await page.getByLabel('单位名称').fill('某市公安局指挥中心');
  await next(page);
  await next(page);
  for (const { name, login, password } of administrators) {
    await page.getByLabel(/^姓名/).fill(name);
    await page.getByLabel(/^登录名/).fill(login);
    await page.getByLabel(/^口令/).fill(password);
    await page.getByLabel('再次输入口令').fill(password);
    await next(page);
  }
  await page.getByRole('button', { name: '确认建站' }).click();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
}

function next(page: Page): Promise<void> {
  return page.getByRole('button', { name: '下一步' }).click();
}

export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel(/^登录名/).fill(login);
  await page.getByLabel(/^口令/).fill(password);
  await page.keyboard.press('Enter');
}

/** F6: the present officer leaves, the next signs in. */
export async function changeOfficer(page: Page, login: string, password: string): Promise<void> {
  await page.keyboard.press('F6');
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await signIn(page, login, password);
}

/** The security administrator, signed in, makes the account of a duty officer who may also lead the shift. */
export async function makeOfficer(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新增账号' }).click();
  await page.getByLabel(/^登录名/).fill(officer.login);
  await page.getByLabel(/^姓名/).fill(officer.name);
  await page.getByRole('checkbox', { name: /^值班员/ }).check();
  await page.getByRole('checkbox', { name: /^带班领导/ }).check();
  await page.getByLabel(/^初始口令/).fill(officer.first);
  await page.getByLabel(/^再次输入初始口令/).fill(officer.first);
  await page.getByRole('button', { name: '新增账号' }).last().click();
  await expect(page.getByText(`已新增账号：${officer.name}`)).toBeVisible();
}

/** The officer's first sign-in: the password somebody else set is changed before anything else. */
export async function takeOver(page: Page): Promise<void> {
  await changeOfficer(page, officer.login, officer.first);
  await page.getByLabel(/^当前口令/).fill(officer.first);
  await page.getByLabel(/^新口令/).fill(officer.password);
  await page.getByLabel(/^再次输入新口令/).fill(officer.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** Opens a screen by its place in the navigation rail. */
export function go(page: Page, screen: string): Promise<void> {
  return page.getByRole('navigation').getByRole('link', { name: screen, exact: true }).click();
}

interface Appearance {
  width: number;
  height: number;
  language: 'zh' | 'en';
  theme: 'dark' | 'light';
}

const wide = { width: 1920, height: 1080 };
const narrow = { width: 1366, height: 768 };
/** Both sizes, both themes and both languages in two pictures; DUTY_PICTURES=all takes every combination. */
const usual: readonly Appearance[] = [
  { ...wide, language: 'zh', theme: 'dark' },
  { ...narrow, language: 'en', theme: 'light' },
];
const every = [wide, narrow].flatMap((size) =>
  (['zh', 'en'] as const).flatMap((language) => (['dark', 'light'] as const).map((theme): Appearance => ({ ...size, language, theme }))),
);
const screens = resolve(import.meta.dirname, '../../artifacts/screens');

/**
 * Pictures of what is shown. The window is left as it was: Chinese and dark. One alone (`few`) is enough for steps in between.
 */
export async function pictures({ app, page }: Launched, name: string, few = false): Promise<void> {
  mkdirSync(screens, { recursive: true });
  const wanted = process.env.DUTY_PICTURES === 'all' ? every : few ? usual.slice(0, 1) : usual;
  for (const { width, height, language, theme } of wanted) {
    await app.evaluate(
      ({ BrowserWindow }, size) =>
        BrowserWindow.getAllWindows()
          .find((window) => window.isVisible())
          ?.setContentSize(size.width, size.height),
      { width, height },
    );
    // The virtual display may take a pixel for itself.
    await expect
      .poll(() => page.evaluate((asked) => Math.abs(window.innerWidth - asked), width), { intervals: [20] })
      .toBeLessThanOrEqual(2);
    await dress(page, language, theme);
    // Not with `animations: 'disabled'`: Chromium 114 ends the page now and then when its animations go on.
    await page.screenshot({ path: join(screens, `${name}-${width}-${language}-${theme}.png`) });
  }
  await dress(page, 'zh', 'dark');
}

/** Only for a picture: the buttons are pressed without waiting for their moment, which the first run does. */
async function dress(page: Page, language: string, theme: string): Promise<void> {
  const shown = await page.evaluate(() => ({
    language: document.documentElement.lang.slice(0, 2),
    theme: document.documentElement.getAttribute('data-mantine-color-scheme'),
  }));
  if (shown.theme !== theme) await page.getByRole('button', { name: /深色界面|浅色界面|dark theme|light theme/ }).dispatchEvent('click');
  if (shown.language !== language) await page.getByRole('button', { name: /切换为英文|Switch to Chinese/ }).dispatchEvent('click');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}
