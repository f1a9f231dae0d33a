// What can be wrong with a data folder, met by real processes of the built program.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { seededRandom } from '../../src/station/random';
import { type Ended, foundingFlags, freshFolder, init, passwords, run, Serving } from '../support/processes';

// Each test starts several processes, one after the other; another one waits out its patience.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0).toReversed()) cleanup();
});

function fresh(): string {
  const folder = freshFolder();
  cleanups.push(folder.remove);
  return folder.path;
}

const model = freshFolder();
beforeAll(() => init(model.path));
afterAll(() => model.remove());

/** A folder with a station in it, founded once for all. */
function founded(): string {
  const data = fresh();
  cpSync(model.path, data, { recursive: true });
  return data;
}

function refusedInOneLine({ code, stdout, stderr }: Ended, why: RegExp): void {
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(why);
}

const asSys = (data: string) => ({ data, env: { STATION_PASSWORD: passwords.sysAdmin } });
const status = async (data: string) =>
  JSON.parse((await run(['call', 'unit.status'], { data })).stdout) as { founded: boolean; movedAside?: string; entries: number };

describe('a second station on one folder', () => {
  test('is refused at once with a clear line; the first goes on', async () => {
    const data = founded();
    const first = await Serving.start({ data });
    refusedInOneLine(await run(['serve'], { data }), /another station is using .*--data/);
    expect(await run(['call', 'unit.settings', '--as', 'sys'], asSys(data))).toMatchObject({ code: 0 });
    await first.stop('SIGKILL');
    // However the first one died, its lock died with it.
    const next = await Serving.start({ data });
    expect(await next.stop()).toMatchObject({ code: 0, stderr: '' });
  });

  test('even when another program holds the lock without answering: a call gives up with the same line', async () => {
    const data = founded();
    const lock = new Database(join(data, 'station.lock'));
    lock.exec('BEGIN EXCLUSIVE');
    cleanups.push(() => lock.close());
    refusedInOneLine(await run(['call', 'unit.settings', '--as', 'sys'], asSys(data)), /another station is using/);
  });
});

/** Why this cannot be tried here, or undefined. */
function obstacle(tries: () => void): string | undefined {
  try {
    tries();
    return undefined;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
const noOtherUser = isRoot
  ? obstacle(() =>
      execFileSync(process.execPath, ['-e', `require('fs').readFileSync(${JSON.stringify(join(process.cwd(), 'out/main/cli.cjs'))})`], {
        uid: nobody,
        gid: nobody,
        stdio: 'ignore',
      }),
    )
  : undefined;
if (noOtherUser) console.warn(`a read-only folder is not tried: another user cannot run the program here (${noOtherUser})`);

describe.skipIf(noOtherUser !== undefined)('a folder that may not be written to', () => {
  // Root may write anywhere: the command is run by somebody else then.
  const asOther = isRoot ? { uid: nobody } : {};

  test('is refused with a clear line, and nothing in it changes', async () => {
    const data = founded();
    const file = join(data, 'station.db');
    const before = readFileSync(file);
    for (const name of readdirSync(data, { recursive: true }) as string[])
      chmodSync(join(data, name), statSync(join(data, name)).isDirectory() ? 0o555 : 0o444);
    chmodSync(data, 0o555);
    cleanups.push(() => chmodSync(data, 0o755));
    for (const command of [['serve'], ['call', 'unit.status'], ['rebuild']]) {
      refusedInOneLine(await run(command, { data, ...asOther }), /cannot write to .*--data/);
    }
    expect(readFileSync(file)).toEqual(before);
  });

  test('nor may one be made where this user may not make any', async () => {
    const parent = fresh();
    chmodSync(parent, 0o555);
    cleanups.push(() => chmodSync(parent, 0o755));
    const env = { STATION_PASSWORDS: JSON.stringify(passwords) };
    refusedInOneLine(await run(['init', ...foundingFlags], { data: join(parent, 'data'), env, ...asOther }), /cannot write to/);
    expect(readdirSync(parent)).toEqual([]);
  });

  test('a file in the place of the folder is refused too', async () => {
    const data = join(fresh(), 'data');
    writeFileSync(data, 'no folder');
    refusedInOneLine(await run(['serve'], { data }), /cannot write to/);
    expect(readFileSync(data, 'utf8')).toBe('no folder');
  });
});

/** A small disk of its own, mounted at a fresh folder. Throws where this machine does not allow it. */
function smallDisk(kilobytes: number): string {
  const place = fresh();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=0700`, 'tmpfs', place], { stdio: ['ignore', 'ignore', 'pipe'] });
  cleanups.push(() => execFileSync('umount', ['-l', place]));
  return place;
}

const noDisk = obstacle(() => smallDisk(64));
for (const cleanup of cleanups.splice(0).toReversed()) cleanup();
if (noDisk) console.warn(`a full disk is not tried: no small disk can be mounted here (${noDisk})`);

describe.skipIf(noDisk !== undefined)('a full disk', () => {
  function fill(disk: string): string {
    const ballast = join(disk, 'ballast');
    let size = 0;
    for (let step = 1024 * 1024; step >= 512; step /= 2) {
      for (;;) {
        try {
          writeFileSync(ballast, Buffer.alloc(step), { flag: 'a' });
          size += step;
        } catch {
          truncateSync(ballast, size);
          break;
        }
      }
    }
    return ballast;
  }
  const big = { key: 'long', content: '值班'.repeat(50_000) };
  const save = (data: string, input: object) =>
    run(['call', 'drafts.save', '-', '--as', 'sys'], { ...asSys(data), input: JSON.stringify(input) });

  test('a command answers diskFull and leaves nothing half done; with room again the same station goes on', async () => {
    const data = join(smallDisk(4_096), 'data');
    await init(data);
    const serving = await Serving.start({ data });
    expect(await save(data, { key: 'before', content: '磁盘满之前' })).toMatchObject({ code: 0 });
    const ballast = fill(join(data, '..'));
    const full = await save(data, big);
    expect(full).toMatchObject({ code: 1, stdout: '' });
    expect(JSON.parse(full.stderr)).toMatchObject({ code: 'diskFull' });
    expect(await run(['verify'], { data })).toMatchObject({ code: 0, stderr: '' });
    rmSync(ballast);
    expect(await save(data, { key: 'after', content: '腾出空间之后' })).toMatchObject({ code: 0 });
    expect(await run(['call', 'drafts.load', '{"key":"before"}', '--as', 'sys'], asSys(data))).toMatchObject({
      stdout: expect.stringContaining('磁盘满之前'),
    });
    expect(await run(['call', 'drafts.load', '{"key":"long"}', '--as', 'sys'], asSys(data))).toMatchObject({ stdout: 'null\n' });
    expect(await serving.stop()).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['verify'], { data })).toMatchObject({ code: 0 });
  });

  test('a station that cannot start for want of room says so, loses nothing, and starts when there is some', async () => {
    const data = join(smallDisk(4_096), 'data');
    await init(data);
    const before = readFileSync(join(data, 'station.db'));
    const ballast = fill(join(data, '..'));
    const started = await run(['call', 'unit.settings', '--as', 'sys'], asSys(data));
    expect([1, 3]).toContain(started.code);
    expect(started.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(started.stderr).toMatch(/disk that holds .* is full|"diskFull"/);
    rmSync(ballast);
    expect(existsSync(join(data, 'aside'))).toBe(false);
    expect(readFileSync(join(data, 'station.db')).length).toBe(before.length);
    expect(await run(['call', 'unit.settings', '--as', 'sys'], asSys(data))).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['verify'], { data })).toMatchObject({ code: 0, stderr: '' });
  });

  test('a first start without room leaves nothing that the next would take for a damaged journal', async () => {
    const disk = smallDisk(4_096);
    const data = join(disk, 'data');
    mkdirSync(data);
    const ballast = fill(disk);
    const env = { STATION_PASSWORDS: JSON.stringify(passwords) };
    const refused = await run(['init', ...foundingFlags], { data, env });
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(/^station: the disk that holds .* is full/);
    rmSync(ballast);
    expect(await run(['init', ...foundingFlags], { data, env })).toMatchObject({ code: 0, stderr: '' });
    expect((await status(data)).movedAside).toBeUndefined();
  });
});

describe('a file that is no sound journal', () => {
  const random = seededRandom('damage');

  /** Each makes station.db in a folder what it should not be. */
  const damages: [what: string, damage: (file: string) => void][] = [
    ['random bytes', (file) => writeFileSync(file, random(50_000))],
    ['nothing at all', (file) => truncateSync(file, 0)],
    ['a text', (file) => writeFileSync(file, '值班日志\n'.repeat(1_000))],
    ['cut in the middle', (file) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096)],
    ['cut in the middle of a page', (file) => truncateSync(file, 10_000)],
    ['cut after 40 bytes', (file) => truncateSync(file, 40)],
    ['garbage in its header', (file) => overwrite(file, 0, random(100))],
    ['garbage in its first page', (file) => overwrite(file, 100, random(3_996))],
    ['garbage in every page but the first', (file) => overwrite(file, 4_096, random(statSync(file).size - 4_096))],
    ['the database of another program', (file) => foreign(file, 'DELETE')],
    ['the database of another program, with a log of its own', (file) => foreign(file, 'WAL')],
  ];

  function overwrite(file: string, at: number, bytes: Uint8Array): void {
    const content = readFileSync(file);
    content.set(bytes, at);
    writeFileSync(file, content);
  }

  function foreign(file: string, mode: string): void {
    rmSync(file);
    const other = new Database(file);
    other.pragma(`journal_mode = ${mode}`);
    other.exec('CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES (1), (2)');
    // Killed before it could tidy up: its log still lies beside it.
    const parts = ['', '-wal', '-shm']
      .filter((part) => existsSync(file + part))
      .map((part) => [file + part, readFileSync(file + part)] as const);
    other.close();
    for (const [part, bytes] of parts) writeFileSync(part, bytes);
  }

  test.for(damages)('%s: moved aside as it was, reported, and never taken for the station', async ([, damage]) => {
    const data = founded();
    const file = join(data, 'station.db');
    damage(file);
    const parts = ['', '-wal'].filter((part) => existsSync(file + part)).map((part) => [part, readFileSync(file + part)] as const);

    // Looking does not touch it.
    const verified = await run(['verify'], { data });
    expect(verified.code).toBe(1);
    expect(verified.stderr.trimEnd().split('\n')).toHaveLength(1);
    for (const [part, bytes] of parts) expect(readFileSync(file + part).equals(bytes)).toBe(true);

    const serving = await Serving.start({ data });
    const { founded: isFounded, movedAside } = await status(data);
    expect(isFounded).toBe(false);
    expect(movedAside).toMatch(/aside/);
    expect(statSync(movedAside as string).isFile()).toBe(true);
    for (const [part, bytes] of parts) expect(readFileSync(`${movedAside}${part}`).equals(bytes)).toBe(true);
    const { stderr } = await serving.stop();
    expect(stderr).toContain(movedAside);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a new station is founded beside what was moved aside, which stays there', async () => {
    const data = founded();
    writeFileSync(join(data, 'station.db'), 'no journal');
    const { movedAside } = await status(data);
    await init(data);
    expect(await status(data)).toMatchObject({ founded: true });
    expect((await status(data)).movedAside).toBeUndefined();
    expect(readFileSync(movedAside as string, 'utf8')).toBe('no journal');
  });

  test('damage within the journal that does not keep it from opening is found by verify, and nothing is moved', async () => {
    const data = founded();
    const file = join(data, 'station.db');
    const content = readFileSync(file);
    const at = content.indexOf('系统管理员');
    expect(at).toBeGreaterThan(0);
    overwrite(file, at, Buffer.from('系统管理人'));
    const { code, stderr } = await run(['verify'], { data });
    expect(code).toBe(1);
    expect(stderr).toMatch(/broken at entry 3 of station A \([0-9a-f-]{36}\): hashMismatch/);
    expect((await status(data)).founded).toBe(true);
  });
});
