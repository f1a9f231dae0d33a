import { expect, type Page, test } from '@playwright/test';
import type { Bridge } from '../../src/shared/bridge';
import { go, pictures, signIn } from '../support/desk';
import { type Launched, launch } from '../support/launch';
import { readyStation, stationBelow } from '../support/ready-station';

async function atTheDesk(seed: string): Promise<Launched & { login: string; password: string }> {
  const { dataDir, login, password } = await readyStation(seed);
  const desk = await launch({ dataDir });
  await signIn(desk.page, login, password);
  // An officer begins at the shift.
  await expect(desk.page.getByRole('heading', { name: '当班' })).toBeVisible();
  await go(desk.page, '值班日志');
  await expect(desk.page.getByRole('heading', { name: '值班日志' })).toBeVisible();
  return { ...desk, login, password };
}

/** Opens a form by its key and waits until the cursor stands in its first field. */
async function open(page: Page, key: string, field: RegExp): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.getByLabel(field).last()).toBeFocused();
}

const said = '城东派出所来电：学府街与建设街交叉口球机黑屏，已通知维修。';

test('a log entry: F2, the words, Ctrl+Enter', async () => {
  const desk = await atTheDesk('log');
  const { page, app, errors } = desk;
  await pictures(desk, 'duty-log-empty', true);
  await open(page, 'F2', /^内容/);
  await page.keyboard.insertText(said);
  await pictures(desk, 'duty-log-new');
  await page.getByRole('textbox', { name: /^内容/ }).focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已记入日志')).toBeVisible();
  await expect(page.getByText(said)).toBeVisible();
  await open(page, 'F3', /拼音首字母/);
  await page.keyboard.insertText('xfjyjsj');
  await expect(page.getByText(/找到 1 条/)).toBeVisible();
  await pictures(desk, 'duty-log-found');
  await app.close();
  expect(errors).toEqual([]);
});

test('a draft survives the killed app, and is there for its officer alone', async () => {
  const desk = await atTheDesk('draft');
  await open(desk.page, 'F2', /^内容/);
  await desk.page.keyboard.type('写到一半');
  // Kept within a third of a second; the station tells when.
  await expect.poll(() => draftOf(desk.page)).toContain('写到一半');
  desk.app.process().kill('SIGKILL');
  const again = await launch({ dataDir: desk.dataDir });
  await signIn(again.page, desk.login, desk.password);
  await expect(again.page.getByRole('heading', { name: '当班' })).toBeVisible();
  await again.page.keyboard.press('F2');
  await expect(again.page.getByRole('textbox', { name: /^内容/ })).toHaveValue('写到一半');
  await again.app.close();
});

function draftOf(page: Page): Promise<string> {
  return page.evaluate(async () =>
    JSON.stringify(await (window as unknown as { station: Bridge }).station.call('drafts.load', { key: 'dutyLog.new' })),
  );
}

test('a fault from the report to its close, then reopened', async () => {
  const desk = await atTheDesk('fault');
  const { page, app, errors } = desk;
  await open(page, 'F4', /^设备/);
  await page.keyboard.insertText('学府街与建设街交叉口球机');
  const panel = page.getByRole('complementary').last();
  await panel.getByLabel(/^故障现象/).fill('图像黑屏，云台不动');
  await panel.getByRole('radio', { name: /^B类/ }).click();
  await panel.getByLabel(/^子系统/).selectOption({ label: '前端监控点' });
  await pictures(desk, 'fault-report');
  await panel.getByLabel(/^故障现象/).focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/已报障，编号 A-2026-000001/)).toBeVisible();

  const step = async (verb: string, fill?: () => Promise<void>, button = verb) => {
    const form = page.getByRole('form', { name: verb, exact: true });
    await expect(form).toBeVisible();
    await fill?.();
    await form.getByRole('button', { name: button, exact: true }).click();
  };
  await step('受理');
  await step('派单', () => page.getByLabel(/^维修人员/).fill('工程师甲'));
  await step('响应');
  await step('到场');
  await pictures(desk, 'fault-panel');
  await step('诊断', () => page.getByLabel(/^故障原因/).fill('电源适配器烧毁'));
  await step('修复', () => page.getByLabel(/^处理措施/).fill('更换电源适配器，图像恢复'));
  await step('核验', undefined, '核验通过');
  await step('回访');
  await step('关闭');
  await expect(page.getByText('已关闭').first()).toBeVisible();
  await page.getByRole('button', { name: '重新打开' }).click();
  await step('重新打开', () => page.getByLabel(/^事由/).fill('十分钟后再次黑屏'));
  await expect(page.getByText('十分钟后再次黑屏').first()).toBeVisible();
  await app.close();
  expect(errors).toEqual([]);
});

test('the station dies, the window says so, and the officer goes on', async () => {
  const desk = await atTheDesk('dies');
  const { page, app } = desk;
  await open(page, 'F2', /^内容/);
  await page.keyboard.insertText('后台异常前写的');
  const before = stationBelow(app.process().pid as number) as number;
  process.kill(before, 'SIGKILL');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('已记入日志')).toBeVisible();
  await expect(page.getByText('后台异常前写的')).toBeVisible();
  await expect(page.getByText('运行正常')).toBeVisible();
  expect(stationBelow(app.process().pid as number)).not.toBe(before);
  await app.close();
});

test('the page dies, comes back by itself, and the officer is still signed in', async () => {
  const { page, app } = await atTheDesk('page dies');
  await open(page, 'F2', /^内容/);
  await page.keyboard.insertText('页面异常前写的');
  await expect.poll(() => draftOf(page)).toContain('页面异常前写的');
  // The page's own process is killed, as the system does when memory runs out. (`forcefullyCrashRenderer` would leave the dead process
  // unnoticed for a minute under the test's debugger.) The page that takes its place is asked through the shell.
  const { pid, loadedAgain } = await app
    .evaluateHandle(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows().find((window) => window.isVisible())?.webContents;
      return { pid: contents?.getOSProcessId(), loadedAgain: new Promise<void>((done) => contents?.once('did-finish-load', () => done())) };
    })
    .then(async (handle) => ({
      pid: await handle.evaluate((page) => page.pid),
      loadedAgain: () => handle.evaluate((page) => page.loadedAgain),
    }));
  process.kill(pid as number, 'SIGKILL');
  await loadedAgain();
  const inNewPage = (code: string) =>
    app.evaluate(
      ({ BrowserWindow }, script) =>
        BrowserWindow.getAllWindows()
          .find((window) => window.isVisible())
          ?.webContents.executeJavaScript(script),
      code,
    ) as Promise<string>;
  await expect.poll(() => inNewPage('document.querySelector("h1")?.textContent').catch(() => '')).toBe('值班日志');
  const kept = await inNewPage(`window.station.call('drafts.load', { key: 'dutyLog.new' }).then((answer) => JSON.stringify(answer))`);
  expect(kept).toContain('页面异常前写的');
  await app.close();
});
