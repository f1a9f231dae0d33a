import { z } from 'zod';
import { event } from '../event';
import { FilledText, Id, Line } from '../input';
import { ServiceProfile } from './profile';

const Author = Line(40);

/** A version of a profile, whole. The entry's id names the version: what a fault was born under is found by it on every desk. */
export const serviceProfilePublished = event(
  'serviceProfile.published@1',
  z.strictObject({
    /** Blank for what ships with the product. */
    author: Author,
    profile: ServiceProfile,
    /** The version that was edited. */
    basedOn: Id.optional(),
    reason: FilledText(500),
  }),
);

/** From now on faults are born under this version. */
export const serviceProfilePutInUse = event(
  'serviceProfile.putInUse@1',
  z.strictObject({ author: Author, version: Id, reason: FilledText(500) }),
);
/** No fault is born under this profile any more. */
export const serviceProfileTakenOutOfUse = event(
  'serviceProfile.takenOutOfUse@1',
  z.strictObject({ author: Author, reason: FilledText(500) }),
);
/** Proposed first for a new fault; the latest choice among all profiles stands. */
export const serviceProfileMadeUsual = event('serviceProfile.madeUsual@1', z.strictObject({ author: Author, reason: FilledText(500) }));
