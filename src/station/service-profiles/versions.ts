import type { ProfileCard, ProfileVersionCard, WholeProfile } from '../../shared/service-profiles/contract';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import type { KeptProfile } from './projection';
import { keptProfile, keptProfiles, type ProfileContext, profilesInUse } from './read';
import { shippedProfiles } from './shipped';

interface KnownVersion extends ProfileVersionCard {
  profile: ServiceProfile;
}

/** A profile with all its versions, on record or shipped and never used yet. */
export interface KnownProfile {
  code: string;
  kept?: KeptProfile | undefined;
  versions: KnownVersion[];
}

/** Every profile the station knows: what is on record, and what ships with it. By code. */
export function knownProfiles(context: ProfileContext): KnownProfile[] {
  const kept = new Map(keptProfiles(context.raw).map((profile) => [profile.code, profile]));
  const codes = new Set([...kept.keys(), ...shippedProfiles(context.resources).map(({ profile }) => profile.code)]);
  return [...codes].sort().flatMap((code) => known(context, code, kept.get(code)) ?? []);
}

export function knownProfile(context: ProfileContext, code: string): KnownProfile | undefined {
  return known(context, code, keptProfile(context.raw, code));
}

/** The version an edit starts from: the last on record, else what ships. */
export function newestOf({ kept, versions }: KnownProfile): KnownVersion | undefined {
  return versions[Math.max(0, (kept?.versions.length ?? 0) - 1)];
}

function known(context: ProfileContext, code: string, kept: KeptProfile | undefined): KnownProfile | undefined {
  const inUse = profilesInUse(context).find(({ profile }) => profile.code === code)?.version;
  const shipped = shippedProfiles(context.resources).filter(({ profile }) => profile.code === code);
  const isShipped = (version: string) => shipped.some((one) => one.version === version);
  const versions: KnownVersion[] = (kept?.versions ?? []).map(({ version, profile, at, author, basedOn, reason }, i) => ({
    version,
    number: i + 1,
    at,
    author,
    reason,
    ...(basedOn === undefined ? {} : { basedOn }),
    // What an earlier release shipped was put on record by nobody, too.
    shipped: isShipped(version) || author === '',
    inUse: version === inUse,
    profile,
  }));
  for (const { version, profile } of shipped) {
    if (versions.some((one) => one.version === version)) continue;
    versions.push({ version, number: versions.length + 1, author: '', reason: '', shipped: true, inUse: version === inUse, profile });
  }
  // Nothing but decisions about a profile whose text has not arrived from the other desk.
  return versions.length === 0 ? undefined : { code, kept, versions };
}

/** What is in use first, the usual one before all; the rest by code. */
export function cardsOf(context: ProfileContext): ProfileCard[] {
  const inUse = profilesInUse(context);
  const placeOf = (code: string) => inUse.findIndex(({ profile }) => profile.code === code) >>> 0;
  return knownProfiles(context)
    .sort((one, other) => placeOf(one.code) - placeOf(other.code))
    .flatMap((one) => {
      const newest = newestOf(one);
      if (!newest) return [];
      const used = inUse.find(({ profile }) => profile.code === one.code);
      const { name, about } = used?.profile ?? newest.profile;
      const bases = one.versions.flatMap(({ basedOn }) => basedOn ?? []);
      return [
        {
          code: one.code,
          name,
          about,
          ...(used ? { inUse: used.version } : {}),
          usual: used?.usual ?? false,
          ...(one.kept?.use ? { decided: { author: one.kept.use.author, at: one.kept.use.at, reason: one.kept.use.reason } } : {}),
          newest: newest.version,
          madeApart: new Set(bases).size < bases.length,
          versions: one.versions.map(({ profile: _, ...card }) => card),
        },
      ];
    });
}

/** A version whole; without one the version in use, else the newest. */
export function wholeProfile(context: ProfileContext, code: string, version: string | undefined): WholeProfile | undefined {
  const profile = knownProfile(context, code);
  const found = profile?.versions.find((one) => (version === undefined ? one.inUse : one.version === version));
  const whole = found ?? (profile && version === undefined ? newestOf(profile) : undefined);
  return whole && { code, ...whole };
}
