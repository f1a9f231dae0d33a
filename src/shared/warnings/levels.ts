import { z } from 'zod';
import type { Role } from '../roles';

/** The four levels of domain.md 4, the gravest first: 特别重大, 重大, 较大, 一般. */
export const warningLevels = ['I', 'II', 'III', 'IV'] as const;
export const WarningLevel = z.enum(warningLevels);
export type WarningLevel = z.infer<typeof WarningLevel>;

/** 预警: it may happen. 响应: it has happened. */
export const warningKinds = ['warning', 'response'] as const;
export const WarningKind = z.enum(warningKinds);
export type WarningKind = z.infer<typeof WarningKind>;

/** From signs in the systems, or from outside: weather, events, authorities. */
export const warningOrigins = ['internal', 'external'] as const;
export const WarningOrigin = z.enum(warningOrigins);
export type WarningOrigin = z.infer<typeof WarningOrigin>;

/** The colour a level is announced in; never without its numeral and word. */
export const colourOf = { I: 'red', II: 'orange', III: 'yellow', IV: 'blue' } as const satisfies Record<WarningLevel, string>;

export const publisherRoles = ['office', 'leadingGroup'] as const satisfies readonly Role[];
export type PublisherRole = (typeof publisherRoles)[number];

/** Who publishes at a level (domain.md 4): level I the leading group alone; where the office may act, the leading group above it may too. */
export const publishersOf = {
  I: ['leadingGroup'],
  II: ['office', 'leadingGroup'],
  III: ['office', 'leadingGroup'],
  IV: ['office', 'leadingGroup'],
} as const satisfies Record<WarningLevel, readonly PublisherRole[]>;

/** Below nought: `one` is graver. */
export function byGravity(one: WarningLevel, other: WarningLevel): number {
  return warningLevels.indexOf(one) - warningLevels.indexOf(other);
}

export function gravest(levels: readonly WarningLevel[]): WarningLevel {
  return levels.toSorted(byGravity)[0] ?? 'IV';
}

/**
 * As what somebody with these roles acts on these levels, all at once: raising to I and lowering from I touch I. Undefined when they
 * may not.
 */
export function authorityOver(levels: readonly WarningLevel[], held: readonly Role[]): PublisherRole | undefined {
  const allowed = publishersOf[gravest(levels)];
  return (allowed as readonly PublisherRole[]).find((role) => held.includes(role));
}

/** Task orders go to every unit at level I (domain.md 4). */
export function asksForTaskOrders(level: WarningLevel): boolean {
  return level === 'I';
}
