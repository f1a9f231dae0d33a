// Imported first by every script that a person starts: an old Node gets one clear line, not a syntax error further down.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`✗ Node ${process.versions.node} is too old: install Node 20.19 or newer (24 is best), then run this again.\n`);
  process.exit(1);
}
