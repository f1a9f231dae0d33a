/** What is typed and not yet sent. */
export { type Draft, flushDrafts, useDraft } from './useDraft';
