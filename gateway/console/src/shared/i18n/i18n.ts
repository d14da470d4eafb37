import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { resources } from './resources';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED = 'tallygate.language';

const languageOf = (tag: string): Language | undefined => {
  const primary = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language.split('-')[0] === primary);
};

/** The person's own choice, else the first of the browser's languages that we speak, else English. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  const wanted = [...(stored ? [stored] : []), ...navigator.languages].map(languageOf);
  return wanted.find((language) => language !== undefined) ?? 'en';
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  void i18next.changeLanguage(language);
}

function follow(language: string): void {
  document.documentElement.lang = language;
  document.title = i18next.t('app.name');
}

export function startI18n(language: Language = preferredLanguage()): typeof i18next {
  i18next.off('languageChanged', follow);
  i18next.on('languageChanged', follow);
  void i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return i18next;
}
