import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { readPreference, writePreference } from '@/shared/preferences';
import { setCodeLanguage } from './codes';
import type { Language, Words } from './words';

const Context = createContext<{ language: Language; setLanguage: (next: Language) => void }>({
  language: 'en',
  setLanguage: () => undefined,
});

/** Until somebody chooses: what the browser asks for. */
const ofBrowser = (): Language => (typeof navigator !== 'undefined' && navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en');

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, set] = useState<Language>(() => readPreference('language', ['en', 'de'], ofBrowser()));
  setCodeLanguage(language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      setLanguage: (next: Language) => {
        writePreference('language', next);
        set(next);
      },
    }),
    [language],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const useLanguage = () => useContext(Context);

/** The feature's words in the language the person chose. */
export function useWords<T>(words: Words<T>): T {
  return words[useContext(Context).language];
}
