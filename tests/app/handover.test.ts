import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Bridge } from '../../src/shared/bridge';
import { pictures, signIn } from '../support/desk';
import { handoverDesk } from '../support/handover-desk';
import { launch } from '../support/launch';

/** Presses keys and counts them; what is typed as words or password is not counted. */
class CountedKeys {
  pressed = 0;

  constructor(private readonly page: Page) {}

  async press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) {
      this.pressed += 1;
      await this.page.keyboard.press(key);
    }
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.insertText(words);
  }
}

test('a night is handed over: eleven items, one open question, three passwords, the paper within two seconds, at most 25 keys', async () => {
  const { dataDir, slot, outgoing, incoming, leader } = await handoverDesk('handover window');
  const desk = await launch({ dataDir });
  const { page, app, errors } = desk;
  await signIn(page, outgoing.login, outgoing.signer.password);
  await expect(page.getByRole('button', { name: /待交接/ })).toBeVisible();

  const keys = new CountedKeys(page);
  await keys.press('F7');
  await expect(page.getByRole('heading', { name: `交接班：${slot.date} 夜班` })).toBeVisible();
  await expect(page.getByRole('listbox', { name: '交接事项' }).getByRole('option')).toHaveCount(11);
  await expect(page.getByLabel('对讲机 实有')).toBeFocused();
  await pictures(desk, 'handover-draft');
  await page.getByLabel('对讲机 实有').focus();
  await keys.press('Enter');
  await expect(page.getByLabel('机房钥匙 实有')).toBeFocused();
  await keys.press('Enter', 2);
  const password = page.getByLabel(/^口令/);
  await expect(password).toBeFocused();
  await expect(page.getByRole('textbox', { name: '登录名' })).toHaveValue('chen');
  await keys.type(outgoing.signer.password);
  await keys.press('Enter');

  const restating = page.getByLabel(/^用自己的话复述/);
  await expect(restating).toBeFocused();
  await pictures(desk, 'handover-taking', true);
  await restating.focus();
  await keys.type('东城录像断了，存储主机掉线，盯着维修尽快恢复');
  await keys.press('Enter');
  await expect(restating).toBeFocused();
  await keys.type('交换机一个电源坏了，少了几路图像，等换电源');
  await keys.press('Enter');
  await expect(page.getByRole('listbox', { name: '交接事项' })).toBeFocused();
  await keys.press('Q');
  await keys.type('备件什么时候到');
  await keys.press('Enter');
  await keys.press('K', 8);
  await expect(page.getByText('尚有 1 项未答复或疑问未了')).toBeVisible();
  await expect(page.getByRole('form', { name: '接班签名' })).toHaveCount(0);
  // The station keeps it closed too, not only the screen.
  const barred = await page.evaluate(
    async ([shift, login, secret]) => {
      const { station } = window as unknown as { station: Bridge };
      const view = (await station.call('handover.one', { shift })) as unknown as { value: { version: { id: string } } };
      const answer = await station.call('handover.signIncoming', {
        shift,
        version: view.value.version.id,
        signer: { login, password: secret },
      });
      return answer.ok ? 'signed' : answer.refusal.code;
    },
    [slot.key, incoming.login, incoming.signer.password],
  );
  expect(barred).toBe('itemsUnanswered');
  await keys.press('R');
  await keys.type('明早八点前送到');
  await keys.press('Enter');
  await expect(page.getByText('已答复，请确认')).toBeVisible();
  await keys.press('K');
  await expect(password).toBeFocused();
  await expect(page.getByRole('textbox', { name: '登录名' })).toHaveValue('he');
  await keys.type(incoming.signer.password);
  await keys.press('Enter');
  await expect(page.getByRole('textbox', { name: '登录名' })).toHaveValue('shen');
  await expect(password).toBeFocused();
  await keys.type(leader.signer.password);

  const paper = join(dataDir, 'papers', slot.date.slice(0, 4), `交接班登记表-${slot.date}-夜班.pdf`);
  const start = performance.now();
  await keys.press('Enter');
  await expect.poll(() => existsSync(paper), { intervals: [10], timeout: 10_000 }).toBe(true);
  const took = performance.now() - start;
  console.log(`keys pressed: ${keys.pressed}; paper after ${Math.round(took)} ms`);
  expect(keys.pressed).toBeLessThanOrEqual(25);
  expect(took).toBeLessThan(2_000);

  await expect(page.getByText('交接完成，三方均已签名')).toBeVisible();
  await expect(page.getByText('登记表已生成：')).toBeVisible();
  const pdf = readFileSync(paper);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(1);
  const text = textOf(paper);
  for (const words of ['交接班登记表', '某市公安局指挥中心', '存储主机离线', '沈国华', '备件什么时候到']) {
    if (text !== undefined) expect(text).toContain(words);
  }
  await pictures(desk, 'handover-signed');
  await page.keyboard.press('Alt+P');
  await expect(page.getByRole('heading', { name: '历次交接班' })).toBeVisible();
  await pictures(desk, 'handover-list', true);
  await app.close();
  expect(errors).toEqual([]);
});

/** The text of a PDF, where a reader of such files is at hand. */
function textOf(file: string): string | undefined {
  try {
    return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s+/g, '');
  } catch {
    return undefined;
  }
}
