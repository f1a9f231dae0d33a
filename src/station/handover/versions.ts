import type { HandoverPhase } from '../../shared/handover/contract';
import type { Instant } from '../../shared/time';
import type { HandoverState, VersionState } from './handover-state';

/** How far one handing-over has come: it only ever goes forward. */
export function phaseOf(version: VersionState | undefined): HandoverPhase {
  if (!version) return 'draft';
  if (version.incoming.length > 0) return version.leader.length > 0 ? 'complete' : 'takenOver';
  return isLive(version) ? 'outgoingSigned' : 'draft';
}

/** Taken back counts only before anybody took over: should both have happened apart, what was taken over stands. */
export function isLive({ incoming, takenBack }: VersionState): boolean {
  return incoming.length > 0 || takenBack.length === 0;
}

/** Handings-over of one shift that exclude each other and that nobody has settled yet. */
export function contestants(state: HandoverState): VersionState[] {
  const live = state.versions.filter(isLive);
  if (live.length < 2) return [];
  const settled = state.settlements.at(-1);
  if (!settled) return live;
  const unheard = live.filter(({ id }) => id !== settled.stands && !settled.over.includes(id));
  return unheard.length > 0 ? live : [];
}

/** The one that stands: what a leader settled on, else the furthest of the live ones, else the first of them. */
export function standingVersion(state: HandoverState): VersionState | undefined {
  const live = state.versions.filter(isLive);
  const settled = state.settlements.at(-1)?.stands;
  const chosen = live.find(({ id }) => id === settled);
  if (chosen) return chosen;
  return live.reduce<VersionState | undefined>((best, version) => (best && rank(best) >= rank(version) ? best : version), undefined);
}

function rank(version: VersionState): number {
  return ['draft', 'outgoingSigned', 'takenOver', 'complete'].indexOf(phaseOf(version));
}

/** When the watch passed on; undefined while it has not. */
export function takenOverAt(version: VersionState | undefined): Instant | undefined {
  const times = (version?.incoming ?? []).map(({ at }) => at);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Keys of the items that have no answer yet, or only an open question. Sealed items are the leader's alone. */
export function unansweredItems({ signed, answers }: VersionState): string[] {
  return (signed?.content.items ?? [])
    .filter(({ kind }) => kind !== 'sealed')
    .map(({ key }) => key)
    .filter((key) => !['known', 'objection'].includes(answers[key]?.answer ?? ''));
}
