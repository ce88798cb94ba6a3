import { useState } from 'react';
import type { GridItem } from './types';

/** How many entries are new, gone or elsewhere in the next order; 0 when both are the same. */
export function countMoves(shown: readonly string[], next: readonly string[]): number {
  if (shown.length === next.length && shown.every((id, i) => id === next[i])) return 0;
  const before = new Set(shown);
  const after = new Set(next);
  const added = next.filter((id) => !before.has(id)).length;
  const gone = shown.filter((id) => !after.has(id)).length;
  return Math.max(1, added + gone);
}

/**
 * Keeps the order on the screen while data arrives: values change in place, rows move only when the person asks.
 * A new `view` (sort, filter, group) shows the new order at once.
 */
export function useStableOrder<Row>(next: GridItem<Row>[], view: string, rowOf: (id: string) => Row | undefined) {
  const ids = next.map((item) => item.id);
  const [shown, setShown] = useState({ view, ids });
  const accept = shown.view !== view || shown.ids.length === 0;
  if (accept && (shown.view !== view || ids.length > 0)) setShown({ view, ids });
  const pending = accept ? 0 : countMoves(shown.ids, ids);
  if (pending === 0) return { items: next, pending, show: () => undefined };

  const known = new Map(next.map((item) => [item.id, item]));
  const items: GridItem<Row>[] = [];
  for (const id of shown.ids) {
    const item = known.get(id);
    if (item) items.push(item);
    else {
      const row = rowOf(id);
      if (row !== undefined) items.push({ kind: 'row', id, row });
    }
  }
  return { items, pending, show: () => setShown({ view, ids }) };
}
