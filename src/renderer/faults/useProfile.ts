import { faults } from '../../shared/faults/contract';
import type { FaultRecord } from '../../shared/faults/record';
import type { ServiceProfile, Words } from '../../shared/service-profiles/profile';
import { useLanguage } from '../i18n/useWords';
import { useStation } from '../station';

export interface NamedProfile {
  /** Undefined while the profiles are read, or when this one is not in use any more. */
  profile: ServiceProfile | undefined;
  /** All that faults are born under now. */
  inUse: readonly { version: string; usual: boolean; profile: ServiceProfile }[];
  /** Words of a profile in the reader's language. */
  say: (words: Words | undefined) => string;
  className: (code: string | undefined) => string;
  tierName: (code: string | undefined) => string;
  clockName: (code: string | undefined) => string;
  /** `规模：重大`. */
  traitNames: (traits: Readonly<Record<string, string>>) => string[];
}

/** The service profile a fault runs under, with its names in the reader's language; codes stand in where a name is not known. */
export function useProfile({ profile: code }: Pick<FaultRecord, 'profile'>): NamedProfile {
  const language = useLanguage();
  const answer = useStation(faults.profiles, {});
  const inUse = answer.data ?? [];
  const profile = (code === '' ? inUse.find(({ usual }) => usual) : inUse.find((one) => one.profile.code === code))?.profile;
  const say = (words: Words | undefined) => words?.[language] ?? '';
  const named = (list: readonly { code: string; name: Words }[] | undefined, wanted: string | undefined) =>
    say(list?.find((one) => one.code === wanted)?.name) || (wanted ?? '');
  return {
    profile,
    inUse,
    say,
    className: (wanted) => named(profile?.classes, wanted),
    tierName: (wanted) => named(profile?.tiers, wanted),
    clockName: (wanted) => named(profile?.clocks, wanted),
    traitNames: (traits) =>
      Object.entries(traits).map(([trait, value]) => {
        const known = profile?.traits.find((one) => one.code === trait);
        return [say(known?.name) || trait, named(known?.options, value)].join(' ');
      }),
  };
}
