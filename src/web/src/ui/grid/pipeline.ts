import type { CellValue, Column, GridItem, GridState } from './types';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Empty values stand last in both directions: a missing date is not the earliest one. */
export function compareValues(a: CellValue, b: CellValue, down: boolean): number {
  const emptyA = a === null || a === '';
  const emptyB = b === null || b === '';
  if (emptyA || emptyB) return emptyA === emptyB ? 0 : emptyA ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return down ? -order : order;
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/Ł/g, 'L').toLowerCase();

export const labelOf = <Row,>(column: Column<Row>, row: Row): string => column.label?.(row) ?? String(column.value(row) ?? '');

function matches<Row>(column: Column<Row>, row: Row, wanted: string[]): boolean {
  if (wanted.length === 0) return true;
  switch (column.filter) {
    case 'choice':
      return wanted.includes(String(column.value(row) ?? ''));
    case 'atLeast': {
      const value = column.value(row);
      return typeof value === 'number' && value >= Number(wanted[0]);
    }
    case 'text':
    case undefined:
      return fold(labelOf(column, row)).includes(fold(wanted[0] ?? ''));
  }
}

/** The rows that pass all column filters and hold every word of the search, accents ignored. */
export function filterRows<Row>(rows: Row[], columns: Column<Row>[], state: Pick<GridState, 'filters' | 'search'>): Row[] {
  const active = columns.filter((c) => (state.filters[c.id] ?? []).length > 0);
  const words = fold(state.search).split(/\s+/).filter(Boolean);
  if (active.length === 0 && words.length === 0) return rows;
  return rows.filter((row) => {
    if (!active.every((c) => matches(c, row, state.filters[c.id]!))) return false;
    if (words.length === 0) return true;
    const text = fold(columns.map((c) => labelOf(c, row)).join(' '));
    return words.every((w) => text.includes(w));
  });
}

/** Stable: equal rows keep the server's order. */
export function sortRows<Row>(rows: Row[], columns: Column<Row>[], sort: GridState['sort']): Row[] {
  const column = sort && columns.find((c) => c.id === sort.column);
  if (!sort || !column) return rows;
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .sort((a, b) => compareValues(a.value, b.value, sort.down))
    .map((x) => x.row);
}

/** Puts rows under their groups, one level a column, in the order of the groups' names; a closed group keeps its rows to itself. */
export function groupRows<Row>(rows: Row[], by: readonly Column<Row>[] | Column<Row> | undefined, idOf: (row: Row) => string, closed: ReadonlySet<string>, path = ''): GridItem<Row>[] {
  const [column, ...rest] = Array.isArray(by) ? (by as Column<Row>[]) : by ? [by as Column<Row>] : [];
  if (!column) return rows.map((row) => ({ kind: 'row', id: idOf(row), row }));
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const label = labelOf(column, row);
    const group = groups.get(label);
    if (group) group.push(row);
    else groups.set(label, [row]);
  }
  const level = path === '' ? 0 : path.split('\u001f').length - 1;
  return [...groups.entries()]
    .sort(([a], [b]) => compareValues(a, b, false))
    .flatMap(([label, members]): GridItem<Row>[] => {
      const name = `${path}${label}`;
      const open = !closed.has(name);
      const head: GridItem<Row> = { kind: 'group', id: `group:${name}`, label, path: name, level, rows: members, open };
      return open ? [head, ...groupRows(members, rest, idOf, closed, `${name}\u001f`)] : [head];
    });
}

/** The values that occur in a column and how often, most frequent first. */
export function facets<Row>(rows: Row[], column: Column<Row>): { value: string; label: string; count: number }[] {
  const found = new Map<string, { value: string; label: string; count: number }>();
  for (const row of rows) {
    const value = String(column.value(row) ?? '');
    const facet = found.get(value);
    if (facet) facet.count++;
    else found.set(value, { value, label: labelOf(column, row), count: 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || collator.compare(a.label, b.label));
}
