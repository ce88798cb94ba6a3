import { useLocation } from 'wouter';

/** The study of the address, if the page belongs to one: /studies/{key}/... */
export function studyOf(path: string): string | null {
  const match = /^\/studies\/([^/]+)/.exec(path);
  return match?.[1] ? decodeURIComponent(match[1]) : null;
}

export function siteOf(path: string): string | null {
  const match = /^\/studies\/[^/]+\/sites\/([^/]+)/.exec(path);
  return match?.[1] ? decodeURIComponent(match[1]) : null;
}

export function useStudyKey(): string | null {
  const [path] = useLocation();
  return studyOf(path);
}

export const studyPath = (study: string, rest = '') => `/studies/${encodeURIComponent(study)}${rest}`;
export const sitePath = (study: string, site: string, rest = '') => studyPath(study, `/sites/${encodeURIComponent(site)}${rest}`);
