import type { BothLanguages } from '../i18n/word-shapes';

const zh = { refusals: {} };
const en = { refusals: {} };

/** Words of people, kit, reports and faults of a run; words.ts joins them. */
export const peopleWords = { zh, en } satisfies BothLanguages<typeof zh>;
