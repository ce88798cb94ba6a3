import table from '@/shared/codes.json';

/** Milestones of a site as people choose among them; the server knows what each means and refuses others. */
export const SITE_MILESTONES: readonly (readonly [code: string, en: string, de: string])[] =
  Object.entries(table.milestone as Record<string, string[]>).filter(([code]) => code.startsWith('SI-')).map(([code, words]) => [code, words[0]!, words[1]!] as const);
