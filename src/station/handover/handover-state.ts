import type { EntryFacts, PayloadOf } from '../../shared/event';
import type { Count, HandoverContent } from '../../shared/handover/content';
import {
  type Answer,
  handoverAnswered,
  handoverCorrected,
  handoverCounted,
  handoverIncomingSigned,
  handoverJoined,
  handoverLeaderSigned,
  handoverLeaderTold,
  handoverNoted,
  handoverOutgoingSigned,
  handoverOverdueNoted,
  handoverProlonged,
  handoverReplied,
  handoverSettled,
  handoverTakenBack,
  type HandoverMode,
  type Signature,
} from '../../shared/handover/events';
import type { PersonReference } from '../../shared/references';
import type { Instant } from '../../shared/time';
import { type FoldOf, on } from '../journal/projection';

/** The entry a thing was said in: which chain it stands in finds it again, to be checked. */
export interface EntryMark {
  entry: string;
  at: Instant;
  station: string;
  seq: number;
}

export type Signed = EntryMark & Signature;

export interface Said {
  entry: string;
  at: Instant;
  by: string;
  kind: Answer['answer'] | 'reply';
  text: string;
}

/** One handing-over from its outgoing signature on. What others signed names it by that signature's entry. */
export interface VersionState {
  id: string;
  /** Undefined while the outgoing signature has not arrived from the other desk. */
  signed?: { content: HandoverContent; hash: string; mode: HandoverMode; modeReason: string; signature: Signed };
  answers: Record<string, Answer & { author: string; at: Instant; talk: Said[] }>;
  incoming: (Signed & { hash: string; missing: PersonReference[]; remark: string })[];
  joined: (Signed & { hash: string })[];
  leader: (Signed & { hash: string; remark: string })[];
  takenBack: { entry: string; at: Instant; by: string; reason: string }[];
  corrections: (Signed & { item: string; text: string })[];
}

type Settlement = Omit<PayloadOf<typeof handoverSettled>, 'signature'> & { signature: Signed };

/** What the entries of one shift's handover amount to. Nothing is ever taken away, so what was signed stays signed in any order. */
export interface HandoverState {
  shift?: string;
  attention?: string;
  systems: Record<string, string>;
  counts: Record<string, Count & { author: string; at: Instant }>;
  versions: VersionState[];
  settlements: Settlement[];
  prolonged: { entry: string; at: Instant; by: string; reason: string; until?: Instant }[];
  told: { entry: string; at: Instant; by: string; leader: string; means: string }[];
  overdueNotedAt?: Instant;
}

export const untouched: HandoverState = { systems: {}, counts: {}, versions: [], settlements: [], prolonged: [], told: [] };

const nothingYet = (id: string): VersionState => ({
  id,
  answers: {},
  incoming: [],
  joined: [],
  leader: [],
  takenBack: [],
  corrections: [],
});

function markOf({ id, at, station, seq }: EntryFacts): EntryMark {
  return { entry: id, at, station, seq };
}

/** The state with one version changed; a version whose beginning has not arrived is made room for. */
function withVersion(state: HandoverState, id: string, change: (version: VersionState) => VersionState): HandoverState {
  const known = state.versions.some((version) => version.id === id);
  const versions = known ? state.versions : [...state.versions, nothingYet(id)];
  return { ...state, versions: versions.map((version) => (version.id === id ? change(version) : version)) };
}

export const handoverFolds: FoldOf<HandoverState>[] = [
  on(handoverNoted, (state: HandoverState, { shift, attention, systems }) => ({
    ...state,
    shift,
    ...(attention === undefined ? {} : { attention }),
    systems: { ...state.systems, ...Object.fromEntries((systems ?? []).map(({ key, remark }) => [key, remark])) },
  })),
  on(handoverCounted, (state: HandoverState, { shift, counts, author }, { at }) => ({
    ...state,
    shift,
    counts: { ...state.counts, ...Object.fromEntries(counts.map((count) => [count.name, { ...count, author, at }])) },
  })),
  on(handoverOutgoingSigned, (state: HandoverState, { shift, content, hash, mode, modeReason, signature }, facts) => ({
    ...withVersion(state, facts.id, (version) => ({
      ...version,
      signed: { content, hash, mode, modeReason, signature: { ...markOf(facts), ...signature } },
    })),
    shift,
  })),
  on(handoverTakenBack, (state: HandoverState, { version: id, reason, author }, facts) =>
    withVersion(state, id, (version) => ({
      ...version,
      takenBack: [...version.takenBack, { entry: facts.id, at: facts.at, by: author, reason }],
    })),
  ),
  on(handoverAnswered, (state: HandoverState, { version: id, answers, author }, facts) =>
    withVersion(state, id, (version) => answers.reduce((so, answer) => withAnswer(so, answer, author, facts), version)),
  ),
  on(handoverReplied, (state: HandoverState, { version: id, item, text, author }, facts) =>
    withVersion(state, id, (version) => {
      const asked = version.answers[item];
      // A reply is kept even where the question itself has not arrived.
      const held = asked ?? { item, answer: 'question' as const, text: '', restated: '', author: '', at: facts.at, talk: [] };
      const reply: Said = { entry: facts.id, at: facts.at, by: author, kind: 'reply', text };
      return { ...version, answers: { ...version.answers, [item]: { ...held, talk: [...held.talk, reply] } } };
    }),
  ),
  on(handoverIncomingSigned, (state: HandoverState, { version: id, hash, signature, missing, remark }, facts) =>
    withVersion(state, id, (version) => ({
      ...version,
      incoming: [...version.incoming, { ...markOf(facts), ...signature, hash, missing, remark }],
    })),
  ),
  on(handoverJoined, (state: HandoverState, { version: id, hash, signature }, facts) =>
    withVersion(state, id, (version) => ({ ...version, joined: [...version.joined, { ...markOf(facts), ...signature, hash }] })),
  ),
  on(handoverLeaderSigned, (state: HandoverState, { version: id, hash, signature, remark }, facts) =>
    withVersion(state, id, (version) => ({ ...version, leader: [...version.leader, { ...markOf(facts), ...signature, hash, remark }] })),
  ),
  on(handoverCorrected, (state: HandoverState, { version: id, item, text, signature }, facts) =>
    withVersion(state, id, (version) => ({
      ...version,
      corrections: [...version.corrections, { ...markOf(facts), ...signature, item, text }],
    })),
  ),
  on(handoverSettled, (state: HandoverState, { signature, ...settlement }, facts) => ({
    ...state,
    settlements: [...state.settlements, { ...settlement, signature: { ...markOf(facts), ...signature } }],
  })),
  on(handoverProlonged, (state: HandoverState, { shift, reason, until, author }, { id, at }) => ({
    ...state,
    shift,
    prolonged: [...state.prolonged, { entry: id, at, by: author, reason, ...(until === undefined ? {} : { until }) }],
  })),
  on(handoverLeaderTold, (state: HandoverState, { shift, leader, means, author }, { id, at }) => ({
    ...state,
    shift,
    told: [...state.told, { entry: id, at, by: author, leader: leader.name, means }],
  })),
  on(handoverOverdueNoted, (state: HandoverState, { shift }, { at }) => ({
    ...state,
    shift,
    overdueNotedAt: Math.min(state.overdueNotedAt ?? at, at),
  })),
];

function withAnswer(version: VersionState, answer: Answer, author: string, { id, at }: EntryFacts): VersionState {
  const talk = version.answers[answer.item]?.talk ?? [];
  const said: Said = { entry: id, at, by: author, kind: answer.answer, text: answer.text || answer.restated };
  return { ...version, answers: { ...version.answers, [answer.item]: { ...answer, author, at, talk: [...talk, said] } } };
}
