import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { IsoDate } from '@/shared/dates';

export interface Report {
  begin: string; end: string; sites: number; byStatus: Record<string, number>; firstActivation?: string | null; lastActivation?: string | null;
  acts: number; answers: number; mails: number; postponed: Record<string, number>; blockedSteps: string[]; unfinished: string[];
}
export interface Rehearsal {
  id: string; study: string; status: string; seed: number; number: number; begun?: IsoDate | null; problem?: string | null; report?: Report | null;
  progress?: { today: string; sites: number; over: number; acts: number } | null;
}
export interface ComparedStep { code: string; name: string; planned: IsoDate | null; played: IsoDate | null; againstPlan: number | null }
export interface ComparedSite {
  steps: ComparedStep[];
  code: string; country: string | null; status: string; planned: IsoDate | null; forecast: IsoDate | null; played: IsoDate | null; againstPlan: number | null; againstForecast: number | null; selected: IsoDate | null; contract: IsoDate | null; initiated: IsoDate | null;
}

export const isRunning = (run: Pick<Rehearsal, 'status'>) => run.status === 'running';

export const rehearsalsQuery = (study: string) =>
  queryOptions({
    queryKey: ['rehearsals', study],
    queryFn: ({ signal }) => get<Rehearsal[]>(`/studies/${encodeURIComponent(study)}/rehearsals`, signal),
    refetchInterval: (query) => (query.state.data?.some(isRunning) ? 1500 : false),
  });

export const comparisonQuery = (id: string) =>
  queryOptions({ queryKey: ['rehearsal-comparison', id], queryFn: ({ signal }) => get<ComparedSite[]>(`/rehearsals/${encodeURIComponent(id)}/comparison`, signal) });
