import { useMemo } from 'react';
import type { Milestone } from '../../shared/service-profiles/milestones';
import type { Doer, ServiceProfile, When, Words } from '../../shared/service-profiles/profile';
import { useAnyWord, useLanguage, useWords } from '../i18n/useWords';

/** Turns the parts of a profile into sentences of the reader's language. */
export interface ProfileWords {
  say: (words: Words) => string;
  list: (words: readonly string[]) => string;
  /** `4h` → 4小时; under hours of workdays, whole days are working days. */
  time: (duration: string, hours?: string) => string;
  when: (when: When | undefined) => string;
  doer: (who: Doer) => string;
  doers: (who: readonly Doer[]) => string;
  step: (milestone: Milestone) => string;
  priority: (code: string) => string;
  waiting: (code: string) => string;
  subsystem: (code: string) => string;
  source: (code: string) => string;
  tier: (code: string) => string;
  clock: (code: string) => string;
  hours: (code: string) => string;
}

export function useProfileWords(profile: ServiceProfile): ProfileWords {
  const t = useWords('serviceProfiles');
  const any = useAnyWord();
  const language = useLanguage();
  return useMemo(() => {
    const say = (words: Words) => words[language] || words.zh || words.en;
    const list = (words: readonly string[]) => words.join(t('common:separator'));
    const named = (among: readonly { code: string; name: Words }[], code: string) => {
      const found = among.find((one) => one.code === code);
      return found ? say(found.name) : code;
    };
    const hours = (code: string) => named(profile.hours, code);
    const tier = (code: string) => named(profile.tiers, code);
    const subsystem = (code: string) => any(`devices:subsystem.${code}`);
    const source = (code: string) => any(`faults:source.${code}`);
    const priority = (code: string) => any(`faults:priority.${code}`);
    const time = (duration: string, counted?: string) => {
      if (duration === '0min') return t('duration.atOnce');
      const match = /^(\d+)(min|h|d)$/u.exec(duration);
      if (!match) return duration;
      const [, n, unit] = match;
      const works = profile.hours.find(({ code }) => code === counted);
      if (works?.days === 'workdays' && unit === 'd') return t('duration.workdays', { n });
      return `${t(`duration.${unit as 'h'}`, { n })}${counted === undefined ? '' : t('duration.within', { hours: hours(counted) })}`;
    };
    const doer = (who: Doer) => {
      if (typeof who === 'object') return 'tier' in who ? tier(who.tier) : say(who.post);
      return who === 'holder' || who === 'station' ? t(`told.${who}`) : any(`common:roles.${who}`);
    };
    const when = (condition: When | undefined) => {
      const parts: string[] = [];
      for (const code of condition?.class ?? []) parts.push(named(profile.classes, code));
      const also = (codes: readonly string[] | undefined, word: (code: string) => string) => {
        if (codes) parts.push(codes.map(word).join(t('common:separator')));
      };
      if ((condition?.class?.length ?? 0) > 1) parts.splice(0, parts.length, list(parts));
      also(condition?.priority, priority);
      also(condition?.subsystem, subsystem);
      also(condition?.source, source);
      for (const [name, values] of Object.entries(condition?.traits ?? {})) {
        const trait = profile.traits.find(({ code }) => code === name);
        const options = values.map((value) => named(trait?.options ?? [], value)).join(t('common:separator'));
        parts.push(t('when.trait', { name: trait ? say(trait.name) : name, options }));
      }
      if (condition?.beginsIn !== undefined) parts.push(t('when.beginsIn', { hours: hours(condition.beginsIn) }));
      if (condition?.beginsOutside !== undefined) parts.push(t('when.beginsOutside', { hours: hours(condition.beginsOutside) }));
      return parts.join(' · ');
    };
    return {
      say,
      list,
      time,
      when,
      doer,
      doers: (who) => list(who.map(doer)),
      step: (milestone) => t(`milestone.${milestone}`),
      priority,
      waiting: (code) => any(`faults:waitingFor.${code}`),
      subsystem,
      source,
      tier,
      clock: (code) => named(profile.clocks, code),
      hours,
    };
  }, [t, any, language, profile]);
}
