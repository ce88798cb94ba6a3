import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { Page, SiteRow } from '@/shared/api/records';

const enc = encodeURIComponent;

/** All sites of a study, page after page: the grid sorts, filters and groups them without asking again. */
export async function allSites(study: string, signal?: AbortSignal): Promise<SiteRow[]> {
  const rows: SiteRow[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await get<Page<SiteRow>>(`/sites?study=${enc(study)}&limit=500${cursor ? `&cursor=${enc(cursor)}` : ''}`, signal);
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return rows;
}

export const sitesQuery = (study: string) =>
  queryOptions({ queryKey: ['sites', study], queryFn: ({ signal }) => allSites(study, signal), staleTime: 20_000 });

export const siteQuery = (key: string) =>
  queryOptions({ queryKey: ['site', key], queryFn: ({ signal }) => get<SiteRow>(`/sites/${enc(key)}`, signal) });
