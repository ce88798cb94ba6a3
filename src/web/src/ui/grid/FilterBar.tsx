import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '@/shared/i18n/language';
import { Icon } from '../icons';
import { countOf, uiWords } from '../words';
import { facets } from './pipeline';
import type { Column, GridState } from './types';

interface FilterBarProps<Row> {
  columns: Column<Row>[];
  rows: Row[];
  state: GridState;
  set: (change: Partial<GridState>) => void;
  shown: number;
  what: string;
  pending: number;
  onShow: () => void;
  extra?: ReactNode;
  /** Groups within groups that are offered besides, as `study~country`. */
  nested?: readonly string[];
}

/** What is filtered and grouped, as chips that take it away again; search; the count. */
export function FilterBar<Row>({ columns, rows, state, set, shown, what, pending, onShow, extra, nested = [] }: FilterBarProps<Row>) {
  const t = useWords(uiWords);
  const groupable = columns.filter((c) => c.canGroup);
  const names = (ids: string) => ids.split('~').map((id) => columns.find((c) => c.id === id)?.head ?? id).join(', ');
  const choices = [...groupable.map((c) => c.id), ...nested];
  const active = columns.filter((c) => (state.filters[c.id] ?? []).length > 0);
  const words = (c: Column<Row>) => {
    const wanted = state.filters[c.id] ?? [];
    if (c.filter === 'atLeast') return `≥ ${wanted[0]}`;
    if (c.filter !== 'choice') return wanted[0];
    const names = new Map(facets(rows, c).map((f) => [f.value, f.label]));
    return wanted.map((v) => names.get(v) ?? v).join(', ');
  };
  return (
    <div className="g-bar no-print">
      <span className="g-search">
        <Icon name="search" small />
        <input type="search" placeholder={t.find} aria-label={`${t.find}: ${countOf(0, what)}`} value={state.search} onChange={(e) => set({ search: e.target.value })} />
      </span>
      {groupable.length > 0 && (
        <select className="chip" aria-label={t.groupBy} value={state.group ?? ''} onChange={(e) => set({ group: e.target.value || null })}>
          <option value="">{t.groupBy}: {t.noGroup}</option>
          {choices.map((id) => <option key={id} value={id}>{t.groupBy}: {names(id)}</option>)}
        </select>
      )}
      {active.map((c) => (
        <button key={c.id} type="button" className="chip on" onClick={() => set({ filters: { [c.id]: [] } })}>
          {c.head} <b className="ell" style={{ maxWidth: 220 }}>{words(c)}</b> <Icon name="x" small /><span className="sr">{t.clear}</span>
        </button>
      ))}
      <Popover position="bottom-start" width={220} shadow="md" trapFocus returnFocus>
        <Popover.Target><button type="button" className="btn g" style={{ height: 24 }}><Icon name="columns" small />{t.columns}</button></Popover.Target>
        <Popover.Dropdown p={8} aria-label={t.columns}>
          <div className="facets">
            {columns.map((c) => (
              <label key={c.id} className="row">
                <input type="checkbox" className="check" checked={!state.hidden.includes(c.id)}
                  onChange={(e) => set({ hidden: e.target.checked ? state.hidden.filter((h) => h !== c.id) : [...state.hidden, c.id] })} />
                <span className="grow">{c.head}</span>
              </label>
            ))}
          </div>
          {state.hidden.length > 0 && <button type="button" className="act" onClick={() => set({ hidden: [] })}>{t.resetColumns}</button>}
        </Popover.Dropdown>
      </Popover>
      {extra}
      <span className="grow" />
      {pending > 0 && <button type="button" className="btn g" style={{ height: 24 }} onClick={onShow}><Icon name="bell" small />{t.changes(pending)}</button>}
      <span className="t3 tn" aria-live="polite">{t.rowsShown(shown, rows.length, what)}</span>
      {state.group && <span className="sr">{t.groupBy} {names(state.group)}</span>}
    </div>
  );
}
