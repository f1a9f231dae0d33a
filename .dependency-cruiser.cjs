// The walls of the house (design.md, sections 1 and 5). tests/walls plants one forbidden import per wall and sees it refused.

/** Every slice of the field, in whatever room it has a folder. Two slices meet through their index.ts only. */
const SLICES = [
  'accounts',
  'alarms',
  'attachments',
  'attempts',
  'attendance',
  'calendar',
  'devices',
  'dispatch',
  'drafts',
  'duty-log',
  'fault-figures',
  'faults',
  'duty-record',
  'handover',
  'knowledge',
  'matters',
  'papers',
  'patrols',
  'people',
  'periodic-duties',
  'planned-work',
  'plans',
  'plan-runs',
  'plans',
  'reports',
  'roster',
  'roster-files',
  'service-profiles',
  'service-requests',
  'spares',
  'station-settings',
  'unit',
  'warnings',
].join('|');

// A package that cannot be resolved keeps its bare name, so both forms are meant.
const packages = (names) => `(^|/node_modules/|^node_modules/)(${names})(/|$)`;
const TESTS = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    {
      name: 'shared-imports-only-zod',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: TESTS },
      to: { pathNot: ['^src/shared/', packages('zod')] },
    },
    {
      name: 'renderer-knows-only-shared',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: ['^src/(main|station|preload)/', packages('electron|electron-log|better-sqlite3|drizzle-orm')] },
    },
    {
      name: 'renderer-knows-no-node',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'station-knows-no-screen',
      severity: 'error',
      from: { path: '^src/station/' },
      to: { path: ['^src/(main|renderer|preload)/', packages('electron|react|react-dom|react-i18next|@mantine|@tabler|@tanstack')] },
    },
    {
      name: 'shell-knows-only-shared',
      severity: 'error',
      from: { path: '^src/(main|preload)/' },
      to: { path: ['^src/(station|renderer)/', packages('better-sqlite3|drizzle-orm|react|@mantine')] },
    },
    {
      name: 'main-and-preload-apart',
      severity: 'error',
      from: { path: '^src/(main|preload)/' },
      to: { path: '^src/(main|preload)/', pathNot: '^src/$1/' },
    },
    {
      name: 'only-the-shell-imports-electron',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|preload)/' },
      to: { path: packages('electron') },
    },
    {
      name: 'slices-meet-through-index',
      severity: 'error',
      from: { path: `^src/(station|renderer)/(${SLICES})/` },
      to: { path: `^src/$1/(${SLICES})/`, pathNot: [`^src/$1/$2/`, `^src/$1/(${SLICES})/index\\.tsx?$`] },
    },
    {
      name: 'slices-are-entered-through-index',
      severity: 'error',
      from: { path: '^src/(station|renderer)/', pathNot: `^src/(station|renderer)/(${SLICES})/` },
      // The word lists are collected before any screen is loaded, so they have a door of their own.
      to: { path: `^src/$1/(${SLICES})/`, pathNot: `^src/$1/(${SLICES})/(index|words)\\.tsx?$` },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    // Imports of types count too: a wall with a window is no wall.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
