// Runs npm with the machine's own Node: node_modules/.bin is first on the PATH of an npm script, and `npm ci` empties that folder.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join, sep } from 'node:path';
import { cacheFolder, isWritable, modules, root } from './places.mjs';
import { run } from './run.mjs';

/** @param {string[]} args @param {{ cwd?: string }} [options] */
export function npm(args, { cwd = root } = {}) {
  const env = { ...process.env, PATH: pathWithoutModules(), npm_config_update_notifier: 'false', ...cacheWhereHomeIsReadOnly() };
  const options = /** @type {const} */ ({ cwd, env, output: 'collect' });
  const cli = npmCli();
  const node = hostNode();
  if (cli && node) return run(node, [cli, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** npm needs a folder of its own, and stops where it cannot have one. */
function cacheWhereHomeIsReadOnly() {
  const usual = process.env.npm_config_cache ?? join(homedir(), '.npm');
  return isWritable(usual) ? {} : { npm_config_cache: join(cacheFolder(), 'npm') };
}

function pathWithoutModules() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !`${folder}${sep}`.includes(`${sep}node_modules${sep}.bin${sep}`))
    .join(delimiter);
}

/** The npm that started us, when it was npm and not another package manager. */
function npmCli() {
  const cli = process.env.npm_execpath;
  return cli && basename(cli) === 'npm-cli.js' && existsSync(cli) ? cli : undefined;
}

/** A Node that stays where it is while node_modules is emptied. */
function hostNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const onPath = pathWithoutModules()
    .split(delimiter)
    .map((folder) => join(folder, name));
  return [process.env.npm_node_execpath, process.execPath, ...onPath].find(
    (file) => file && !file.startsWith(modules + sep) && existsSync(file),
  );
}

/** The telling part of npm's output, in one line. @param {string} output */
export function why(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim());
  const telling = lines.filter((line) => line && !/^(code|errno|syscall|A complete log|npm (warn|notice)|at )/.test(line));
  return telling.slice(0, 2).join(' · ') || 'npm said nothing';
}
