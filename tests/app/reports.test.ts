import { expect, type Page, test } from '@playwright/test';
import { go, pictures, signIn } from '../support/desk';
import { type Launched, launch } from '../support/launch';
import { readyStation } from '../support/ready-station';

// One window for both: the second matter is the one that the report leads to.
test.describe.configure({ mode: 'serial' });
let desk: Launched;
test.beforeAll(async () => {
  const { dataDir, login, password } = await readyStation('reports');
  desk = await launch({ dataDir });
  await signIn(desk.page, login, password);
  await expect(desk.page.getByRole('heading', { name: '当班' })).toBeVisible();
});
test.afterEach(() => expect(desk.errors).toEqual([]));
test.afterAll(() => (desk as Launched | undefined)?.app.close());

/** The panel in front. */
const front = (page: Page) => page.getByRole('complementary').last();

test('a phone instruction: entered, relayed, done, all by the keyboard', async () => {
  const { page } = desk;
  await go(page, '待办事项');
  await page.keyboard.press('N');
  await expect(front(page).getByLabel(/^指示事项/)).toBeFocused();
  await front(page).getByLabel(/^类别/).selectOption({ label: '已屏蔽告警' });
  await page.keyboard.press('Control+Enter');
  await expect(front(page).getByText('必填')).toHaveCount(4);
  await pictures(desk, 'matter-new', true);
  await front(page).getByLabel(/^类别/).selectOption({ label: '电话指示' });
  await front(page)
    .getByLabel(/^指示事项/)
    .fill('加强学府街周边巡查，22:00 前报结果');
  await front(page)
    .getByLabel(/^指示人/)
    .fill('孙副局长');
  await front(page)
    .getByLabel(/^指示人/)
    .press('Control+Enter');
  await expect(page.getByText('已登记待办 A-2026-000001')).toBeVisible();
  await expect(front(page).getByRole('button', { name: /^传达/ })).toBeVisible();

  await page.keyboard.press('Alt+1');
  await front(page)
    .getByLabel(/^传达给/)
    .fill('交警支队值班室');
  await pictures(desk, 'matter-relay', true);
  await front(page)
    .getByLabel(/^传达给/)
    .press('Control+Enter');
  await expect(page.getByText(/A-2026-000001 已记录：传达/)).toBeVisible();
  await page.keyboard.press('Alt+3');
  await front(page)
    .getByLabel(/^办理结果/)
    .fill('已加派巡逻车两台。');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/已记录：办结/)).toBeVisible();
  await expect(page.getByText('没有待办事项', { exact: true })).toBeVisible();
  await pictures(desk, 'matter-done', true);
});

test('an important entry: one tick starts the five minutes, the clock is on every screen, one key each says who was told', async () => {
  const { page } = desk;
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: /^内容/ })).toBeFocused();
  await page.keyboard.insertText('城东派出所来电：人民路与建设街交叉口多车相撞，有人员受伤，道路双向中断，请求增援。');
  await page.keyboard.press('Control+9');
  await pictures(desk, 'entry-important', true);
  await page.getByRole('textbox', { name: /^内容/ }).focus();
  await page.keyboard.press('Control+Enter');
  const clock = page.getByRole('banner').getByRole('button', { name: /剩 4:/ });
  await expect(clock).toBeVisible();

  await expect(front(page).getByRole('button', { name: /主要领导 值班员甲：已电话告知/ })).toBeVisible();
  await pictures(desk, 'report-started');
  // No roster yet: the form asks who the shift leader is.
  await page.keyboard.press('Alt+1');
  await front(page)
    .getByLabel(/^告知对象/)
    .fill('钱带班');
  await page.keyboard.press('Control+Enter');
  await expect(front(page).getByText(/带班领导 钱带班，电话/)).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(front(page).getByText(/按时 · 接收后/)).toBeVisible();
  await expect(clock).toBeHidden();

  await front(page).getByLabel(/^地点/).fill('人民路与建设街交叉口');
  await front(page).getByLabel(/^地点/).press('Control+Enter');
  await expect(page.getByText(/已发首报/)).toBeVisible();
  await front(page).getByRole('button', { name: '记领导批示' }).click();
  await front(page)
    .getByLabel(/^批示领导/)
    .fill('孙副局长');
  await front(page)
    .getByLabel(/^批示内容/)
    .fill('全力救治伤员，尽快恢复通行，每半小时续报。');
  await pictures(desk, 'report-instructed', true);
  await front(page).getByRole('button', { name: '登记批示' }).click();
  await expect(page.getByText(/已登记批示，待办 A-2026-000002/)).toBeVisible();
  await pictures(desk, 'report-panel', true);
  await go(page, '信息报告');
  await expect(page.getByText('已首报').first()).toBeVisible();
  await pictures(desk, 'reports', true);

  // Entered ten minutes after the receipt: over from the start, and red on every screen.
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: /^内容/ })).toBeFocused();
  await page.keyboard.insertText('110 转警：学府街地下通道积水，两辆车被困，人员已撤出，排水队正在赶往现场处置，请报告主要领导。');
  await front(page)
    .getByLabel(/^发生时间/)
    .fill('-10');
  await page.keyboard.press('Control+9');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('banner').getByRole('button', { name: /超 [56]:/ })).toBeVisible();
  await expect(front(page).getByText(/漏报 · 应于/)).toBeVisible();
  await pictures(desk, 'report-over', true);
});
