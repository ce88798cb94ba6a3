import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { formatDate, type IsoDate } from '@/shared/dates';
import { usePageKeys } from '@/app/keys';
import { useWords } from '@/shared/i18n/language';
import { DateText } from '../DateText';
import { Icon } from '../icons';
import { usePrinting } from '../printing';
import { uiWords } from '../words';
import { daysOff } from './daysOff';
import { Arrows, Drawing, HEIGHT } from './Drawing';
import { makeScale, type Zoom } from './scale';
import './timeline.css';
import type { TimelineRow } from './types';

export interface TimelineProps {
  rows: TimelineRow[];
  today: IsoDate;
  zoom: Zoom;
  headLabel: string;
  /** The row whose pane is open. */
  current: string | null;
  onPick: (id: string) => void;
  onToggle: (id: string) => void;
  onOpen?: (id: string) => void;
  onMove?: (id: string, date: IsoDate) => void;
  onKey?: (key: string, id: string) => void;
  holidays: readonly { country: string; date: IsoDate }[];
}

/** Rows of any depth over time; the dates stand in a column as text, too. Arrow keys walk, left and right fold. */
export function Timeline({ rows, today, zoom, headLabel, current, onPick, onToggle, onOpen, onMove, onKey, holidays }: TimelineProps) {
  const t = useWords(uiWords);
  const scroller = useRef<HTMLDivElement>(null);
  const scale = useMemo(() => makeScale(rows.flatMap((r) => [r.from, r.cautious, r.dates.baseline, r.dates.planned, r.dates.forecast, r.dates.actual].filter((d): d is string => !!d)), today, zoom), [rows, today, zoom]);
  const printing = usePrinting();
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => HEIGHT, overscan: printing ? rows.length : 10, initialRect: { width: 1200, height: 640 } });
  const now = scale.x(today);
  const offOf = useMemo(() => daysOff(scale, holidays), [scale, holidays]);
  useEffect(() => {
    scroller.current?.scrollTo({ left: Math.max(0, now - 360) });
    // Only when the zoom changes: data that arrives must not move what is looked at.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [zoom]);
  const keys = useCallback((e: KeyboardEvent<HTMLDivElement>) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target !== scroller.current) return;
    const at = rows.findIndex((r) => r.id === current);
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 12, PageUp: -12, Home: -1e9, End: 1e9 }[e.key];
    const row = rows[at];
    if (step !== undefined) {
      e.preventDefault();
      const to = Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + step));
      onPick(rows[to]!.id);
      virtual.scrollToIndex(to);
    } else if (!row) return;
    else if ((e.key === 'ArrowRight' && row.open === false) || (e.key === 'ArrowLeft' && row.open === true)) { e.preventDefault(); onToggle(row.id); }
    else if (e.key === 'Enter') onOpen?.(row.id);
    else onKey?.(e.key.toLowerCase(), row.id);
  }, [rows, current, onPick, onToggle, onOpen, onKey, virtual]);
  // J and K work wherever the focus is on the page.
  const enter = () => {
    scroller.current?.focus();
    if (rows.length > 0 && !rows.some((r) => r.id === current)) onPick(rows[0]!.id);
  };
  usePageKeys({ j: enter, k: enter });
  return (
    <div className="tl" ref={scroller} tabIndex={0} role="region" aria-label={t.timelineHelp} onKeyDown={keys} onScroll={(e) => e.currentTarget.style.setProperty('--sx', `${e.currentTarget.scrollLeft}px`)}>
      <div className="tl-in" style={{ width: `calc(var(--tl-left) + ${scale.width}px)` }}>
        <div className="tl-head">
          <div className="tl-left"><span className="grow">{headLabel}</span><span>{t.forecast}</span></div>
          <svg width={scale.width} height={36} aria-hidden="true">
            {scale.ticks.map((tick) => <text key={tick.x} x={tick.x + 4} y={28} className={tick.strong ? 'tl-t s' : 'tl-t'}>{tick.label}</text>)}
            <text x={now} y={13} textAnchor="middle" className="tl-now-t">{formatDate(today)}</text>
          </svg>
        </div>
        <ul className="tl-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((v) => {
            const row = rows[v.index]!;
            return (
              <li key={row.id} className={`tl-row${current === row.id ? ' cur' : ''}`} style={{ transform: `translateY(${v.start}px)` }} aria-current={current === row.id || undefined} onClick={() => onPick(row.id)}>
                <div className={`tl-left l${row.level}`}>
                  {row.open === undefined ? <span className="tl-twist" /> : (
                    <button type="button" className="tl-twist" tabIndex={-1} aria-expanded={row.open} aria-label={row.spoken} onClick={(e) => { e.stopPropagation(); onToggle(row.id); }}><Icon name={row.open ? 'down' : 'right'} small /></button>
                  )}
                  <span className="tl-name ell">{row.label}</span>
                  <DateText date={row.dates.actual ?? row.dates.forecast ?? row.dates.planned} {...(row.dates.actual ? { className: 'strong' } : {})} />
                  <span className="sr">{row.spoken}</span>
                </div>
                <Drawing row={row} scale={scale} now={now} off={offOf(row.country)} late={t.late} onMove={onMove} />
              </li>
            );
          })}
        </ul>
        <div className="tl-over"><Arrows rows={rows} scale={scale} /></div>
      </div>
    </div>
  );
}
