import { get } from '@/shared/api/client';

export interface DefinitionRow { key: string; title: string | null; status: string; version: number | null }
export interface PlanRow { key: string; version: number; type: string; status: string; statusWord: string | null; title: string | null; study: string | null; country: string | null; site: string | null; details: { version: number; steps?: { activity: string; what?: string | null }[] } }
export interface StepActivity { activity: string; name: string | null; type: string | null; values: Record<string, unknown> | null; outcomes: string[] | null; message: string | null }
export interface PlanStep { version: number; at: string; by: string; cause: string; begun: StepActivity[]; ended: StepActivity[]; blocked: StepActivity[]; lines: string[]; outcome: string | null }
export interface MigrationLine { plan: string; title: string | null; from: number; possible: boolean; moves: { from: string; to: string }[]; refusals: string[]; notes: string[]; moved: boolean }
export interface MigrationReport { definition: string; version: number; gone: string[]; plans: MigrationLine[]; more: boolean }

type Signal = { signal: AbortSignal };

export const planPath = (plan: string) => `/plans/${encodeURIComponent(plan)}`;
export const definitionsQuery = { queryKey: ['definitions'], queryFn: ({ signal }: Signal) => get<DefinitionRow[]>('/definitions', signal) };
export const versionsQuery = (key: string) => ({ queryKey: ['definitions', key], queryFn: ({ signal }: Signal) => get<{ versions: { number: number; note: string | null; retractedAt: string | null }[] }>(`/definitions/${encodeURIComponent(key)}`, signal), enabled: key !== '' });
export const plansQuery = (definition: string, status: string) => ({
  queryKey: ['plans', definition, status],
  queryFn: ({ signal }: Signal) => get<{ items: PlanRow[]; next: string | null }>(`/plans?limit=200${definition ? `&type=${encodeURIComponent(definition)}` : ''}${status ? `&status=${status}` : ''}`, signal),
});
export const planQuery = (plan: string) => ({ queryKey: ['plan', plan], queryFn: ({ signal }: Signal) => get<{ record: PlanRow }>(planPath(plan), signal) });
export const stepsQuery = (plan: string) => ({ queryKey: ['plan', plan, 'steps'], queryFn: ({ signal }: Signal) => allSteps(plan, signal) });

/** All pages of a history: the newest step is what people look for, and it comes last. */
async function allSteps(plan: string, signal: AbortSignal): Promise<PlanStep[]> {
  const steps: PlanStep[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page: { items: PlanStep[]; next: number | null } = await get(`${planPath(plan)}/steps?limit=1000&after=${after}`, signal);
    steps.push(...page.items);
    after = page.next;
  }
  return steps;
}
