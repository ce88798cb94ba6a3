import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { formatDate, type IsoDate } from '@/shared/dates';
import { useWords } from '@/shared/i18n/language';
import type { FourDates, Slip } from '@/shared/types';
import { DateText } from '../DateText';
import { uiWords } from '../words';
import { makeScale, type Zoom } from './scale';
import './timeline.css';

export interface TimelineRow {
  id: string;
  label: ReactNode;
  /** The row in words, for whoever cannot see the drawing. */
  spoken: string;
  level: 0 | 1 | 2;
  /** From when the work runs; without it only the four marks are drawn. */
  from?: IsoDate | null;
  dates: FourDates;
  slip?: Slip | null;
}

const HEIGHT = 37;

/** Actual and forecast above, planned and baseline below, today across; the dates stand in a column as text, too. */
export function Timeline({ rows, today, zoom, onOpen, headLabel }: { rows: TimelineRow[]; today: IsoDate; zoom: Zoom; onOpen?: (id: string) => void; headLabel: string }) {
  const t = useWords(uiWords);
  const scroller = useRef<HTMLDivElement>(null);
  const scale = useMemo(() => makeScale(rows.flatMap((r) => [r.from, r.dates.baseline, r.dates.planned, r.dates.forecast, r.dates.actual].filter((d): d is string => !!d)), today, zoom), [rows, today, zoom]);
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => HEIGHT, overscan: 10, initialRect: { width: 1200, height: 640 } });
  const now = scale.x(today);
  useEffect(() => {
    scroller.current?.scrollTo({ left: Math.max(0, now - 260) });
  }, [now]);
  return (
    <div className="tl" ref={scroller} tabIndex={0} role="region" aria-label={t.timelineHelp}>
      <div className="tl-in" style={{ width: 312 + scale.width }}>
        <div className="tl-head">
          <div className="tl-left"><span className="grow">{headLabel}</span><span>{t.forecast}</span></div>
          <svg width={scale.width} height={36} aria-hidden="true">
            {scale.ticks.map((tick) => <text key={`${tick.x}`} x={tick.x + 4} y={28} className={tick.strong ? 'tl-t s' : 'tl-t'}>{tick.label}</text>)}
            <text x={now} y={13} textAnchor="middle" className="tl-now-t">{formatDate(today)}</text>
          </svg>
        </div>
        <ul className="tl-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((v) => {
            const row = rows[v.index]!;
            return (
              <li key={row.id} className="tl-row" style={{ transform: `translateY(${v.start}px)` }}>
                <div className={`tl-left l${row.level}`}>
                  {onOpen ? <button type="button" className="tl-name ell" onClick={() => onOpen(row.id)}>{row.label}</button> : <span className="tl-name ell">{row.label}</span>}
                  <DateText date={row.dates.actual ?? row.dates.forecast ?? row.dates.planned} />
                  <span className="sr">{row.spoken}</span>
                </div>
                <Drawing row={row} x={scale.x} width={scale.width} ticks={scale.ticks.map((tick) => tick.x)} now={now} late={t.late} />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

function Drawing({ row, x, width, ticks, now, late }: { row: TimelineRow; x: (date: string) => number; width: number; ticks: number[]; now: number; late: (n: number) => string }) {
  const { baseline, planned, forecast, actual } = row.dates;
  const end = actual ?? forecast;
  const start = row.from ? x(row.from) : null;
  const last = Math.max(...[baseline, planned, end].filter((d): d is string => !!d).map(x), 0);
  const diamond = (at: number, y: number, className: string) => <path d={`M${at} ${y - 5}l5 5-5 5-5-5z`} className={className} />;
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true">
      {ticks.map((at) => <line key={at} x1={at} x2={at} y1={0} y2={HEIGHT} className="tl-grid" />)}
      {start !== null && end && <rect x={start} y={9} height={7} width={Math.max(0, Math.min(now, x(end)) - start)} className="tl-actual" />}
      {start !== null && end && !actual && x(end) > now && <rect x={Math.max(start, now)} y={9} height={7} width={Math.max(0, x(end) - Math.max(start, now))} className="tl-fc" />}
      {planned && end && x(end) > x(planned) && <line x1={x(planned)} x2={x(end)} y1={24} y2={24} className="tl-slip" />}
      {baseline && diamond(x(baseline), 29, 'tl-base')}
      {planned && diamond(x(planned), 24, 'tl-plan')}
      {forecast && !actual && diamond(x(forecast), 12.5, 'tl-fcd')}
      {actual && diamond(x(actual), 12.5, 'tl-act')}
      {row.slip && row.slip.businessDays > 0 && <text x={last + 10} y={17} className={`tl-s ${row.slip.level}`}>{late(row.slip.businessDays)}</text>}
      <line x1={now} x2={now} y1={0} y2={HEIGHT} className="tl-now" />
    </svg>
  );
}
