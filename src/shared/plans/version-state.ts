/**
 * Where a version of a plan stands: `waiting` for somebody's approval, `approved` and not published yet, `sentBack`, `inForce` (runs
 * start from it), `former` (was in force), `shipped` (came with the product, is in order, and was never published here).
 */
export const versionStates = ['waiting', 'approved', 'sentBack', 'inForce', 'former', 'shipped'] as const;
export type VersionState = (typeof versionStates)[number];

interface Decided {
  what: 'approved' | 'sentBack' | 'published' | 'reviewed' | 'withdrawn';
  version?: string | undefined;
}

/** Where a version stands after all that was decided of it. Sent back counts before approved: two desks apart may have said both. */
export function versionState(version: string, facts: { shipped: boolean; inForce: boolean }, decisions: readonly Decided[]): VersionState {
  if (facts.inForce) return 'inForce';
  const said = new Set(decisions.filter((one) => one.version === version).map(({ what }) => what));
  if (said.has('published')) return 'former';
  if (said.has('sentBack')) return 'sentBack';
  if (facts.shipped) return 'shipped';
  return said.has('approved') ? 'approved' : 'waiting';
}

/** Approved at one desk and sent back at the other: shown until somebody submits anew. */
export function isContested(version: string, decisions: readonly Decided[]): boolean {
  const said = decisions.filter((one) => one.version === version).map(({ what }) => what);
  return said.includes('approved') && said.includes('sentBack');
}

/** Runs may be made to start from it: somebody approved it, or it ships, or it has been in force. */
export const mayBePublished = (state: VersionState): boolean => state === 'approved' || state === 'shipped' || state === 'former';
