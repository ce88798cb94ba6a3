import type { Language } from './i18n/words';

/** Countries whose rules travel with the product, as the calendars know them. */
export const COUNTRIES = ['AU', 'BG', 'CA', 'CZ', 'DE', 'GB', 'HU', 'PL', 'RU', 'TW', 'US'] as const;

const names = new Map<Language, Intl.DisplayNames>();

/** The name of a country in the reader's language; the code itself when there is none. */
export function countryName(iso2: string | null | undefined, language: Language = typeof document !== 'undefined' && document.documentElement.lang === 'de' ? 'de' : 'en'): string {
  if (!iso2) return '';
  let display = names.get(language);
  if (!display) names.set(language, (display = new Intl.DisplayNames([language], { type: 'region' })));
  try {
    return display.of(iso2.toUpperCase()) ?? iso2;
  } catch {
    return iso2;
  }
}
