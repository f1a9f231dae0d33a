import { expect, test } from '@playwright/test';
import { type Launched, launch } from '../support/launch';

// A station that is not founded yet, and stays so.
let desk: Launched;
test.beforeAll(async () => {
  desk = await launch();
  await expect(desk.page.getByLabel('单位名称')).toBeVisible();
});
test.afterAll(() => (desk as Launched | undefined)?.app.close());

test('a page is shut in: no Node, no remote content, no way out, nothing granted', async () => {
  const { page, app } = desk;
  const found = await page.evaluate(async () => {
    const attempt = async (work: () => Promise<unknown>) => {
      try {
        return await work();
      } catch {
        return 'refused';
      }
    };
    const global = window as unknown as Record<string, unknown>;
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    const image = new Image();
    const imageLoaded = await new Promise((done) => {
      image.onload = () => done(true);
      image.onerror = () => done(false);
      image.src = 'http://127.0.0.1:9/x.png';
    });
    return {
      require: typeof global.require,
      process: typeof global.process,
      module: typeof global.module,
      bridge: Object.keys(global.station as object).sort(),
      inline: global.inlineRan === true,
      // oxlint-disable-next-line no-eval
      evaluated: await attempt(async () => (0, eval)('1 + 1')),
      remote: await attempt(() => fetch('http://127.0.0.1:9/')),
      local: await attempt(async () => (await fetch('file:///etc/hostname')).status),
      outside: await attempt(async () => (await fetch('/../../package.json')).status),
      opened: window.open('https://example.invalid/') === null,
      imageLoaded,
      notification: await attempt(() => Notification.requestPermission()),
      camera: await attempt(() => navigator.mediaDevices.getUserMedia({ video: true })),
      clipboard: await attempt(() => navigator.clipboard.readText()),
    };
  });
  expect(found).toEqual({
    require: 'undefined',
    process: 'undefined',
    module: 'undefined',
    bridge: ['call', 'notify', 'onChanged', 'onOpened', 'onStationState', 'papers', 'platform', 'saveFile', 'stationState', 'toggleWall'],
    inline: false,
    evaluated: 'refused',
    remote: 'refused',
    local: 'refused',
    outside: 404,
    opened: true,
    imageLoaded: false,
    notification: 'denied',
    camera: 'refused',
    clipboard: 'refused',
  });
  // Leaving for another address is stopped, and so is a file of this machine.
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'file:///etc/hostname';
  });
  await expect(page.getByLabel('单位名称')).toBeVisible();
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
  const preferences = await app.evaluate(({ webContents }) => {
    const contents = webContents.getAllWebContents()[0] as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
});

test('a call that names no procedure, or comes with junk, is an answer and not a crash', async () => {
  const { page } = desk;
  const codes = await page.evaluate(async () => {
    const { call } = (window as unknown as { station: { call(name: unknown, input: unknown): Promise<{ refusal?: { code: string } }> } })
      .station;
    const junk: [unknown, unknown][] = [
      ['__proto__', {}],
      ['constructor', {}],
      [42, {}],
      ['unit.found', null],
      ['unit.found', 'x'.repeat(100_000)],
      ['accounts.list', {}],
    ];
    return Promise.all(junk.map(async ([name, input]) => (await call(name, input)).refusal?.code));
  });
  expect(codes).toEqual(['unknownProcedure', 'unknownProcedure', 'notAllowed', 'invalidInput', 'invalidInput', 'notFounded']);
});
