import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { Grant } from '@/shared/api/session';
import type { Page } from '@/shared/api/records';

/** Somebody of our staff, or a contact at a site. */
export interface PersonLine {
  key: string; version: number; kind: string; name: string | null; email: string | null; organisation?: string | null; language?: string | null; timeZone?: string | null;
  status: string; statusWord: string; hasPassword: boolean; grants: Grant[];
}

export interface RoleLine { code: string; name: string; rights: string[] }

export const peopleQuery = queryOptions({
  queryKey: ['people-list'],
  queryFn: async ({ signal }) => (await get<Page<PersonLine>>('/people', signal)).items,
  staleTime: 60_000,
});

export const rolesQuery = queryOptions({ queryKey: ['roles'], queryFn: ({ signal }) => get<RoleLine[]>('/roles', signal), staleTime: Infinity });
