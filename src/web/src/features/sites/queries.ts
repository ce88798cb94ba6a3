import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import { toSiteRow } from '@/shared/api/mapping';
import type { Page, SiteRow } from '@/shared/api/records';

const enc = encodeURIComponent;

/** All sites of a study (of all studies without one), page after page: the grid sorts, filters and groups them without asking again. */
export async function allSites(study: string, signal?: AbortSignal): Promise<SiteRow[]> {
  const rows: SiteRow[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await get<Page<unknown>>(`/sites?${study ? `study=${enc(study)}&` : ''}limit=2000${cursor ? `&cursor=${enc(cursor)}` : ''}`, signal);
    rows.push(...page.items.map(toSiteRow));
    cursor = page.next;
  } while (cursor);
  return rows;
}

export const sitesQuery = (study: string) =>
  queryOptions({ queryKey: ['site-list', study], queryFn: ({ signal }) => allSites(study, signal), staleTime: 20_000 });
