import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { usePageKeys } from '@/app/keys';
import { useWords } from '@/shared/i18n/language';
import { Icon } from '../icons';
import { EmptyState } from '../EmptyState';
import { usePrinting } from '../printing';
import { countOf, uiWords } from '../words';
import { FilterBar } from './FilterBar';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import './grid.css';
import { useGridState } from './gridState';
import { useLayout } from './layout';
import { filterRows, groupRows, sortRows } from './pipeline';
import { extend } from './selection';
import { useStableOrder } from './stableOrder';
import type { Column, GridState } from './types';
import { useFlash } from './useFlash';

export interface DataGridProps<Row> {
  /** Under which widths are remembered. */
  id: string;
  columns: Column<Row>[];
  rows: Row[];
  idOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  /** A changed version lets the row flash once. */
  versionOf?: (row: Row) => number | string;
  /** What the rows are, in the plural: "sites". */
  what: string;
  defaults?: Partial<GridState>;
  onOpen?: (row: Row) => void;
  /** A single click, where a pane stands beside the grid. */
  onPick?: (row: Row) => void;
  /** More keys on the current row, e.g. E or H. */
  onKey?: (key: string, row: Row) => void;
  selected?: ReadonlySet<string>;
  onSelected?: (ids: Set<string>) => void;
  /** The row on a narrow screen: name, slip, whom it waits on. */
  narrow: (row: Row) => ReactNode;
  groupNote?: (rows: Row[]) => string;
  barExtra?: ReactNode;
  /** Groups within groups that are offered, as `study~country`. */
  nestedGroups?: readonly string[];
  /** What stands on the screen now, in its order: for exports. */
  onShown?: (ids: string[], columns: string[]) => void;
}

const NOTHING: ReadonlySet<string> = new Set();

/** The one grid of the house: virtual memoised rows, sort, filter, group, freeze, resize, hide, keyboard. */
export function DataGrid<Row>(p: DataGridProps<Row>) {
  const t = useWords(uiWords);
  const narrow = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  const [state, set] = useGridState(p.defaults);
  const [closed, setClosed] = useState<ReadonlySet<string>>(NOTHING);
  const [current, setCurrent] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const selected = p.selected ?? NOTHING;
  const selectable = p.onSelected !== undefined && !narrow;
  const { idOf } = p;

  const groups = useMemo(() => (state.group ?? '').split('~').filter(Boolean), [state.group]);
  const columns = useMemo(() => p.columns.filter((c) => !state.hidden.includes(c.id) && !groups.includes(c.id)), [p.columns, state.hidden, groups]);
  const layout = useLayout(p.id, columns, selectable ? 44 : 0);
  const matching = useMemo(() => filterRows(p.rows, p.columns, state), [p.rows, p.columns, state]);
  const next = useMemo(
    () => groupRows(sortRows(matching, p.columns, state.sort), groups.flatMap((id) => p.columns.filter((c) => c.id === id)), idOf, closed),
    [matching, p.columns, state.sort, groups, idOf, closed],
  );
  const byId = useMemo(() => new Map(p.rows.map((row) => [idOf(row), row])), [p.rows, idOf]);
  const view = JSON.stringify([state.sort, state.group, state.filters, state.search, [...closed]]);
  const { items, pending, show } = useStableOrder(next, view, (id) => byId.get(id));
  const flashing = useFlash(p.rows, idOf, p.versionOf);

  const height = narrow ? 64 : document.documentElement.dataset.density === 'compact' ? 28 : 32;
  const printing = usePrinting();
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (items[i]?.kind === 'group' ? (narrow ? 40 : height) : height),
    getItemKey: (i) => items[i]?.id ?? i,
    overscan: printing ? items.length : 12,
    initialRect: { width: 1200, height: 640 },
  });

  const order = useMemo(() => items.filter((i) => i.kind === 'row').map((i) => i.id), [items]);
  const { onShown } = p;
  useEffect(() => onShown?.(order, [...groups, ...columns.map((c) => c.id)]), [onShown, order, columns, groups]);
  const last = useRef<string | null>(null);
  const { onSelected, onOpen, onKey, onPick } = p;
  const point = useCallback((id: string) => {
    setCurrent(id);
    const row = byId.get(id);
    if (row) onPick?.(row);
  }, [byId, onPick]);
  const latest = useRef({ selected, order });
  latest.current = { selected, order };
  const choose = useCallback((id: string, range: boolean) => {
    onSelected?.(extend(latest.current.selected, latest.current.order, id, last.current, range));
    last.current = id;
  }, [onSelected]);

  const keys = (e: KeyboardEvent<HTMLDivElement>) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target !== scroller.current) return;
    const at = items.findIndex((i) => i.id === current);
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 15, PageUp: -15, Home: -1e9, End: 1e9 }[e.key];
    const item = items[at];
    if (step !== undefined) {
      e.preventDefault();
      const to = Math.max(0, Math.min(items.length - 1, at < 0 ? 0 : at + step));
      setCurrent(items[to]?.id ?? null);
      virtual.scrollToIndex(to);
    } else if (item?.kind === 'group' && (e.key === 'Enter' || e.key === ' ')) {
      e.preventDefault();
      toggle(item.path);
    } else if (e.key === 'Escape' && selected.size > 0) onSelected?.(new Set());
    else if (item?.kind === 'row') {
      if (e.key === 'Enter') onOpen?.(item.row);
      else if (e.key.toLowerCase() === 'x' || e.key === ' ') { e.preventDefault(); choose(item.id, e.shiftKey); }
      else onKey?.(e.key.toLowerCase(), item.row);
    }
  };
  // J and K work wherever the focus is on the page.
  const enter = () => {
    scroller.current?.focus();
    if (!current || !items.some((i) => i.id === current)) setCurrent(items.find((i) => i.kind === 'row')?.id ?? null);
  };
  usePageKeys({ j: enter, k: enter });
  const toggle = (label: string) => setClosed((before) => {
    const after = new Set(before);
    if (!after.delete(label)) after.add(label);
    return after;
  });

  return (
    <>
      <FilterBar columns={p.columns} rows={p.rows} state={state} set={set} shown={matching.length} what={p.what} pending={pending} onShow={show} extra={p.barExtra} {...(p.nestedGroups ? { nested: p.nestedGroups } : {})} />
      <div
        ref={scroller} className={`dgrid${narrow ? ' narrow' : ''}`} role="grid" tabIndex={0} aria-label={countOf(0, p.what)} aria-rowcount={items.length + 1}
        aria-multiselectable={selectable || undefined}
        aria-activedescendant={current && items.some((i) => i.id === current) ? `${prefix}${current}` : undefined}
        onKeyDown={keys} style={{ '--cols': layout.template, '--min': `${layout.total}px` } as React.CSSProperties}
      >
        {!narrow && (
          <GridHead columns={columns} lefts={layout.lefts} widths={layout.widths} frozen={layout.frozen} freeze={layout.freeze} resize={layout.resize}
            rows={p.rows} state={state} set={set}
            lead={selectable && (
              <input type="checkbox" className="check" aria-label={t.selectAll} checked={order.length > 0 && order.every((id) => selected.has(id))}
                onChange={(e) => onSelected?.(e.target.checked ? new Set(order) : new Set())} />
            )} />
        )}
        <div role="rowgroup" className="g-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((v) => {
            const item = items[v.index];
            if (!item) return null;
            const domId = `${prefix}${item.id}`;
            if (item.kind === 'group')
              return (
                <div key={item.id} id={domId} role="row" aria-rowindex={v.index + 2}
                  className={`g-row g-group${current === item.id ? ' cur' : ''}`} style={{ transform: `translateY(${v.start}px)`, height: v.size }}>
                  <div role="gridcell" aria-colspan={columns.length} className="g-cell">
                    <button type="button" tabIndex={-1} aria-expanded={item.open} onClick={() => toggle(item.path)} style={item.level ? { paddingLeft: 8 + item.level * 12 } : undefined}>
                      <Icon name={item.open ? 'down' : 'right'} small />{item.label || t.none}
                      <span className="t3">{p.groupNote?.(item.rows) ?? `${item.rows.length} ${countOf(item.rows.length, p.what)}`}</span>
                    </button>
                  </div>
                </div>
              );
            if (narrow)
              return (
                <div key={item.id} id={domId} role="row" aria-rowindex={v.index + 2} className={`g-card${flashing.has(item.id) ? ' flash' : ''}`}
                  style={{ transform: `translateY(${v.start}px)` }} onClick={() => onOpen?.(item.row)}>
                  <div role="gridcell">{p.narrow(item.row)}</div>
                </div>
              );
            return (
              <GridRow key={item.id} row={item.row} id={item.id} domId={domId} index={v.index + 2} columns={columns} lefts={layout.lefts} top={v.start}
                selectable={selectable} selected={selected.has(item.id)} current={current === item.id} flash={flashing.has(item.id)}
                selectLabel={t.selectRow(p.nameOf(item.row))} onPoint={point} onOpen={onOpen} onSelect={choose} />
            );
          })}
        </div>
        {items.length === 0 && p.rows.length > 0 && (
          <EmptyState title={t.noMatch} text={t.noMatchHow}
            acts={<button type="button" className="btn l" onClick={() => set({ search: '', filters: Object.fromEntries(Object.keys(state.filters).map((k) => [k, []])) })}>{t.clearFilters}</button>} />
        )}
      </div>
    </>
  );
}
