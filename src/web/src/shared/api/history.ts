import { queryOptions } from '@tanstack/react-query';
import type { HistoryEntry } from '@/ui/HistoryItem';
import { formatDate, formatInstant } from '@/shared/dates';
import { codeLanguage, codeWord, statusWord } from '@/shared/i18n/codes';
import { get } from './client';
import type { Kind } from './records';

/** One act as the audit trail tells it. */
export interface AuditLine {
  id: string; version: number; at: string; by: string; byName?: string | null; onBehalfOf?: string | null; reason?: string | null;
  command: string; cause?: string | null; title?: string | null; siteCode?: string | null; changes: { field: string; old?: unknown; new?: unknown }[];
}

export interface AuditPage { items: AuditLine[]; next?: string | null }

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
/** Technical members that say nothing to a person. */
const SILENT = ['id', 'level', 'hash', 'version'];

/** A value in words: dates as people write them, lists by commas, an object as its fields. */
export function sayValue(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return INSTANT.test(value) ? formatInstant(value) : /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return codeWord('value', String(value));
  if (Array.isArray(value)) return value.map(sayValue).filter(Boolean).join('; ') || null;
  return Object.entries(value as object).filter(([k]) => !SILENT.includes(k)).map(([k, v]) => { const said = sayValue(v); return said ? `${sayName(k).toLowerCase()} ${said}` : null; }).filter(Boolean).join(', ') || null;
}

/** Old and new of a field; of lists only what came and went. */
export function sayChange(old: unknown, next: unknown): { old: string | null; new: string | null } {
  if (Array.isArray(old) && Array.isArray(next)) {
    const before = new Set(old.map((x) => JSON.stringify(x)));
    const after = new Set(next.map((x) => JSON.stringify(x)));
    return { old: sayValue(old.filter((x) => !after.has(JSON.stringify(x)))), new: sayValue(next.filter((x) => !before.has(JSON.stringify(x)))) };
  }
  return { old: sayValue(old), new: sayValue(next) };
}

const kindOf = (line: AuditLine) => line.id.split('/')[0] ?? '';
/** Where a new record belongs stands with its name already. */
const PLACE = ['sponsor', 'study', 'country', 'site'];
/** A site's line repeats the dates of its activation; the milestone says them. */
const DOUBLED = ['baseline', 'planned', 'forecast', 'actual', 'due'];
const MILESTONE = /^[A-Z]{2}-\d{3}\./;

/** The changes of an act that say something to a person. */
export const sayChanges = (line: AuditLine): { field: string; old: string | null; new: string | null }[] =>
  line.changes.filter((c) => !['version', 'waitingSince', 'accountHash'].includes(c.field) && !(PLACE.includes(c.field) && (c.old ?? null) === null) && !(DOUBLED.includes(c.field) && line.changes.some((m) => MILESTONE.test(m.field)))).map((c) => ({ field: sayName(c.field), ...sayChange(sayCode(c.field, c.old, kindOf(line)), sayCode(c.field, c.new, kindOf(line))) })).filter((c) => c.old !== c.new);

/** `SI-110.actual` by the milestone's name; null for any other field. */
function sayMilestone(field: string): string | null {
  const match = /^((?:ST|CO|SI)-\d{3})\.(baseline|plan|forecast|actual)$/.exec(field);
  const name = match && codeWord('milestone', match[1]!);
  return match && name ? `${name}, ${codeWord('field', `milestone.${match[2]!}`)}` : null;
}

/** `team.SUS` by the role's name; null for any other field. */
const sayRole = (field: string): string | null => { const role = /^(?:team|contact)\.([A-Z]{2,3})$/.exec(field)?.[1]; return role ? codeWord('role', role) : null; };

/** `gate.activation.requestedBy` by what is known of its beginning and its end. */
function sayParts(field: string): string | null {
  const parts = field.split('.');
  for (let known = parts.length; known > 0; known--) {
    const word = codeWord('field', parts.slice(0, known).join('.'));
    if (word) return [word, ...parts.slice(known).map((part) => codeWord('field', part) ?? asWords(part))].join(', ');
  }
  return null;
}

const asWords = (name: string) => name.replace(/^[a-z]+\./, '').replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_.]/g, ' ').toLowerCase().replace(/^./, (c) => c.toUpperCase());

/** `waitingOn`, `site.request-gate` and `SI-110.actual` become words. */
export const sayName = (name: string): string => sayMilestone(name) ?? sayRole(name) ?? codeWord('command', name) ?? sayParts(name) ?? asWords(name);

/** Codes of a status, an owner and a party in words; every other value as it is. */
function sayCode(field: string, value: unknown, kind: string): unknown {
  if (typeof value !== 'string') return value;
  if (field === 'status') return statusWord(kind, value);
  if (field === 'decision') return statusWord('decision', value);
  return (field === 'owner' || field === 'role' ? codeWord('role', value) : field === 'waitingOn' ? codeWord('value', value) : null) ?? value;
}

/** A name within a sentence: small, unless it is an abbreviation or German. */
export const within = (name: string) => (codeLanguage() === 'de' || /^[A-Z]{2}/.test(name) ? name : name.replace(/^./, (c) => c.toLowerCase()));

/** One entry for each changed field, so that old and new stand beside each other. */
export function toEntries(line: AuditLine): HistoryEntry[] {
  const base = { who: line.byName ?? (line.by === 'system' ? null : line.by), onBehalfOf: line.onBehalfOf ?? null, reason: line.reason ?? null, at: line.at };
  const title = sayName(line.command);
  const changes = sayChanges(line);
  if (changes.length === 0) return [{ ...base, id: `${line.id}#${line.version}`, what: title }];
  return changes.map((c, i) => ({ ...base, id: `${line.id}#${line.version}.${i}`, field: c.field, what: i === 0 ? `${title}: ${within(c.field)}` : c.field, old: c.old, new: c.new }));
}

export const historyQuery = (kind: Kind, key: string) =>
  queryOptions({
    queryKey: ['history', kind, key],
    queryFn: async ({ signal }) => (await get<AuditPage>(`/${kind}/${encodeURIComponent(key)}/history?limit=200`, signal)).items.filter((l) => !(l.command.startsWith('register.') && l.changes.length === 0)).flatMap(toEntries),
  });
