import type { EventDraft } from '../../shared/event';
import { serviceProfilePublished } from '../../shared/service-profiles/events';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import type { Instant } from '../../shared/time';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import type { Context } from '../handler';
import type { KeptProfile, ProfileVersion } from './projection';
import { profileStream, shippedProfiles } from './shipped';

/** What reading a profile needs of the station. */
export type ProfileContext = Pick<Context, 'raw' | 'resources'>;

/** A profile as faults are born under it now. */
export interface ProfileInUse {
  version: string;
  profile: ServiceProfile;
  /** Proposed first. */
  usual: boolean;
}

/** The profile in use when nobody has decided anything yet. */
const shippedInUse = 'P0';
/** Versions never change: what was parsed once is kept per database. */
const parsed = new WeakMap<Raw, Map<string, ProfileVersion>>();

const documents = new WeakMap<Raw, Map<string, KeptProfile>>();

/** Everything on record about profiles, by code. */
export function keptProfiles(raw: Raw): KeptProfile[] {
  return statement<[], string>(raw, 'SELECT doc FROM service_profiles ORDER BY code')
    .pluck()
    .all()
    .map((doc) => keptOf(raw, doc));
}

/** A document is long and seldom changes: the same text is read once. */
function keptOf(raw: Raw, doc: string): KeptProfile {
  let known = documents.get(raw);
  if (!known || known.size > 64) documents.set(raw, (known = new Map<string, KeptProfile>()));
  let kept = known.get(doc);
  if (!kept) known.set(doc, (kept = JSON.parse(doc) as KeptProfile));
  return kept;
}

export function keptProfile(raw: Raw, code: string): KeptProfile | undefined {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM service_profiles WHERE id = ?').pluck().get(profileStream(code));
  return doc === undefined ? undefined : keptOf(raw, doc);
}

/** The version a fault names; undefined while the other desk's entry that published it has not arrived. */
export function profileVersion({ raw, resources }: ProfileContext, code: string, version: string): ServiceProfile | undefined {
  let known = parsed.get(raw);
  if (!known) parsed.set(raw, (known = new Map()));
  if (!known.has(version)) for (const kept of keptProfile(raw, code)?.versions ?? []) known.set(kept.version, kept);
  return known.get(version)?.profile ?? shippedProfiles(resources).find((shipped) => shipped.version === version)?.profile;
}

/** Every profile that faults are born under now, the usual one first. */
export function profilesInUse({ raw, resources }: ProfileContext): ProfileInUse[] {
  const kept = new Map(keptProfiles(raw).map((profile) => [profile.code, profile]));
  const inUse: (ProfileInUse & { since: number })[] = [];
  for (const { version, profile } of shippedProfiles(resources)) {
    if (kept.get(profile.code)?.use || profile.code !== shippedInUse) continue;
    inUse.push({ version, profile, usual: false, since: kept.get(profile.code)?.usualSince ?? 0 });
  }
  for (const { code, use, usualSince } of kept.values()) {
    const profile = use?.version === undefined ? undefined : profileVersion({ raw, resources }, code, use.version);
    if (use?.version !== undefined && profile) inUse.push({ version: use.version, profile, usual: false, since: usualSince ?? 0 });
  }
  // Two desks apart may each take out what the other kept: some profile there must be.
  if (inUse.length === 0) {
    for (const { version, profile } of shippedProfiles(resources)) {
      if (profile.code === shippedInUse) inUse.push({ version, profile, usual: false, since: 0 });
    }
  }
  inUse.sort((one, other) => other.since - one.since || (one.profile.code < other.profile.code ? -1 : 1));
  return inUse.map(({ since: _, ...one }, i) => ({ ...one, usual: i === 0 }));
}

/** Since when each duty of a profile has been demanded here without a break, by its code; nothing of one that nobody put in use. */
export function dutiesSince(raw: Raw, code: string): Readonly<Record<string, Instant>> {
  const since = keptProfile(raw, code)?.dutiesSince ?? {};
  return Object.fromEntries(Object.entries(since).map(([duty, { at }]) => [duty, at]));
}

/** What must be written before a fault may name a version: a shipped one is put on record at its first use, on every desk under the same id. */
export function unrecorded({ raw, resources }: ProfileContext, version: string): (EventDraft & { derivedId: string })[] {
  const shipped = shippedProfiles(resources).find((one) => one.version === version);
  if (!shipped || keptProfile(raw, shipped.profile.code)?.versions.some((kept) => kept.version === version)) return [];
  const draft = serviceProfilePublished(profileStream(shipped.profile.code), {
    author: '',
    profile: shipped.profile,
    reason: 'shipped',
  });
  return [{ ...draft, derivedId: version }];
}
