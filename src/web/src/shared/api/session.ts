import { queryOptions, useQuery } from '@tanstack/react-query';
import { get, post, send, setAntiForgery } from './client';

export type Nature = 'production' | 'training' | 'rehearsal';

/** A role and where it holds; without a place it holds in the whole organisation. */
export interface Grant {
  id?: string | null;
  role: string; roleName?: string | null;
  sponsor?: string | null; study?: string | null; country?: string | null; site?: string | null;
  from?: string | null; to?: string | null;
}

/** Who is signed in, what they may do, and which database this is. */
export interface Session {
  signedIn: boolean;
  /** `rights` are held somewhere: they decide what is offered, each record decides anew. */
  person: { key: string; name: string | null; email: string | null; rights: string[] } | null;
  grants: Grant[];
  instance: { name: string; nature: Nature; today: string; setUpNeeded: boolean; version?: string };
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => get<Session>('/session', signal),
  staleTime: 60_000,
  retry: 1,
});

/** Whether something may be offered at all; the server decides again at the record. */
export function useRight(right: string): boolean {
  const plain = (name: string) => name.replace(/-/g, '').toLowerCase();
  return useSession().person?.rights.some((held) => plain(held) === plain(right)) ?? false;
}

/** The session of this page; pages below the shell may rely on it being there. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('The session is read before any page is drawn.');
  return data;
}

export async function refreshAntiForgery(): Promise<void> {
  const answer = await get<{ header?: string; headerName?: string; token: string }>('/antiforgery');
  setAntiForgery(answer.token, answer.header ?? answer.headerName);
}

export async function signIn(email: string, password: string): Promise<void> {
  await refreshAntiForgery();
  await post('/session', { email, password });
  await refreshAntiForgery();
}

export async function signOut(): Promise<void> {
  await send('/session', { method: 'DELETE' });
}

export async function setUp(body: { name: string; email: string; password: string }): Promise<void> {
  await refreshAntiForgery();
  await post('/set-up', body);
  await refreshAntiForgery();
}
