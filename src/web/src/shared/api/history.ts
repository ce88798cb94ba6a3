import { queryOptions } from '@tanstack/react-query';
import type { HistoryEntry } from '@/ui/HistoryItem';
import { formatDate } from '@/shared/dates';
import { get } from './client';
import type { Kind } from './records';

/** One act as the audit trail tells it. */
export interface AuditLine {
  id: string; version: number; at: string; by: string; byName?: string | null; onBehalfOf?: string | null; reason?: string | null;
  command: string; cause?: string | null; changes: { field: string; old?: unknown; new?: unknown }[];
}

export interface AuditPage { items: AuditLine[]; next?: string | null }

/** A value in words: dates as people write them, lists by commas, an object as its fields. */
export function sayValue(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(sayValue).filter(Boolean).join(', ') || null;
  return Object.entries(value as object).map(([k, v]) => { const said = sayValue(v); return said ? `${k} ${said}` : null; }).filter(Boolean).join(', ') || null;
}

/** `waitingOn` and `site.request-gate` become words. */
export const sayName = (name: string): string =>
  name.replace(/^[a-z]+\./, '').replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_.]/g, ' ').toLowerCase().replace(/^./, (c) => c.toUpperCase());

/** One entry for each changed field, so that old and new stand beside each other. */
export function toEntries(line: AuditLine): HistoryEntry[] {
  const base = { who: line.byName ?? (line.by === 'system' ? null : line.by), onBehalfOf: line.onBehalfOf ?? null, reason: line.reason ?? null, at: line.at };
  const title = sayName(line.command);
  const changes = line.changes.filter((c) => !['version', 'waitingSince'].includes(c.field));
  if (changes.length === 0) return [{ ...base, id: `${line.id}#${line.version}`, what: title }];
  return changes.map((c, i) => ({
    ...base, id: `${line.id}#${line.version}.${i}`, what: i === 0 ? `${title}: ${sayName(c.field).toLowerCase()}` : sayName(c.field), old: sayValue(c.old), new: sayValue(c.new),
  }));
}

export const historyQuery = (kind: Kind, key: string) =>
  queryOptions({
    queryKey: ['history', kind, key],
    queryFn: async ({ signal }) => (await get<AuditPage>(`/${kind}/${encodeURIComponent(key)}/history?limit=200`, signal)).items.flatMap(toEntries),
  });
