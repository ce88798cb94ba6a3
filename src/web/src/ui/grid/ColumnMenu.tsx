import { Popover } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useWords } from '@/shared/i18n/language';
import { Icon } from '../icons';
import { uiWords } from '../words';
import { facets } from './pipeline';
import type { Column, GridState } from './types';

interface ColumnMenuProps<Row> {
  column: Column<Row>;
  index: number;
  rows: Row[];
  state: GridState;
  set: (change: Partial<GridState>) => void;
  frozen: number;
  freeze: (count: number) => void;
  width: number;
  resize: (column: string, width: number) => void;
}

/** Everything one column can do: sort, filter, group, freeze, hide. */
export function ColumnMenu<Row>(p: ColumnMenuProps<Row>) {
  const t = useWords(uiWords);
  const [opened, setOpened] = useState(false);
  const { column, state } = p;
  const filtered = (state.filters[column.id] ?? []).length > 0;
  const sorted = state.sort?.column === column.id ? state.sort : null;
  const act = (change: Partial<GridState>) => { p.set(change); setOpened(false); };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus width={240} offset={2} shadow="md">
      <Popover.Target>
        <button type="button" className={`g-head-btn${sorted || filtered ? ' on' : ''}`} aria-haspopup="dialog" aria-expanded={opened}
          onClick={() => setOpened(!opened)}>
          {column.headCell ?? <span className="ell">{column.head}</span>}
          <span className="sr">. {t.columnMenu(column.head)}</span>
          {sorted && <Icon name={sorted.down ? 'sortDown' : 'sortUp'} small />}
          {filtered && <Icon name="filter" small />}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={t.columnMenu(column.head)}>
        <div className="menu-list">
          <button type="button" onClick={() => act({ sort: { column: column.id, down: false } })}><Icon name="sortUp" small />{t.sortUp}</button>
          <button type="button" onClick={() => act({ sort: { column: column.id, down: true } })}><Icon name="sortDown" small />{t.sortDown}</button>
          {column.canGroup && (
            <button type="button" onClick={() => act({ group: state.group === column.id ? null : column.id })}>
              <Icon name="flow" small />{t.groupBy} {state.group === column.id ? t.noGroup : column.head}
            </button>
          )}
          <button type="button" onClick={() => { p.freeze(p.index + 1 === p.frozen ? 0 : p.index + 1); setOpened(false); }}>
            <Icon name="pin" small />{p.index + 1 === p.frozen ? t.unfreeze : t.freeze}
          </button>
          <button type="button" onClick={() => p.resize(column.id, p.width + 32)}><Icon name="plus" small />{t.wider}</button>
          <button type="button" onClick={() => p.resize(column.id, p.width - 32)}><Icon name="columns" small />{t.narrower}</button>
          <button type="button" onClick={() => act({ hidden: [...state.hidden, column.id] })}><Icon name="x" small />{t.hide}</button>
        </div>
        {column.filter && opened && <Filter {...p} column={column} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Filter<Row>({ column, rows, state, set }: ColumnMenuProps<Row>) {
  const t = useWords(uiWords);
  const wanted = state.filters[column.id] ?? [];
  const [find, setFind] = useState('');
  const all = useMemo(() => (column.filter === 'choice' ? facets(rows, column) : []), [rows, column]);
  const put = (values: string[]) => set({ filters: { [column.id]: values } });
  if (column.filter !== 'choice')
    return (
      <div className="menu-filter">
        <label className="small t2" htmlFor={`f-${column.id}`}>{t.filter}{column.filter === 'atLeast' ? ' ≥' : ''}</label>
        <input id={`f-${column.id}`} className="field" inputMode={column.filter === 'atLeast' ? 'numeric' : undefined} value={wanted[0] ?? ''}
          onChange={(e) => put(e.target.value ? [e.target.value] : [])} />
      </div>
    );
  return (
    <div className="menu-filter">
      {all.length > 8 && <input className="field" placeholder={t.find} aria-label={t.find} value={find} onChange={(e) => setFind(e.target.value)} />}
      <div className="facets">
        {all.filter((f) => f.label.toLowerCase().includes(find.toLowerCase())).map((f) => (
          <label key={f.value} className="row">
            <input type="checkbox" className="check" checked={wanted.includes(f.value)}
              onChange={(e) => put(e.target.checked ? [...wanted, f.value] : wanted.filter((v) => v !== f.value))} />
            <span className="grow ell">{f.label || t.none}</span>
            <span className="t3 tn">{f.count}</span>
          </label>
        ))}
      </div>
      {wanted.length > 0 && <button type="button" className="act" onClick={() => put([])}>{t.clear}</button>}
    </div>
  );
}
