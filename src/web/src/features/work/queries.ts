import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import { countryName } from '@/shared/countries';
import { list, text } from '@/shared/api/records';
import type { IsoDate } from '@/shared/dates';

/** One thing that waits on the person or their roles. */
export interface WorkItem {
  kind: string;
  key: string;
  title: string;
  status: string;
  statusWord: string;
  study: string | null;
  studyName: string | null;
  site: string | null;
  siteCode: string | null;
  siteName: string | null;
  country: string | null;
  countryName: string;
  owner: string | null;
  waitingOn: string | null;
  waitingName: string | null;
  waitingBusinessDays: number | null;
  due: IsoDate | null;
  lateBusinessDays: number | null;
  question: string | null;
  version: number;
}

export interface WorkGroup { key: string; items: WorkItem[] }
export interface Work { groups: WorkGroup[] }

type Loose = Record<string, unknown>;

function toItem(raw: unknown): WorkItem {
  const outer = raw as Loose;
  const line = (outer.record ?? outer.row ?? outer) as Loose;
  const r: Loose = { ...(line.details as object | undefined), ...line, ...outer };
  const country = text(r.country);
  return {
    kind: text(r.kind) ?? (text(r.id)?.split('/')[0] === 'workflow' ? 'plans' : 'tasks'), key: String(r.key), title: text(r.title) ?? text(r.code) ?? String(r.key), status: String(r.status), statusWord: text(r.statusWord) ?? '',
    study: text(r.study), studyName: text(r.studyName) ?? text(r.studyTitle), site: text(r.site), siteCode: text(r.siteCode), siteName: text(r.siteName), country, countryName: text(r.countryName) ?? countryName(country),
    owner: text(r.owner), waitingOn: text(r.waitingOn), waitingName: text(r.waitingName) ?? text(r.ownerName), waitingBusinessDays: typeof r.waitingBusinessDays === 'number' ? r.waitingBusinessDays : null,
    due: text(r.due), lateBusinessDays: typeof r.lateBusinessDays === 'number' ? r.lateBusinessDays : null, question: text(r.question) ?? text(r.note), version: typeof r.version === 'number' ? r.version : 0,
  };
}

const NAMES = ['overdue', 'due', 'questions', 'approvals', 'blocked', 'arrived', 'waiting'];

/** Groups in the order of urgency, whichever form they come in. */
export function toWork(answer: unknown): Work {
  const a = answer as Loose;
  if (Array.isArray(a.groups)) return { groups: (a.groups as Loose[]).map((g) => ({ key: String(g.key ?? g.name), items: list(g.items).map(toItem) })) };
  const rest = Object.keys(a).filter((k) => Array.isArray(a[k]) && !NAMES.includes(k));
  return { groups: [...NAMES, ...rest].filter((k) => Array.isArray(a[k])).map((key) => ({ key, items: list(a[key]).map(toItem) })) };
}

export const workQuery = queryOptions({
  queryKey: ['work'],
  queryFn: async ({ signal }) => toWork(await get<unknown>('/work', signal)),
  staleTime: 15_000,
});
