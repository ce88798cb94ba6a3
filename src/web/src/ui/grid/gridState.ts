import { useCallback, useMemo } from 'react';
import { useUrlState } from '@/shared/url';
import type { GridState } from './types';

/** Sort, filters, group and hidden columns live in the address: a link shows the same rows. */
export function useGridState(defaults: Partial<GridState> = {}) {
  const [search, setSearch] = useUrlState();
  const text = search.toString();
  const state = useMemo((): GridState => read(new URLSearchParams(text), defaults), [text, defaults]);
  const set = useCallback((change: Partial<GridState>) => {
    const next: Record<string, string | null> = {};
    if (change.sort !== undefined) next.sort = change.sort ? `${change.sort.down ? '-' : ''}${change.sort.column}` : 'none';
    if (change.group !== undefined) next.group = change.group ?? 'none';
    if (change.search !== undefined) next.q = change.search;
    if (change.hidden !== undefined) next.hide = change.hidden.join('~') || 'none';
    for (const [column, values] of Object.entries(change.filters ?? {})) next[`f.${column}`] = values.join('~') || null;
    setSearch(next);
  }, [setSearch]);
  return [state, set] as const;
}

export function read(search: URLSearchParams, defaults: Partial<GridState>): GridState {
  const sort = search.get('sort');
  const group = search.get('group');
  const hide = search.get('hide');
  const filters: Record<string, string[]> = {};
  for (const [key, value] of search) if (key.startsWith('f.') && value) filters[key.slice(2)] = value.split('~');
  return {
    sort: sort === null ? (defaults.sort ?? null) : sort === 'none' ? null : { column: sort.replace(/^-/, ''), down: sort.startsWith('-') },
    group: group === null ? (defaults.group ?? null) : group === 'none' ? null : group,
    search: search.get('q') ?? '',
    hidden: hide === null ? (defaults.hidden ?? []) : hide === 'none' ? [] : hide.split('~'),
    filters,
  };
}
