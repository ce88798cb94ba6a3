import type { QueryClient } from '@tanstack/react-query';
import { get } from './client';
import { toSiteRow } from './mapping';
import type { Page, SiteRow } from './records';

const MOST = 40;

/** Puts fresh lines in the place of old ones; new sites come last, and the grid offers to show them. */
export function mergeLines(rows: readonly SiteRow[], fresh: readonly SiteRow[]): SiteRow[] {
  const byKey = new Map(fresh.map((row) => [row.key, row]));
  const merged = rows.map((row) => byKey.get(row.key) ?? row);
  const known = new Set(rows.map((row) => row.key));
  return [...merged, ...fresh.filter((row) => !known.has(row.key))];
}

/** Asks for the lines of some sites and puts them into the list that is on the screen; a long list of changes asks for the whole. */
export async function refreshLines(client: QueryClient, study: string, sites: readonly string[]): Promise<void> {
  const key = ['site-list', study];
  void client.invalidateQueries({ queryKey: ['site-list', ''], exact: true });
  void client.invalidateQueries({ queryKey: [...key, 'timeline'] });
  if (!client.getQueryData(key)) return;
  if (sites.length > MOST) return void client.invalidateQueries({ queryKey: key, exact: true });
  try {
    const query = sites.map((site) => `site=${encodeURIComponent(site)}`).join('&');
    const fresh = (await get<Page<unknown>>(`/sites?study=${encodeURIComponent(study)}&limit=200&${query}`)).items.map(toSiteRow);
    client.setQueryData<SiteRow[]>(key, (rows) => (rows ? mergeLines(rows, fresh) : rows));
  } catch {
    void client.invalidateQueries({ queryKey: key, exact: true });
  }
}
