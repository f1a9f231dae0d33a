// Runs npm with the machine's own Node: node_modules/.bin is first on the PATH of an npm script, and `npm ci` empties that folder.
import { existsSync } from 'node:fs';
import { basename, delimiter, join, sep } from 'node:path';
import { modules, root } from './places.mjs';
import { run } from './run.mjs';

/** @param {string[]} args @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options] */
export function npm(args, { cwd = root, env: extra = {} } = {}) {
  const env = { ...process.env, PATH: pathWithoutModules(), ...extra };
  const options = /** @type {const} */ ({ cwd, env, output: 'collect' });
  const cli = npmCli();
  const node = hostNode();
  if (cli && node) return run(node, [cli, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
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
