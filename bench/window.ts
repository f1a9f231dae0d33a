import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pass } from 'node:timers/promises';
import { officerLogin, officerPassword } from './bench-station';

/** A text that must be on screen, and what must stand beside it. */
export interface Sought {
  text: string;
  selector?: string;
}

export interface Opening {
  program: 'station' | 'bare';
  /** The station's data; not used by the bare page. */
  data?: string;
  /** Chromium's own folder: give a used one again, so that no start has to make one. */
  profile: string;
  sought: Sought;
}

/** What the bare page shows last. */
export const bareSought: Sought = { text: '值班记录第50行' };
/** How long anything in a window may take before the bench gives up, ms. */
const patience = 60_000;

export interface Milestones {
  pageBegun: number;
  scriptsRun: number;
}

interface Reply {
  id: string | number;
  at?: number;
  value?: unknown;
  error?: string;
}

/** An Electron window under measurement: the built product or the bare page, both started by the probe. */
export class BenchWindow {
  private readonly waiting = new Map<string | number, (reply: Reply) => void>();
  private readonly early = new Map<string | number, Reply>();
  private last = 0;
  private readonly ended: Promise<void>;
  private complaints = '';

  private constructor(
    private readonly child: ChildProcess,
    /** When the process was started, ms since the epoch. */
    readonly startedAt: number,
  ) {
    this.ended = new Promise((done) => child.once('exit', () => done()));
    child.stderr?.on('data', (chunk) => {
      this.complaints = `${this.complaints}${chunk}`.slice(-2_000);
    });
    if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => this.hear(line));
  }

  /** Starts the program and waits until what is sought has been painted. `painted` is ms from the start of the process. */
  static async open({ program, data, profile, sought }: Opening): Promise<{ window: BenchWindow; painted: number }> {
    const { executable, switches } = runtime();
    const startedAt = performance.timeOrigin + performance.now();
    const child = spawn(executable, [...switches, '--force-device-scale-factor=1', `--user-data-dir=${profile}`, resolve('bench/probe')], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        LANG: 'zh_CN.UTF-8',
        BENCH_MAIN: resolve(program === 'station' ? '.tmp/bench/product/out/main/index.cjs' : 'bench/bare-page/main.cjs'),
        BENCH_PAGE: resolve('.tmp/bench/page/index.html'),
        BENCH_WATCH: JSON.stringify({ id: 'opened', ...sought }),
        ...(data ? { DUTY_DATA_DIR: data } : {}),
      },
    });
    const window = new BenchWindow(child, startedAt);
    const { at } = await window.reply('opened', `“${sought.text}” in the ${program} window`);
    return { window, painted: (at ?? Number.NaN) - startedAt };
  }

  get pid(): number {
    return this.child.pid as number;
  }

  /** Runs code in the page and gives what its promise resolves to. */
  evaluate<T>(code: string): Promise<T> {
    return this.ask<T>('evaluate', code);
  }

  /** Where the time to the first screen went, ms from the start of the process. */
  async milestones(): Promise<Milestones> {
    const told = await this.evaluate<Milestones>(`(() => {
      const [page] = performance.getEntriesByType('navigation');
      return { pageBegun: performance.timeOrigin, scriptsRun: performance.timeOrigin + page.domContentLoadedEventEnd };
    })()`);
    return { pageBegun: told.pageBegun - this.startedAt, scriptsRun: told.scriptsRun - this.startedAt };
  }

  /** Signs in through the form as an officer does. Gives ms from the submit until what is sought was painted. */
  async signIn(sought: Sought): Promise<number> {
    const enter = async (selector: string, text: string) => {
      await this.evaluate(`void document.querySelector(${JSON.stringify(selector)}).focus()`);
      await this.ask('type', text);
    };
    await enter('input:not([type=password])', officerLogin);
    await enter('input[type=password]', officerPassword);
    // An officer begins at the shift; the rows that are waited for stand in the log.
    await this.evaluate("void (location.hash = '#/log')");
    await this.ask('watch', { id: 'signedIn', ...sought });
    const submitted = await this.evaluate<number>(
      "(() => { const at = performance.timeOrigin + performance.now(); document.querySelector('form').requestSubmit(); return at; })()",
    );
    const { at } = await this.reply('signedIn', `“${sought.text}” after signing in`);
    return (at ?? Number.NaN) - submitted;
  }

  async close(): Promise<void> {
    void this.ask('quit', null).catch(() => {});
    const late = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    await this.ended;
    clearTimeout(late);
  }

  private async ask<T>(verb: string, content: unknown): Promise<T> {
    const id = ++this.last;
    this.child.stdin?.write(`${JSON.stringify({ id, verb, content })}\n`);
    const { value, error } = await this.reply(id, verb);
    if (error !== undefined) throw new Error(`${verb} in the window: ${error}`);
    return value as T;
  }

  private async reply(id: string | number, what: string): Promise<Reply> {
    const early = this.early.get(id);
    if (early) return early;
    const answered = new Promise<Reply>((done) => this.waiting.set(id, done));
    const ended = this.ended.then(() => 'ended' as const);
    const timer = new AbortController();
    const late = pass(patience, 'late' as const, { signal: timer.signal }).catch(() => 'late' as const);
    const first = await Promise.race([answered, ended, late]);
    timer.abort();
    if (typeof first === 'object') return first;
    if (first === 'ended') throw new Error(`the window ended while the bench waited for ${what}: ${this.complaints}`);
    const shown = await Promise.race([this.shown(), pass(2_000, 'nothing')]);
    this.child.kill('SIGKILL');
    throw new Error(`waited ${patience / 1000} s in vain for ${what}; on screen: ${shown} ${this.complaints}`);
  }

  /** What stands in the page, for the message that something else does not. */
  private shown(): Promise<string> {
    const id = ++this.last;
    const code = "document.body.innerText.replaceAll('\\n', ' ').slice(0, 400)";
    this.child.stdin?.write(`${JSON.stringify({ id, verb: 'evaluate', content: code })}\n`);
    return new Promise((done) => this.waiting.set(id, ({ value, error }) => done(error ?? JSON.stringify(value))));
  }

  private hear(line: string): void {
    if (!line.startsWith('BENCH ')) return;
    const reply = JSON.parse(line.slice(6)) as Reply;
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (waiting) waiting(reply);
    else this.early.set(reply.id, reply);
  }
}

/** The Electron that scripts/bench.mjs found, and the switches it needs on this machine. */
function runtime(): { executable: string; switches: string[] } {
  const found = process.env.DUTY_ELECTRON;
  if (!found) throw new Error('parts with a window are started by: npm run bench');
  return JSON.parse(found) as { executable: string; switches: string[] };
}
