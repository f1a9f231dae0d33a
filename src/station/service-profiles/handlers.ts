import { canonicalJson } from '../../shared/canonical';
import type { serviceProfiles as contract } from '../../shared/service-profiles/contract';
import {
  serviceProfileMadeUsual,
  serviceProfilePublished,
  serviceProfilePutInUse,
  serviceProfileTakenOutOfUse,
} from '../../shared/service-profiles/events';
import { problemsOf } from '../../shared/service-profiles/problems';
import { append, type HandlersOf, refuse } from '../handler';
import { byGravity, effectOn, type OpenFaults } from './effect';
import { profilesInUse, unrecorded } from './read';
import { profileStream } from './shipped';
import { cardsOf, knownProfile, newestOf, wholeProfile } from './versions';

/** More open faults of one profile than these nobody looks through at once. */
const mostEffects = 500;

/** Service profiles: an administrator copies and edits, the desk reads; faults keep the version they were born under. */
export const serviceProfileHandlers = (openFaults: OpenFaults): HandlersOf<typeof contract> => ({
  list: (_, context) => cardsOf(context),
  one: ({ code, version }, context) => wholeProfile(context, code, version) ?? { refusal: { code: 'notFound' } },
  check: ({ profile }) => problemsOf(profile),
  effect: ({ code, profile }, context) => {
    const { book, faults } = openFaults(context);
    const own = faults.filter((fault) => fault.code === code);
    const effects = own.map((fault) => effectOn(fault, profile, book, context.now)).sort(byGravity);
    return { open: own.length, faults: effects.slice(0, mostEffects) };
  },
  publish: ({ profile, basedOn, reason }, context) => {
    const { code } = profile;
    const there = knownProfile(context, code);
    const newest = there && newestOf(there);
    if (newest && basedOn !== newest.version) {
      // Edited from an older version, what the newer one changed would be lost unseen.
      const isOwn = there.versions.some(({ version }) => version === basedOn);
      return isOwn ? refuse('notNewest', { number: newest.number, author: newest.author }) : refuse('codeTaken', { code });
    }
    if (newest && canonicalJson(newest.profile) === canonicalJson(profile)) return refuse('nothingChanged');
    const version = context.newId();
    const before = newest ? unrecorded(context, newest.version) : [];
    const published = serviceProfilePublished(profileStream(code), {
      author: context.officer.name,
      profile,
      ...(basedOn === undefined ? {} : { basedOn }),
      reason,
    });
    const number = (there?.kept?.versions.length ?? 0) + before.length + 1;
    return append([...before, { ...published, id: version }], { version, number });
  },
  putInUse: ({ code, version, reason }, context) => {
    const chosen = knownProfile(context, code)?.versions.find((one) => one.version === version);
    if (!chosen) return refuse('notFound');
    if (chosen.inUse) return refuse('alreadyInUse', { number: chosen.number });
    const used = serviceProfilePutInUse(profileStream(code), { author: context.officer.name, version, reason });
    return append([...unrecorded(context, version), used], null);
  },
  takeOutOfUse: ({ code, reason }, context) => {
    const inUse = profilesInUse(context);
    const used = inUse.find(({ profile }) => profile.code === code);
    if (!used) return refuse('notInUse', { code });
    // A fault is always born under some profile.
    if (inUse.length === 1) return refuse('lastInUse', { code });
    const out = serviceProfileTakenOutOfUse(profileStream(code), { author: context.officer.name, reason });
    // A decision about what only ships puts it on record first: a stream begins with what it is about.
    return append([...unrecorded(context, used.version), out], null);
  },
  makeUsual: ({ code, reason }, context) => {
    const used = profilesInUse(context).find(({ profile }) => profile.code === code);
    if (!used) return refuse('notInUse', { code });
    if (used.usual) return refuse('alreadyUsual', { code });
    const usual = serviceProfileMadeUsual(profileStream(code), { author: context.officer.name, reason });
    return append([...unrecorded(context, used.version), usual], null);
  },
});
