import { send } from '@/shared/api/client';
import type { Target } from './types';

/** What a command led to. */
export interface CommandAnswer { id: string; key: string; version: number; answer?: unknown; repeated: boolean }

/** Sends one command; `If-Match` makes sure that nobody changed the record since it was shown. */
export async function sendCommand(target: Pick<Target, 'kind' | 'key'> & { version?: number }, body: Record<string, unknown>, idempotencyKey?: string): Promise<CommandAnswer> {
  const answer = await send<CommandAnswer>(`/${target.kind}/${encodeURIComponent(target.key)}/commands`, {
    method: 'POST', body,
    ...(target.version ? { ifMatch: `"${target.version}"` } : {}),
    ...(idempotencyKey ? { idempotencyKey } : {}),
  });
  return answer.data;
}

/** Makes a record; its key comes with the answer. */
export async function sendCreation(kind: string, body: Record<string, unknown>, idempotencyKey: string): Promise<CommandAnswer> {
  return (await send<CommandAnswer>(`/${kind}`, { method: 'POST', body, idempotencyKey })).data;
}

/** The questions that any command may have made stale; live changes follow, but one's own act shows at once. */
export const afterCommand = ['work', 'register', 'sites', 'site-list', 'study-summary', 'study-list', 'history', 'tasks', 'documents', 'submissions', 'contracts', 'countries', 'blocked'] as const;
