import { useMemo } from 'react';
import { faults } from '../../shared/faults/contract';
import type { ServiceProfile, Words } from '../../shared/service-profiles/profile';
import { useLanguage } from '../i18n/useWords';
import { useStation } from '../station';

/** A class of a profile, in the reader's language. */
export interface ClassInWords {
  code: string;
  name: string;
  help: string;
  examples: readonly string[];
  highRisk: boolean;
  /** The key that chooses it: the first letter or digit of its code, else its place. */
  key: string;
}

export interface Profiles {
  /** In use, the usual one first; empty until the station has answered. */
  inUse: readonly ServiceProfile[];
  usual: ServiceProfile | undefined;
  /** By its code; the usual one where a fault names none. */
  profile: (code: string | undefined) => ServiceProfile | undefined;
  classes: (profile: string | undefined) => readonly ClassInWords[];
  /** Undefined for a class the profile in use does not have (any more). */
  classOf: (profile: string | undefined, code: string) => ClassInWords | undefined;
  say: (words: Words) => string;
}

/** The service profiles in use, as the board and the report form need them. */
export function useProfiles(): Profiles {
  const { data } = useStation(faults.profiles, {});
  const language = useLanguage();
  return useMemo(() => profilesIn(data?.map(({ profile }) => profile) ?? [], language), [data, language]);
}

export function profilesIn(inUse: readonly ServiceProfile[], language: 'zh' | 'en'): Profiles {
  const say = (words: Words) => words[language] || words.zh || words.en;
  const known = new Map(inUse.map((profile) => [profile.code, classesOf(profile, say)]));
  const usual = inUse[0];
  const classes = (profile: string | undefined) => known.get(profile || (usual?.code ?? '')) ?? [];
  return {
    inUse,
    usual,
    profile: (code) => (code ? inUse.find((one) => one.code === code) : usual),
    classes,
    classOf: (profile, code) => classes(profile).find((one) => one.code === code),
    say,
  };
}

function classesOf({ classes }: ServiceProfile, say: (words: Words) => string): ClassInWords[] {
  const first = classes.map(({ code }) => code.charAt(0).toUpperCase());
  const distinct = new Set(first).size === first.length;
  return classes.map(({ code, name, help, examples, highRisk }, place) => ({
    code,
    name: say(name),
    help: say(help),
    examples: examples.map(say),
    highRisk,
    key: distinct ? (first[place] as string) : String(place + 1),
  }));
}
