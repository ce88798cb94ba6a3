import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { CountryRow, CurvePoint, Page, StudyRow } from '@/shared/api/records';

const enc = encodeURIComponent;

export const studiesQuery = queryOptions({
  queryKey: ['studies'],
  queryFn: ({ signal }) => get<Page<StudyRow>>('/studies?limit=200', signal),
});

export const studyQuery = (key: string) =>
  queryOptions({ queryKey: ['study', key], queryFn: ({ signal }) => get<StudyRow>(`/studies/${enc(key)}`, signal), staleTime: 30_000 });

export const countriesQuery = (key: string) =>
  queryOptions({ queryKey: ['countries', key], queryFn: ({ signal }) => get<Page<CountryRow>>(`/studies/${enc(key)}/countries`, signal) });

export const curveQuery = (key: string) =>
  queryOptions({ queryKey: ['study', key, 'curve'], queryFn: ({ signal }) => get<{ points: CurvePoint[] }>(`/studies/${enc(key)}/curve`, signal) });
