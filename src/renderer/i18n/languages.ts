/** Languages of the screens; the first is the house's own. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

const place = 'duty.language';

/** The language this desk was last set to. */
export function rememberedLanguage(): Language {
  const kept = localStorage.getItem(place);
  return languages.find((language) => language === kept) ?? 'zh';
}

/** Remembers the language for this desk, whoever signs in next. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(place, language);
}
