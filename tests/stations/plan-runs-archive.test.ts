import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { JSDOM } from 'jsdom';
import JSZip from 'jszip';
import { afterAll, describe, expect, test } from 'vitest';
import { contracts } from '../../src/shared/contracts';
import { minute } from '../../src/shared/time';
import { filesOf, pathOf } from '../../src/station/plan-runs/archive-files';
import { html } from '../../src/station/plan-runs/archive-html';
import { must } from '../support/memory-station';
import { planDesk } from '../support/plan-desk';

const { attachments, planRuns } = contracts;
const start = Date.parse('2026-07-14T14:00:00+08:00');
const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;`;
/** One picture, 1 × 1. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const parent = mkdtempSync(join(tmpdir(), 'duty-archive-'));
afterAll(() => rmSync(parent, { recursive: true }));

type Desk = Awaited<ReturnType<typeof planDesk>>;

/** Evidence for a step as it asks for it; pictures under the name given. */
async function evidenceFor(desk: Desk, asked: readonly { kind: string; min?: number | undefined; atLeast?: number }[], name: string) {
  const token = desk.station.sessionFor(desk.of.duty);
  const given = [];
  for (const one of asked) {
    if (one.kind === 'photo') {
      const file = must(await desk.station.call(attachments.add, { name, type: 'image/png', content: png }, token));
      given.push({ kind: 'photo', files: Array.from({ length: one.atLeast ?? 1 }, () => file) });
    } else if (one.kind === 'reading') given.push({ kind: 'reading', value: one.min ?? 1 });
    else if (one.kind === 'count') given.push({ kind: 'count', value: 12 });
    else if (one.kind === 'signature') given.push({ kind: 'signature' });
    else given.push({ kind: 'text', value: hostile });
  }
  return given;
}

/** A storm with something of everything, and people who write markup. */
async function storm(desk: Desk, drill: boolean) {
  const { activate, say, one, clock } = desk;
  const { id } = await activate({ plan: 'rainstorm', level: 3, drill, reason: hostile, area: '<b>东区</b>' });
  const run = await one(id);
  for (const step of run.stepList) {
    const input = { id, step: step.code, note: hostile, evidence: await evidenceFor(desk, step.evidence, '../../etc/<配电柜>.png') };
    const signed = step.evidence.some(({ kind }) => kind === 'signature') ? { signer: desk.signer('group') } : {};
    await say('duty', 'stepDone', { ...input, ...signed });
    clock.pass(minute);
  }
  const person = { name: '<script>alert(3)</script>' };
  must(await say('duty', 'call', { id, person, outcome: 'reached', note: hostile }));
  must(await say('duty', 'startRollCall', { id, minutes: 5, people: [person] }));
  must(await say('duty', 'instruct', { id, from: person, text: hostile }));
  must(await say('duty', 'note', { id, text: hostile }));
  const kit = run.kit[0]?.code ?? '';
  must(await say('duty', 'issueKit', { id, lines: [{ item: kit, count: 1 }], to: person }));
  const contents = { time: clock.now(), place: hostile, source: hostile, nature: hostile, scope: '', trend: '', measures: '' };
  for (const { code } of run.reports) {
    must(await say('duty', 'report', { id, report: code, stage: 'first', to: hostile, means: 'phone', contents }));
  }
  return id;
}

function unpacked(name: string, zip: Buffer): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  const file = join(parent, `${name}.zip`);
  writeFileSync(file, zip);
  if (spawnSync('unzip', ['-v']).status === 0)
    execFileSync('unzip', ['-q', file, '-d', folder], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return folder;
}

async function inAnyCase(folder: string, zip: Buffer): Promise<void> {
  if (existsSync(join(folder, 'index.html'))) return;
  for (const { name, async } of Object.values((await JSZip.loadAsync(zip)).files).map((one) => ({
    name: one.name,
    async: () => one.async('nodebuffer'),
  }))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), await async());
  }
}

describe('the archive of a run (issue 5, 6)', () => {
  test('opens without the app, holds every step, its hashes check with standard tools, no text becomes markup; and it is on the record', async () => {
    const desk = await planDesk('archive', start, 'A', join(parent, 'station'));
    const { station, of, one, journal } = { ...desk, journal: contracts.journal };
    const id = await storm(desk, false);
    const before = await one(id);
    const made = must(await station.call(planRuns.archive, { id }, station.sessionFor(of.group)));
    const zip = Buffer.from(made.content, 'base64');
    expect(made).toMatchObject({ size: zip.length, missing: 0, hash: createHash('sha256').update(zip).digest('hex') });
    expect(made.name).toBe(`预案执行档案-${before.number}-${before.title.zh}.zip`);

    const folder = unpacked('storm', zip);
    await inAnyCase(folder, zip);
    if (spawnSync('sha256sum', ['--version']).status === 0) {
      const checked = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
      expect(
        checked
          .trim()
          .split('\n')
          .every((line) => line.endsWith(': OK')),
      ).toBe(true);
    }
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
    for (const line of sums) {
      const [hash, path = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ).toBe(hash);
      expect(resolve(folder, path).startsWith(folder + sep)).toBe(true);
    }

    const page = new JSDOM(readFileSync(join(folder, 'index.html'), 'utf8')).window.document;
    expect(page.querySelectorAll('script, iframe, object, embed, link, form, [onerror], [onload], [onclick]')).toHaveLength(0);
    const text = page.body.textContent.replaceAll(/\s+/gu, ' ');
    for (const step of before.stepList) expect(text).toContain(step.what.zh.replaceAll(/\s+/gu, ' '));
    for (const post of before.posts) for (const person of post.people) expect(text).toContain(person.name);
    expect(text).toContain(hostile);
    expect(text).toContain('<script>alert(3)</script>');
    const images = [...page.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? '');
    expect(images.length).toBeGreaterThan(0);
    for (const source of images) {
      expect(source).toMatch(/^attachments\/[0-9a-f]{16}-/u);
      expect(sums.some((line) => line.endsWith(`  ${decodeURIComponent(source)}`))).toBe(true);
    }
    expect(page.querySelector('.mark')).toBeNull();

    const entries = readFileSync(join(folder, 'entries.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.every(({ stream }) => stream === `planRun:${id}`)).toBe(true);
    expect(entries[0]).toMatchObject({ name: 'planRun.activated@1' });
    for (const { id: entry, hash } of entries) {
      expect(text).toContain(entry as string);
      expect(text).toContain(hash as string);
    }
    const trail = must(await station.call(journal.entries, { stream: `planRun:${id}`, limit: 200 }, desk.audit));
    expect(trail.rows[0]).toMatchObject({ name: 'planRun.archived@1' });
    expect(new Set(entries.map((entry) => entry.hash))).toEqual(new Set(trail.rows.slice(1).map(({ hash }) => hash)));
    expect((await one(id)).timeline[0]).toMatchObject({ verb: 'archive', text: `SHA-256 ${made.hash}` });
    station.close();
  });

  test('of a drill says so on the page, in its name and across every sheet; in English when asked in English', async () => {
    const desk = await planDesk('archive drill', start, 'A', join(parent, 'drill station'));
    const { station, of } = desk;
    const { id } = await desk.activate({ plan: 'powerFailure', level: 3, drill: true });
    const made = must(await station.call(planRuns.archive, { id, language: 'en' }, station.sessionFor(of.duty)));
    expect(made.name).toMatch(/^Drill-Record of a plan run-/u);
    const zip = await JSZip.loadAsync(Buffer.from(made.content, 'base64'));
    const page = new JSDOM((await zip.file('index.html')?.async('text')) ?? '').window.document;
    expect(page.documentElement.lang).toBe('en');
    expect(page.querySelector('.mark')?.textContent).toContain('Drill');
    expect(page.querySelector('h1 .drill')?.textContent).toBe('Drill');
    expect(page.querySelector('#steps h2')?.textContent).toBe('Steps: planned against actual');
    const words = page.body.cloneNode(true) as HTMLElement;
    // What people wrote stays as they wrote it; everything else is English.
    for (const own of words.querySelectorAll('td, dd, .kind')) own.remove();
    expect(words.textContent).not.toMatch(/[\u4e00-\u9fff]/u);
    station.close();
  });

  test('a run nobody has heard of is refused', async () => {
    const { say, station } = await planDesk('archive of nothing', start);
    expect(await say('duty', 'archive', { id: '01920000-0000-7000-8000-000000000000' })).toMatchObject({
      ok: false,
      refusal: { code: 'notFound' },
    });
    station.close();
  });
});

describe('what is named in it', () => {
  const hash = 'ab'.repeat(32);
  test('names are harmless: no paths, nothing a system runs, nothing too long, the ending kept', () => {
    expect(pathOf({ hash, name: '../../etc/passwd' })).toBe('attachments/abababababababab-.._.._etc_passwd');
    expect(pathOf({ hash, name: 'C:\\CON' })).toBe('attachments/abababababababab-C__CON');
    expect(pathOf({ hash, name: '说明.html' })).toBe('attachments/abababababababab-说明.html.txt');
    expect(pathOf({ hash, name: 'gpj.\u202etxt. ' })).toBe('attachments/abababababababab-gpj._txt');
    const long = pathOf({ hash, name: `${'配'.repeat(116)}.jpg` });
    expect(Buffer.byteLength(long)).toBeLessThan(220);
    expect(long).toMatch(/配\.jpg$/u);
  });

  test('what this desk never received, or what does not fit, is named and not in it', () => {
    const file = { hash, name: 'a.png', type: 'image/png', size: 10 };
    const said = [{ verb: 'stepDone', evidence: [null, { kind: 'photo', files: [file] }] }];
    const whole = { run: { said } } as unknown as Parameters<typeof filesOf>[0];
    expect(filesOf(whole, parent).get(hash)).toMatchObject({ absent: 'notHere' });
    expect(filesOf(whole, parent, 9).get(hash)).toMatchObject({ absent: 'tooLarge' });
  });

  test('a value is text, whatever it holds; only markup made the same way is markup', () => {
    const inner = html`<i>${'<b>'}</i>`;
    expect(html`<p title="${'" onload="x'}">${inner}${[inner, 1, undefined, false]}\u202e</p>`.text).toBe(
      '<p title="&quot; onload=&quot;x"><i>&lt;b&gt;</i><i>&lt;b&gt;</i>1\u202e</p>',
    );
    expect(html`${'a\u202eb\u0000c\ud800'}`.text).toBe('abc\ufffd');
  });
});
