import type { PointerEvent, ReactNode } from 'react';
import { ColumnMenu } from './ColumnMenu';
import type { Column, GridState } from './types';

interface GridHeadProps<Row> {
  columns: Column<Row>[];
  lefts: (number | undefined)[];
  widths: number[];
  frozen: number;
  freeze: (count: number) => void;
  resize: (column: string, width: number) => void;
  rows: Row[];
  state: GridState;
  set: (change: Partial<GridState>) => void;
  lead: ReactNode;
}

/** The heads stay in sight; each opens its column's menu; its edge can be dragged, and the menu does the same by keyboard. */
export function GridHead<Row>(p: GridHeadProps<Row>) {
  const drag = (column: Column<Row>) => (down: PointerEvent<HTMLElement>) => {
    down.preventDefault();
    const start = down.currentTarget.parentElement!.getBoundingClientRect().width;
    const move = (e: globalThis.PointerEvent) => p.resize(column.id, start + e.clientX - down.clientX);
    const stop = () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', stop);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', stop);
  };
  return (
    <div role="row" aria-rowindex={1} className="g-row g-head">
      {p.lead && <div role="columnheader" className="g-cell g-lead" style={{ left: 0 }}>{p.lead}</div>}
      {p.columns.map((c, i) => (
        <div
          key={c.id}
          role="columnheader"
          aria-sort={p.state.sort?.column === c.id ? (p.state.sort.down ? 'descending' : 'ascending') : undefined}
          className={`g-cell${c.align === 'right' ? ' num' : ''}${p.lefts[i] !== undefined ? ' frozen' : ''}`}
          style={p.lefts[i] === undefined ? undefined : { left: p.lefts[i] }}
        >
          <ColumnMenu column={c} index={i} rows={p.rows} state={p.state} set={p.set} frozen={p.frozen} freeze={p.freeze}
            width={p.widths[i] ?? c.width} resize={p.resize} />
          <span className="g-grip" aria-hidden="true" onPointerDown={drag(c)} />
        </div>
      ))}
    </div>
  );
}
