import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  serviceProfileMadeUsual,
  serviceProfilePublished,
  serviceProfilePutInUse,
  serviceProfileTakenOutOfUse,
} from '../../shared/service-profiles/events';
import type { Duty, ServiceProfile } from '../../shared/service-profiles/profile';
import type { Instant } from '../../shared/time';
import { documentStore, on, projection } from '../journal/projection';

export interface ProfileVersion {
  /** Id of the entry that published it. */
  version: string;
  profile: ServiceProfile;
  author: string;
  at: Instant;
  basedOn?: string | undefined;
  reason: string;
}

/** One profile: all its versions, and which one faults are born under. */
export interface KeptProfile {
  code: string;
  versions: ProfileVersion[];
  /** `version` is undefined after it was taken out of use. */
  use?: { version: string | undefined; author: string; at: Instant; reason: string };
  usualSince?: Instant;
  /** Since when each duty has been demanded without a break: how often it is due, and from when on. */
  dutiesSince?: Record<string, { every: Duty['every']; at: Instant }>;
}

/** A duty is demanded anew when it is new in the version put in use, or due in other periods than before. */
function dutiesSince(kept: KeptProfile, version: string, at: Instant): NonNullable<KeptProfile['dutiesSince']> {
  const duties = kept.versions.find((one) => one.version === version)?.profile.duties ?? [];
  return Object.fromEntries(
    duties.map(({ code, every }) => {
      const former = kept.dutiesSince?.[code];
      const same = former?.every.unit === every.unit && former.every.count === every.count;
      return [code, same ? former : { every, at }];
    }),
  );
}

export const serviceProfileTable = sqliteTable('service_profiles', {
  stream: integer('stream').primaryKey(),
  id: text('id').notNull(),
  code: text('code').notNull(),
  doc: text('doc', { mode: 'json' }).$type<KeptProfile>().notNull(),
});

export const serviceProfileProjection = projection<KeptProfile>({
  slice: 'serviceProfiles',
  kind: 'serviceProfile',
  version: 2,
  initial: () => ({ code: '', versions: [] }),
  folds: [
    on(serviceProfilePublished, (kept: KeptProfile, { profile, author, basedOn, reason }, { id, at }) => ({
      ...kept,
      code: profile.code,
      versions: [...kept.versions, { version: id, profile, author, at, basedOn, reason }],
    })),
    on(serviceProfilePutInUse, (kept: KeptProfile, { version, author, reason }, { at }) => ({
      ...kept,
      use: { version, author, at, reason },
      dutiesSince: dutiesSince(kept, version, at),
    })),
    on(serviceProfileTakenOutOfUse, (kept: KeptProfile, { author, reason }, { at }) => ({
      ...kept,
      dutiesSince: {},
      use: { version: undefined, author, at, reason },
    })),
    on(serviceProfileMadeUsual, (kept: KeptProfile, _, { at }) => ({ ...kept, usualSince: at })),
  ],
  tables: [serviceProfileTable],
  open: (raw) => documentStore<KeptProfile>(raw, serviceProfileTable, ({ code }) => ({ code })),
});
