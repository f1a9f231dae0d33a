import type { BothLanguages } from '../i18n/word-shapes';

const zh = { refusals: {} };
const en = { refusals: {} };

/** Words of the end of a run: timeline, proposal, lessons, evaluation, archive; words.ts joins them. */
export const endWords = { zh, en } satisfies BothLanguages<typeof zh>;
