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
  /** Business days lost so far, and what helps, both as the server says. */
  daysLost: number;
  act: 'complete' | 'remind' | 'reply' | 'review' | 'decide' | 'decision' | 'answer' | 'unblock';
  reminders: number;
  /** The record that the act goes to (`kind/key`), where it is another. */
  about: string | null;
  version: number;
}

export interface WorkGroup { key: string; items: WorkItem[] }
export interface Work { groups: WorkGroup[]; teamOpen: number; firstThreeDays: number }
export type Who = 'mine' | 'team';

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
    due: text(r.due), lateBusinessDays: typeof r.lateBusinessDays === 'number' ? r.lateBusinessDays : null, question: text(r.question) ?? text(r.note), daysLost: typeof r.daysLost === 'number' ? r.daysLost : 0, act: (text(r.act) ?? 'complete') as WorkItem['act'], about: text(r.about), reminders: typeof r.reminders === 'number' ? r.reminders : 0, version: typeof r.version === 'number' ? r.version : 0,
  };
}

/** Groups in the order of urgency, as the server gives them. */
export function toWork(answer: unknown): Work {
  const a = answer as Loose;
  return {
    groups: list<Loose>(a.groups).map((g) => ({ key: String(g.key), items: list(g.items).map(toItem) })),
    teamOpen: typeof a.teamOpen === 'number' ? a.teamOpen : 0, firstThreeDays: typeof a.firstThreeDays === 'number' ? a.firstThreeDays : 0,
  };
}

export const workOf = (who: Who) =>
  queryOptions({
    queryKey: ['work', who],
    queryFn: async ({ signal }) => toWork(await get<unknown>(`/work${who === 'team' ? '?who=team' : ''}`, signal)),
    staleTime: 15_000,
  });

export const workQuery = workOf('mine');
