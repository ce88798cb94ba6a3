import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { readPreference, writePreference } from '@/shared/preferences';
import type { Language, Words } from './words';

const Context = createContext<{ language: Language; setLanguage: (next: Language) => void }>({
  language: 'en',
  setLanguage: () => undefined,
});

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, set] = useState<Language>(() => readPreference('language', ['en', 'de'], 'en'));
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
