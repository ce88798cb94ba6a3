import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { IsoDate } from '@/shared/dates';

export interface WorkItem {
  key: string;
  title: string;
  study: string;
  studyName?: string | null;
  site?: string | null;
  siteCode?: string | null;
  siteName?: string | null;
  country?: string | null;
  status?: string;
  waitingOn?: string | null;
  waitingName?: string | null;
  waitingBusinessDays?: number | null;
  due?: IsoDate | null;
  lateBusinessDays?: number | null;
  version: number;
}

export interface Work { groups: { key: string; items: WorkItem[] }[] }

export const workQuery = queryOptions({
  queryKey: ['work'],
  queryFn: ({ signal }) => get<Work>('/work', signal),
  staleTime: 15_000,
});
