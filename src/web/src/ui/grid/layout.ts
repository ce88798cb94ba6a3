import { useCallback, useMemo, useState } from 'react';
import { writePreference } from '@/shared/preferences';
import type { Column } from './types';

interface Layout { widths: Record<string, number>; frozen: number }

function stored(id: string): Layout {
  try {
    const value = JSON.parse(localStorage.getItem(`startup.grid.${id}`) ?? '{}') as Partial<Layout>;
    return { widths: value.widths ?? {}, frozen: value.frozen ?? 1 };
  } catch {
    return { widths: {}, frozen: 1 };
  }
}

/** Widths and frozen columns, kept on this device. `lead` is the width of the selection column. */
export function useLayout<Row>(id: string, columns: Column<Row>[], lead: number) {
  const [layout, setLayout] = useState(() => stored(id));
  const change = useCallback((next: Layout) => {
    setLayout(next);
    writePreference(`grid.${id}`, JSON.stringify(next));
  }, [id]);
  const placed = useMemo(() => {
    const widths = columns.map((c) => layout.widths[c.id] ?? c.width);
    const grows = columns.some((c) => c.grow && layout.widths[c.id] === undefined);
    const tracks = columns.map((c, i) => (c.grow && layout.widths[c.id] === undefined ? `minmax(${widths[i]}px, 1fr)` : `${widths[i]}px`));
    const lefts: (number | undefined)[] = [];
    let left = lead;
    columns.forEach((_, i) => {
      lefts.push(i < layout.frozen ? left : undefined);
      left += widths[i] ?? 0;
    });
    return { template: `${lead ? `${lead}px ` : ''}${tracks.join(' ')}${grows ? '' : ' 1fr'}`, lefts, total: left, widths };
  }, [columns, layout, lead]);
  return {
    ...placed,
    frozen: layout.frozen,
    resize: (column: string, width: number) => change({ ...layout, widths: { ...layout.widths, [column]: Math.max(48, Math.min(640, Math.round(width))) } }),
    freeze: (count: number) => change({ ...layout, frozen: count }),
  };
}
