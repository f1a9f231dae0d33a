// Stands in for Electron's default_app.asar, which the fallback runtime lacks: without it `electron <folder>` exits silently.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const at = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'));
const folder = path.resolve(at > 0 ? process.argv[at] : '.');
try {
  const named = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  app.setName(named.productName ?? named.name);
  app.setVersion(named.version ?? '0.0.0');
  app.setAppPath(folder);
  Module._load(path.join(folder, named.main ?? 'index.js'), Module, true);
} catch (error) {
  console.error(error);
  process.exit(1);
}
