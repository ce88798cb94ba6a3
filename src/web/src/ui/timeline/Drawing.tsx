import { memo, useState, type PointerEvent } from 'react';
import { formatDate, type IsoDate } from '@/shared/dates';
import type { makeScale } from './scale';
import type { TimelineRow } from './types';

export const HEIGHT = 37;
export type Scale = ReturnType<typeof makeScale>;

const diamond = (at: number, y: number, className: string) => <path d={`M${at} ${y - 5}l5 5-5 5-5-5z`} className={className} />;

interface DrawingProps { row: TimelineRow; scale: Scale; now: number; off: readonly [x: number, width: number][]; late: (n: number) => string; onMove?: ((id: string, date: IsoDate) => void) | undefined }

/** One row: actual and forecast above, planned and baseline below. The planned mark can be dragged; its field does the same by typing. */
export const Drawing = memo(function Drawing({ row, scale, now, off, late, onMove }: DrawingProps) {
  const { x, width } = scale;
  const [drag, setDrag] = useState<number | null>(null);
  const { baseline, planned, forecast, actual } = row.dates;
  const end = actual ?? forecast;
  const start = row.from ? x(row.from) : null;
  const cautious = !actual && forecast && row.cautious && row.cautious > forecast ? row.cautious : null;
  const last = Math.max(...[baseline, planned, end, cautious].filter((d): d is string => !!d).map(x), 0);
  const plannedAt = planned ? x(planned) + (drag ?? 0) : null;
  const begin = (down: PointerEvent<SVGPathElement>) => {
    if (!planned || !onMove) return;
    down.preventDefault();
    down.stopPropagation();
    const move = (e: globalThis.PointerEvent) => setDrag(e.clientX - down.clientX);
    const stop = (e: globalThis.PointerEvent) => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', stop);
      setDrag(null);
      const date = scale.dateAt(x(planned) + e.clientX - down.clientX);
      if (date !== planned) onMove(row.id, date);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', stop);
  };
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true" className="tl-svg">
      {off.map(([at, w]) => <rect key={at} x={at} width={w} y={0} height={HEIGHT} className="tl-off" />)}
      {scale.ticks.map((tick) => tick.strong || scale.pixels < 12 ? <line key={tick.x} x1={tick.x} x2={tick.x} y1={0} y2={HEIGHT} className="tl-grid" /> : null)}
      {start !== null && end && <rect x={start} y={8} height={8} width={Math.max(0, Math.min(now, x(end)) - start)} className="tl-actual" />}
      {start !== null && end && !actual && x(end) > now && <rect x={Math.max(start, now)} y={8} height={8} width={Math.max(0, x(end) - Math.max(start, now))} className="tl-fc" />}
      {cautious && forecast && <rect x={Math.max(x(forecast), now)} y={8} height={8} width={Math.max(0, x(cautious) - Math.max(x(forecast), now))} className="tl-cb" />}
      {row.critical && start !== null && end && <rect x={start} y={7} height={10} width={Math.max(1, x(end) - start)} className="tl-crit" />}
      {plannedAt !== null && end && x(end) > plannedAt && <line x1={plannedAt} x2={x(end)} y1={24} y2={24} className="tl-slip" />}
      {baseline && diamond(x(baseline), 31, 'tl-base')}
      {plannedAt !== null && diamond(plannedAt, 24, 'tl-plan')}
      {forecast && !actual && diamond(x(forecast), 12, `tl-fcd${row.critical ? ' c' : ''}`)}
      {actual && diamond(x(actual), 12, 'tl-act')}
      {row.slip && row.slip.businessDays > 0 && <text x={last + 10} y={17} className={`tl-s ${row.slip.level}`}>{late(row.slip.businessDays)}</text>}
      <line x1={now} x2={now} y1={0} y2={HEIGHT} className="tl-now" />
      {drag !== null && planned && <text x={(plannedAt ?? 0) + 9} y={34} className="tl-drag">{formatDate(scale.dateAt(plannedAt ?? 0))}</text>}
      {onMove && row.movable && plannedAt !== null && <path d={`M${plannedAt - 12} 14h24v20h-24z`} className="tl-grip" onPointerDown={begin} />}
    </svg>
  );
});

/** Arrows from what a milestone needs to it, over rows that are open. */
export function Arrows({ rows, scale }: { rows: TimelineRow[]; scale: Scale }) {
  const at = new Map(rows.map((row, i) => [row.id, i]));
  const lines = rows.flatMap((row, to) => (row.after ?? []).flatMap((id) => {
    const from = at.get(id);
    const a = from === undefined ? undefined : rows[from];
    const start = a && (a.dates.actual ?? a.dates.forecast), end = row.dates.actual ?? row.dates.forecast;
    if (from === undefined || !start || !end) return [];
    const x1 = scale.x(start), x2 = scale.x(end), y1 = from * HEIGHT + 12, y2 = to * HEIGHT + (from < to ? 6 : 18);
    const bend = Math.max(x1 + 8, Math.min(x2, x1 + 8));
    return [{ key: `${id}>${row.id}`, d: `M${x1 + 5} ${y1}H${bend}V${y2 - (from < to ? 4 : -4)}H${x2}V${y2}`, critical: row.critical && a?.critical }];
  }));
  if (lines.length === 0) return null;
  return (
    <svg className="tl-arrows" width={scale.width} height={rows.length * HEIGHT} aria-hidden="true">
      <defs><marker id="tl-head" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="5" markerHeight="5" orient="auto"><path d="M0 0l8 4-8 4z" fill="context-stroke" /></marker></defs>
      {lines.map((l) => <path key={l.key} d={l.d} className={`tl-arrow${l.critical ? ' c' : ''}`} markerEnd="url(#tl-head)" />)}
    </svg>
  );
}
