import { memo, type CSSProperties } from 'react';
import type { Column } from './types';

interface GridRowProps<Row> {
  row: Row;
  id: string;
  domId: string;
  index: number;
  columns: Column<Row>[];
  lefts: (number | undefined)[];
  top: number;
  selectable: boolean;
  selected: boolean;
  current: boolean;
  flash: boolean;
  selectLabel: string;
  onPoint: (id: string) => void;
  onOpen: ((row: Row) => void) | undefined;
  onSelect: (id: string, range: boolean) => void;
}

function GridRowInner<Row>(p: GridRowProps<Row>) {
  const style: CSSProperties = { transform: `translateY(${p.top}px)` };
  return (
    <div
      role="row"
      id={p.domId}
      aria-rowindex={p.index}
      aria-selected={p.selectable ? p.selected : undefined}
      className={`g-row${p.selected ? ' sel' : ''}${p.current ? ' cur' : ''}${p.flash ? ' flash' : ''}`}
      style={style}
      onClick={() => p.onPoint(p.id)}
      onDoubleClick={() => p.onOpen?.(p.row)}
    >
      {p.selectable && (
        <div role="gridcell" className="g-cell g-lead" style={{ left: 0 }}>
          <input type="checkbox" className="check" aria-label={p.selectLabel} checked={p.selected}
            onClick={(e) => { e.stopPropagation(); p.onSelect(p.id, e.shiftKey); }} onChange={() => undefined} />
        </div>
      )}
      {p.columns.map((c, i) => (
        <div
          key={c.id}
          role="gridcell"
          className={`g-cell${c.align === 'right' ? ' num' : ''}${p.lefts[i] !== undefined ? ' frozen' : ''}`}
          style={p.lefts[i] === undefined ? undefined : { left: p.lefts[i] }}
        >
          {c.cell(p.row)}
        </div>
      ))}
    </div>
  );
}

/** Drawn again only when its own row, place or state changed: that keeps scrolling smooth. */
export const GridRow = memo(GridRowInner) as typeof GridRowInner;
