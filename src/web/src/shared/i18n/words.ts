/** A word, or a sentence made from values. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Word = string | ((...values: any[]) => string);
type Widened<T extends Record<string, Word>> = { [K in keyof T]: T[K] extends string ? string : T[K] };

export type Language = 'en' | 'de';
export const languages: { code: Language; name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
];

export interface Words<T> { en: T; de: T }

/** The words of one feature; a language that lacks one does not compile. */
export function defineWords<T extends Record<string, Word>>(en: T, de: Widened<T>): Words<Widened<T>> {
  return { en: en as unknown as Widened<T>, de };
}
