import { send } from '@/shared/api/client';
import { list, text } from '@/shared/api/records';

export interface PreviewRow { kind: string; key: string; action: 'new' | 'changed' | 'unchanged'; title: string; where: string; changes: { field: string; old?: string | null; new?: string | null }[] }
export interface PreviewProblem { where: string; value?: string | null; message: string }

/** What an import would do. */
export interface Preview { study: string | null; title: string | null; rows: PreviewRow[]; problems: PreviewProblem[]; ignored: string[] }

/** How far an accepted import is. */
export interface Progress { id: string; study: string | null; status: string; done: number; total: number; failed: { key?: string; message?: string }[] }

type Loose = Record<string, unknown>;
const num = (value: unknown) => (typeof value === 'number' ? value : 0);

export const toPreview = (raw: unknown): Preview => {
  const r = ((raw as Loose).preview ?? raw) as Loose;
  return { study: text(r.study), title: text(r.title), rows: list<PreviewRow>(r.rows), problems: list<PreviewProblem>(r.problems), ignored: list<string>(r.ignored) };
};

export const toProgress = (raw: unknown): Progress => {
  const outer = raw as Loose;
  const line = (outer.record ?? outer.progress ?? outer) as Loose;
  const r: Loose = { ...(line.details as object | undefined), ...line };
  return { id: String(r.key ?? r.id ?? r.process ?? ''), study: text(r.study), status: text(r.status) ?? 'running', done: num(r.done), total: num(r.total ?? r.items), failed: list(r.failed ?? r.refused) };
};

export const isRunning = (status: string) => status.toLowerCase() === 'running';

export type Source = { kind: 'registry' } | { kind: 'list'; study: string };

/** Sends the file; `preview` only looks, otherwise the accepted plan is carried out. */
export async function sendImport(source: Source, file: File, preview: boolean, idempotencyKey?: string): Promise<unknown> {
  const address = source.kind === 'registry' ? `/imports/clinicaltrials?preview=${preview}` : `/imports/sites?study=${encodeURIComponent(source.study)}&preview=${preview}`;
  return (await send<unknown>(address, { method: 'POST', body: file, contentType: source.kind === 'registry' ? 'application/json' : 'text/csv; charset=utf-8', ...(idempotencyKey ? { idempotencyKey } : {}) })).data;
}
