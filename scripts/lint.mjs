// The rules of the code: oxlint with types, the walls between rooms (dependency-cruiser), and Biome's format.
import './check-node.mjs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { modules, node24, root } from './places.mjs';
import { run } from './run.mjs';
import { say, Stop, script } from './say.mjs';

/** Runs all three and shows every complaint of each. @returns {Promise<void>} throws when there is one */
export async function lint() {
  const results = await Promise.all([oxlint(), walls(), format()]);
  const failed = results.filter((result) => result.complaints !== '');
  for (const { name, complaints } of failed) say(`\n${name}:\n${complaints.trimEnd()}`);
  if (failed.length > 0) throw new Stop(failed.map(({ name }) => name).join(', '));
}

async function oxlint() {
  const folders = ['src', 'tests', 'scripts', 'bin', 'bench'];
  const { code, all } = await tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', ...folders]);
  return { name: 'oxlint', complaints: code === 0 ? '' : all };
}

async function format() {
  const { code, all } = await tool('@biomejs/biome/bin/biome', ['format', '.', '--max-diagnostics=none']);
  // The changes themselves help nobody, as a command makes them: the files are enough. What else goes wrong is shown whole.
  const files = [...all.matchAll(/^(\S+) format ━/gm)].map((match) => match[1]);
  const complaints = files.length > 0 ? `${files.join('\n')}\n\nnpm run format mends ${files.length === 1 ? 'it' : 'them'}.` : all;
  return { name: 'format', complaints: code === 0 ? '' : complaints };
}

async function walls() {
  const name = 'walls';
  const { code, stdout, all } = await tool('dependency-cruiser/bin/dependency-cruiser.mjs', ['src', '--output-type', 'json']);
  if (!stdout.startsWith('{')) return { name, complaints: all || `exit code ${code}` };
  const { summary } = JSON.parse(stdout);
  const broken = summary.violations.map(
    (/** @type {{ rule: { name: string }, from: string, to: string }} */ { rule, from, to }) => `${rule.name}: ${from} → ${to}`,
  );
  // With a TypeScript that it cannot read, dependency-cruiser finds nothing and is content: every source file must have been seen.
  const sources = countSources();
  if (summary.totalCruised < sources) broken.push(`only ${summary.totalCruised} modules seen, but src/ holds ${sources}`);
  return { name, complaints: broken.join('\n') };
}

function countSources() {
  const entries = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name)).length;
}

/** @param {string} file the tool's own JavaScript, inside node_modules @param {string[]} args */
function tool(file, args) {
  return run(node24, [join(modules, file), ...args], { cwd: root, output: 'collect' });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await script(async () => {
    await install();
    await lint();
    say('✓ lint');
  });
}
