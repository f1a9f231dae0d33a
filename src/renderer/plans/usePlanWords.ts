import { useMemo } from 'react';
import type { Evidence, PlanPost, PlanShape, PlanWords as Words } from '../../shared/plans/template';
import type { Language } from '../i18n/languages';
import { type AnyWord, useAnyWord, useLanguage, useWords, type Word } from '../i18n/useWords';

/** Turns the parts of a plan into words of the reader's language. */
export interface PlanWords {
  say: (words: Words) => string;
  list: (words: readonly string[]) => string;
  /** `30min` → 30分钟. */
  length: (duration: string) => string;
  /** `T-7d 18:00` → T前7日 18:00. T is the activation where nothing is announced. */
  time: (time: string) => string;
  level: (level: number) => string;
  levelName: (level: number) => string;
  role: (role: string) => string;
  roles: (roles: readonly string[]) => string;
  subsystem: (code: string) => string;
  post: (code: string) => string;
  filling: (filling: PlanPost['filling']) => string;
  evidence: (evidence: Evidence) => string;
}

export function usePlanWords(plan: PlanShape): PlanWords {
  const t = useWords('plans');
  const any = useAnyWord();
  const language = useLanguage();
  return useMemo(() => planWords(plan, language, t, any), [t, any, language, plan]);
}

/** The same for a paper, which speaks one language whatever the screens speak. */
export function planWords(plan: PlanShape, language: Language, t: Word<'plans'>, any: AnyWord): PlanWords {
  const say = (words: Words) => words[language] || words.zh || words.en;
  const list = (words: readonly string[]) => words.join(t('common:separator'));
  const length = (duration: string) => {
    const match = /^(\d+)(min|h|d)$/u.exec(duration);
    return match ? t(`time.${match[2] as 'h'}`, { n: match[1] }) : duration;
  };
  const time = (text: string) => {
    const match = /^([TAE])([+-])(\d+)(min|h|d)(?: (\d\d:\d\d))?$/u.exec(text);
    if (!match) return text;
    const [, letter, sign, n, unit, clock] = match;
    const anchor = t(`time.${letter === 'T' && !plan.announced ? 'A' : (letter as 'T')}`);
    if (n === '0') return clock === undefined ? t('time.at', { anchor }) : t('time.onDay', { anchor, clock });
    const day = t(sign === '-' ? 'time.before' : 'time.after', { anchor, length: length(`${n}${unit}`) });
    return clock === undefined ? day : t('time.withClock', { day, clock });
  };
  const posts = new Map(plan.groups.flatMap((group) => group.posts.map((post) => [post.code, post.name] as const)));
  const role = (code: string) => any(`common:roles.${code}`);
  const range = ({ unit, min, max }: { unit: string; min?: number | undefined; max?: number | undefined }) => {
    if (min !== undefined && min === max) return t('evidenceSaid.exactly', { min, unit });
    if (min !== undefined && max !== undefined) return t('evidenceSaid.range', { min, max, unit });
    if (min !== undefined) return t('evidenceSaid.from', { min, unit });
    if (max !== undefined) return t('evidenceSaid.upTo', { max, unit });
    return unit === '' ? '' : t('evidenceSaid.ofUnit', { unit });
  };
  return {
    say,
    list,
    length,
    time,
    level: (level) => any(`plans:level.${level}`),
    levelName: (level) => any(`plans:levelName.${level}`),
    role,
    roles: (codes) => list(codes.map(role)),
    subsystem: (code) => any(`devices:subsystem.${code}`),
    post: (code) => {
      const name = posts.get(code);
      return name ? say(name) || code : t('edit.missing', { code });
    },
    filling: (filling) => (filling ? t(`fillingSaid.${filling.from}`, { role: role(filling.role) }) : t('fillingSaid.none')),
    evidence: (one) => {
      const label = say(one.label);
      if (one.kind === 'photo') return t('evidenceSaid.photo', { label, atLeast: one.atLeast });
      if (one.kind === 'reading') return t('evidenceSaid.reading', { label, range: range(one).replace(' )', ')') });
      if (one.kind === 'count' && one.expected !== undefined) return t('evidenceSaid.countOf', { label, expected: one.expected });
      return t(`evidenceSaid.${one.kind}`, { label });
    },
  };
}
