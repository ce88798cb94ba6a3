import { queryOptions } from '@tanstack/react-query';
import { get, post } from '@/shared/api/client';
import type { NextMilestone } from '@/shared/api/records';
import type { IsoDate } from '@/shared/dates';

const enc = encodeURIComponent;

/** Something that waits on somebody; the server counted the days. */
export interface WaitingItem {
  id: string; kind: string; key: string; version: number; code: string; title: string; study: string | null; country: string | null; site: string | null; siteCode: string | null;
  party: string; owner: string | null; who: string | null; since: IsoDate; businessDays: number; due: IsoDate | null; daysLost: number; reminders: number;
}
export interface Bottleneck {
  key: string; title: string; party: string; owner: string | null; who: string | null; countries: string[]; sites: number; longestDays: number; since: IsoDate; daysLost: number; items: WaitingItem[];
}
export interface Bottlenecks { items: Bottleneck[]; oursCount: number; oursMedianDays: number; oursOverUsual: number; lateSitesByParty: Record<string, number>; next: NextMilestone[] }

export const bottlenecksQuery = (study: string) =>
  queryOptions({ queryKey: ['study-summary', study, 'bottlenecks'], queryFn: ({ signal }) => get<Bottlenecks>(`/studies/${enc(study)}/bottlenecks`, signal) });

export interface CauseLine { code: string; name: string; date: IsoDate; addedDays: number; tookDays: number | null; typicalDays: number; basis: 'actual' | 'by-hand' | 'visit' | 'typical' | 'overdue' }
export interface Why {
  code: string; name: string; baseline: IsoDate | null; planned: IsoDate | null; forecast: IsoDate | null; actual: IsoDate | null; slipBusinessDays: number | null; causes: CauseLine[]; cautious?: IsoDate | null; waiting: WaitingItem[];
}
export const whyQuery = (site: string, milestone: string) =>
  queryOptions({ queryKey: ['sites', site, 'why', milestone], queryFn: ({ signal }) => get<Why>(`/sites/${enc(site)}/why/${enc(milestone)}`, signal) });

export interface PlanRequest { sites: string[]; milestone: string; date?: IsoDate; byBusinessDays?: number }
export interface PlanPreviewSite {
  key: string; code: string | null; version: number; moves: { code: string; name: string; from: IsoDate | null; to: IsoDate }[];
  forecastFrom: IsoDate; forecastTo: IsoDate; slipFrom: number | null; slipTo: number | null; becomesLate: boolean;
}
export interface PlanPreview { sites: PlanPreviewSite[]; movedSites: number; laterSteps: number; becomeLate: number; noLongerLate: number; lastActivationFrom: IsoDate | null; lastActivationTo: IsoDate | null }

/** What a change of plan would move; the server works it out, nothing is changed. */
export const previewQuery = (study: string, request: PlanRequest | null) =>
  queryOptions({
    queryKey: ['plan-preview', study, request],
    queryFn: () => post<PlanPreview>(`/studies/${enc(study)}/plan-preview`, request ?? {}),
    enabled: request !== null && request.sites.length > 0,
    staleTime: 5_000,
  });

export interface ScheduleLine {
  code: string; name: string; phase: string; from: IsoDate | null; baseline: IsoDate | null; planned: IsoDate | null; forecast: IsoDate | null; actual: IsoDate | null;
  slipBusinessDays: number | null; after: string[]; drivenBy: string | null; critical: boolean; countryLevel: boolean; cautious?: IsoDate | null;
}
export interface TimelineSite { key: string; code: string | null; name: string | null; country: string | null; version: number; status: string; isLate: boolean; steps: ScheduleLine[] }
export interface TimelineAnswer { today: IsoDate; sites: TimelineSite[]; nonWorking: { country: string; date: IsoDate; name: string }[] }

export const timelineQuery = (study: string) =>
  queryOptions({ queryKey: ['site-list', study, 'timeline'], queryFn: ({ signal }) => get<TimelineAnswer>(`/studies/${enc(study)}/timeline`, signal), staleTime: 20_000 });
