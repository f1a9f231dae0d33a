import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages, rememberedLanguage, rememberLanguage } from './languages';
import { momentFormats } from './time-words';
import { words } from './words';

const resources = Object.fromEntries(
  languages.map((language) => [language, Object.fromEntries(Object.entries(words).map(([space, both]) => [space, both[language]]))]),
);

void i18next.use(initReactI18next).init({
  resources,
  lng: rememberedLanguage(),
  fallbackLng: 'zh',
  ns: Object.keys(words),
  defaultNS: 'common',
  initAsync: false,
  interpolation: { escapeValue: false },
});
for (const [name, format] of Object.entries(momentFormats)) i18next.services.formatter?.add(name, format);

const tags: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

function dressDocument(language: string): void {
  document.documentElement.lang = tags[language as Language] ?? language;
  document.title = i18next.t('shell:product');
}
dressDocument(i18next.language);
i18next.on('languageChanged', dressDocument);

/** Switches the screens to another language and remembers it for this desk. */
export function speak(language: Language): void {
  rememberLanguage(language);
  void i18next.changeLanguage(language);
}

export { i18next };
