import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import { lineOf, toSiteRow } from '@/shared/api/mapping';
import { list, text, type Kind, type Page, type RecordRow, type SiteRow } from '@/shared/api/records';
import type { FourDates } from '@/shared/types';

const enc = encodeURIComponent;

export interface SiteMilestone extends FourDates { code: string; name: string; phase?: string | null; slipBusinessDays?: number | null }
export interface SiteContact { role: string; roleName?: string | null; person: string; name?: string | null; email?: string | null }
export interface SiteCondition { code: string; text: string; met: boolean; owner?: string | null; detail?: string | null; mayBeExcepted?: boolean }
export interface SiteGate {
  gate: string; name: string; status: string; statusWord?: string | null;
  requestedBy?: string | null; requestedByName?: string | null; requestedOn?: string | null; approvedByName?: string | null; approvedOn?: string | null;
  conditions: SiteCondition[];
}
export interface SiteDetail { row: SiteRow; milestones: SiteMilestone[]; contacts: SiteContact[]; gates: SiteGate[]; allowed: string[]; next: string[] }

type Loose = Record<string, unknown>;

export const toMilestones = (raw: unknown): SiteMilestone[] =>
  list<Loose>(raw).map((m) => ({
    code: String(m.code), name: text(m.name) ?? String(m.code), phase: text(m.phase), slipBusinessDays: typeof m.slipBusinessDays === 'number' ? m.slipBusinessDays : null,
    baseline: text(m.baseline), planned: text(m.planned) ?? text(m.plan), forecast: text(m.forecast), actual: text(m.actual),
  }));

export function toSiteDetail(answer: unknown): SiteDetail {
  const outer = answer as Loose;
  const details = { ...(lineOf(answer).details as Loose | undefined), ...outer };
  return {
    row: toSiteRow({ ...lineOf(answer), ...((outer.summary ?? outer.site) as object | undefined) }),
    milestones: toMilestones(details.milestones),
    contacts: list<SiteContact>(details.contacts),
    gates: list<SiteGate>(details.gates),
    allowed: list<string>(outer.allowed),
    next: list<string>(outer.next ?? details.next),
  };
}

export const siteQuery = (key: string) =>
  queryOptions({ queryKey: ['sites', key], queryFn: async ({ signal }) => toSiteDetail(await get<unknown>(`/sites/${enc(key)}`, signal)) });

/** Submissions of the site's country: they hold for all its sites. */
export const countrySubmissionsQuery = (study: string, country: string) =>
  queryOptions({
    queryKey: ['register', study, 'submissions', country],
    queryFn: async ({ signal }) => (await get<Page<RecordRow>>(`/submissions?study=${enc(study)}&country=${enc(country)}&limit=1000`, signal)).items.filter((r) => !r.site),
  });

/** Everything of one kind that belongs to a site. */
export const registerQuery = (kind: Kind, site: string) =>
  queryOptions({
    queryKey: ['register', site, kind],
    queryFn: async ({ signal }) => (await get<Page<RecordRow>>(`/${kind}?site=${enc(site)}&limit=1000`, signal)).items,
  });
