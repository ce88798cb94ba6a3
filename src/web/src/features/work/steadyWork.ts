import { useState } from 'react';
import { countMoves } from '@/ui/grid/stableOrder';
import type { Work, WorkGroup, WorkItem } from './queries';

/**
 * Keeps the lines where they are while data arrives: known lines change in place, lines that are done go, new ones and
 * another order come when the person asks ("3 changes, show").
 */
export function useSteadyWork(work: Work | undefined, view: string, idOf: (item: WorkItem) => string): { groups: WorkGroup[]; pending: number; show: () => void } {
  const next = work?.groups ?? [];
  const ids = next.flatMap((g) => g.items.map((i) => `${g.key}:${idOf(i)}`));
  const [shown, setShown] = useState<{ view: string; ids: string[] } | null>(null);
  if (work && (shown === null || shown.view !== view)) {
    setShown({ view, ids });
    return { groups: next, pending: 0, show: () => undefined };
  }
  if (!work || !shown) return { groups: next, pending: 0, show: () => undefined };
  const here = new Set(ids);
  const kept = shown.ids.filter((id) => here.has(id));
  const pending = countMoves(kept, ids);
  const place = new Map(kept.map((id, i) => [id, i]));
  const groups = next.map((g) => ({
    ...g, items: g.items.filter((i) => place.has(`${g.key}:${idOf(i)}`)).sort((a, b) => (place.get(`${g.key}:${idOf(a)}`) ?? 0) - (place.get(`${g.key}:${idOf(b)}`) ?? 0)),
  }));
  return pending === 0 ? { groups: next, pending, show: () => undefined } : { groups, pending, show: () => setShown({ view, ids }) };
}
