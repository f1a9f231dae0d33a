import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from './languages';
import type { NameIn } from './word-shapes';
import type { WordSpace, words } from './words';

export type WordParams = Record<string, string | number | boolean | undefined>;

/** A name in one slice's words, or in the common ones with `common:` before it. */
export type WordName<S extends WordSpace> = NameIn<(typeof words)[S]['zh']> | `common:${NameIn<(typeof words)['common']['zh']>}`;
export type Word<S extends WordSpace> = (name: WordName<S>, params?: WordParams) => string;

/** Looks up a name known only at run time, `slice:name`; of several the first that exists. */
export type AnyWord = (names: string | string[], params?: WordParams) => string;

/** The words of one slice in the reader's language: `const t = useWords('faults')`, `t('board.title')`, `t('common:save')`. */
export function useWords<S extends WordSpace>(space: S): Word<S> {
  const { t } = useTranslation(space);
  return useMemo(() => (name, params) => t(name as string, { ...params } as never) as unknown as string, [t]);
}

/** For names that come as data: roles, refusals, events, labels of other slices. */
export function useAnyWord(): AnyWord {
  const { t } = useTranslation();
  return useMemo(() => (names, params) => t(names as string, { ...params } as never) as unknown as string, [t]);
}

/** The language the screens speak now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language as Language;
}
