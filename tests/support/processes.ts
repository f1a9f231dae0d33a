// Real processes of the built command line. `npm test` builds before it tests.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve(import.meta.dirname, '../../out/main/cli.cjs');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  data?: string;
  env?: Record<string, string>;
  /** What the process finds on stdin; nothing when not given. */
  input?: string;
  /** Run as this user: for folders that may not be written to. */
  uid?: number;
}

function start(args: string[], { data, env, uid }: Surroundings, stdin: 'pipe' | 'ignore' = 'pipe'): ChildProcess {
  if (!existsSync(program)) throw new Error('out/main/cli.cjs is missing: run `npm run build` first (npm test does)');
  return spawn(process.execPath, [program, ...(data ? ['--data', data] : []), ...args], {
    stdio: [stdin, 'pipe', 'pipe'],
    // Nothing of the machine's own: no password, no folder, no language slips in.
    env: { PATH: process.env.PATH, HOME: tmpdir(), LANG: 'C.UTF-8', DUTY_PASSWORD_COST: '4', ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
}

/** Runs one command to its end. */
export function run(args: string[], surroundings: Surroundings = {}): Promise<Ended> {
  const child = start(args, surroundings);
  child.stdin?.on('error', () => {});
  child.stdin?.end(surroundings.input ?? '');
  return ended(child);
}

function ended(child: ChildProcess): Promise<Ended> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }));
  });
}

/** A station that runs without a screen, once it is up. */
export class Serving {
  readonly end: Promise<Ended>;
  private readonly child: ChildProcess;

  private constructor(surroundings: Surroundings) {
    this.child = start(['serve'], surroundings, 'ignore');
    this.end = ended(this.child);
  }

  /** Resolves with the line it says when it is up. */
  static async start(surroundings: Surroundings): Promise<Serving & { line: string }> {
    const serving = new Serving(surroundings);
    const line = await new Promise<string>((done, failed) => {
      serving.child.stdout?.once('data', (chunk: Buffer) => done(chunk.toString()));
      void serving.end.then(({ code, stderr }) => failed(new Error(`serve ended with ${code}: ${stderr}`)));
    });
    return Object.assign(serving, { line });
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.child.kill(signal);
    return this.end;
  }
}

/** A folder of its own for one test. */
export function freshFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'duty-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export const passwords = { sysAdmin: 'Xitong-2026', secAdmin: 'Anquan-2026', auditAdmin: 'Shenji-2026' };

export const foundingFlags = [
  ...['--unit', '某市公安局指挥中心', '--letter', 'A'],
  ...['--sys-admin', 'sys=系统管理员', '--sec-admin', 'sec=安全管理员', '--audit-admin', 'audit=审计管理员'],
];

/** Founds a station in the folder by the command line. */
export async function init(data: string): Promise<void> {
  const { code, stderr } = await run(['init', ...foundingFlags], { data, env: { STATION_PASSWORDS: JSON.stringify(passwords) } });
  if (code !== 0) throw new Error(`init ended with ${code}: ${stderr}`);
}
