import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import { toCountryRow, toStudyRow } from '@/shared/api/mapping';
import { toMilestones } from '@/features/site/queries';
import type { CurvePoint, Page } from '@/shared/api/records';

const enc = encodeURIComponent;

export const studiesQuery = queryOptions({
  queryKey: ['study-list'],
  queryFn: async ({ signal }) => (await get<Page<unknown>>('/studies?limit=500', signal)).items.map(toStudyRow),
  staleTime: 30_000,
});

export const studyQuery = (key: string) =>
  queryOptions({
    queryKey: ['study-summary', key],
    queryFn: async ({ signal }) => {
      const answer = await get<{ record?: unknown; allowed?: string[]; summary?: object; milestones?: unknown; details?: Record<string, unknown> }>(`/studies/${enc(key)}`, signal);
      return { ...toStudyRow({ ...((answer.record ?? answer) as object), ...answer.summary }), allowed: answer.allowed ?? [], milestones: toMilestones(answer.milestones), team: teamOf(answer.details) };
    },
    staleTime: 30_000,
  });

/** `team.SUS` and its like: a person's key each, or several. */
const teamOf = (details: Record<string, unknown> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(details ?? {}).flatMap(([name, value]) => (name.startsWith('team.') && value ? [[name.slice(5), Array.isArray(value) ? String(value[0]) : String(value)]] : [])));

export const countriesQuery = (key: string) =>
  queryOptions({
    queryKey: ['study-summary', key, 'countries'],
    queryFn: async ({ signal }) => {
      const answer = await get<Page<unknown> | unknown[]>(`/studies/${enc(key)}/countries`, signal);
      return (Array.isArray(answer) ? answer : answer.items).map(toCountryRow);
    },
  });

export const curveQuery = (key: string) =>
  queryOptions({
    queryKey: ['study-summary', key, 'curve'],
    queryFn: async ({ signal }) => {
      const answer = await get<{ points: CurvePoint[] } | CurvePoint[]>(`/studies/${enc(key)}/curve`, signal);
      return Array.isArray(answer) ? answer : answer.points;
    },
  });
