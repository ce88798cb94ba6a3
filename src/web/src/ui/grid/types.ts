import type { ReactNode } from 'react';

export type CellValue = string | number | null;

/** One column of a grid. `value` sorts, filters and groups; `cell` draws. */
export interface Column<Row> {
  id: string;
  head: string;
  /** Pixels; the column marked `grow` takes what is left. */
  width: number;
  grow?: boolean;
  align?: 'right';
  value: (row: Row) => CellValue;
  /** What the value is called in filters and group rows, when that is not the value itself. */
  label?: (row: Row) => string;
  cell: (row: Row) => ReactNode;
  /** `text` finds a part, `choice` offers the values that occur, `atLeast` takes a number. */
  filter?: 'text' | 'choice' | 'atLeast';
  canGroup?: boolean;
  /** Hidden until asked for. */
  hidden?: boolean;
  /** The head's own drawing, when a word is not enough. */
  headCell?: ReactNode;
}

export interface GridState {
  sort: { column: string; down: boolean } | null;
  /** Columns by which rows are grouped, outermost first, joined by `~`. */
  group: string | null;
  filters: Record<string, string[]>;
  search: string;
  hidden: string[];
}

export type GridItem<Row> =
  | { kind: 'row'; id: string; row: Row }
  | { kind: 'group'; id: string; label: string; path: string; level: number; rows: Row[]; open: boolean };
