import type { IsoDate } from '@/shared/dates';

/** A page of a list; `next` is the cursor of the following one. */
export interface Page<T> { items: T[]; next?: string | null }

/** One line of any kind of record; `details` holds what only its kind has. */
export interface RecordRow {
  id: string;
  key: string;
  version: number;
  type?: string | null;
  status: string;
  statusWord: string;
  sponsor?: string | null;
  study?: string | null;
  country?: string | null;
  site?: string | null;
  code?: string | null;
  title?: string | null;
  owner?: string | null;
  due?: IsoDate | null;
  waitingOn?: string | null;
  waitingSince?: IsoDate | null;
  waitingBusinessDays?: number | null;
  details: Record<string, unknown>;
}

/** One record and the commands that the caller's roles allow there. */
export interface RecordDetail { record: RecordRow; allowed: string[] }

/** Kinds as they stand in addresses. */
export type Kind = 'studies' | 'countries' | 'sites' | 'documents' | 'submissions' | 'contracts' | 'tasks' | 'people' | 'plans' | 'processes' | 'notes' | 'views';

/** A study of the portfolio: how many sites are activated, and how many should be by today. */
export interface StudyRow {
  key: string;
  title: string;
  shortTitle?: string | null;
  protocolNumber?: string | null;
  registryId?: string | null;
  phase?: string | null;
  sponsor?: string | null;
  sponsorKey: string | null;
  status: string;
  statusWord: string;
  countries: number;
  sites: number;
  activated: number;
  plannedByToday: number;
  lateSites: number;
  waitingOnUs?: number;
  lastPlanned?: IsoDate | null;
  lastForecast?: IsoDate | null;
  lastCautious?: IsoDate | null;
  slipBusinessDays?: number | null;
  next?: NextMilestone | null;
  version: number;
}

/** A milestone that comes next. */
export interface NextMilestone { date: IsoDate; planned?: IsoDate | null; code: string; name: string; site: string; siteCode?: string | null }

/** A site in the grid. Days are business days of the site's country, counted by the server. */
export interface SiteRow {
  key: string;
  code: string;
  name: string;
  city?: string | null;
  country: string;
  countryName?: string | null;
  study: string;
  pi?: string | null;
  status: string;
  statusWord: string;
  nextStep?: string | null;
  waitingOn?: string | null;
  waitingName?: string | null;
  waitingSince?: IsoDate | null;
  waitingBusinessDays?: number | null;
  baseline?: IsoDate | null;
  planned?: IsoDate | null;
  forecast?: IsoDate | null;
  actual?: IsoDate | null;
  slipBusinessDays?: number | null;
  /** The server's judgement: behind the plan by more than it allows. */
  isLate?: boolean;
  waitingWhat?: string | null;
  waitingOwner?: string | null;
  daysLost?: number;
  owner?: string | null;
  ownerName?: string | null;
  timeZone?: string | null;
  phases?: PhaseRow[];
  version: number;
}

/** How far a phase of a site is. */
export interface PhaseRow { code: string; done: number; of: number; isLate: boolean }

/** A country in a study. */
export interface CountryRow {
  key: string; iso2: string; name: string; status: string; statusWord: string;
  sites: number; activated: number; plannedByToday: number; lateSites: number;
  waitingOn?: string | null; waitingName?: string | null; waitingOwner?: string | null; waitingWhat?: string | null; waitingBusinessDays?: number | null; daysLost?: number; nextStep?: string | null;
  lastPlanned?: IsoDate | null; lastForecast?: IsoDate | null; slipBusinessDays?: number | null; version: number;
}

/** One day of the activation curve: cumulative numbers of sites. */
export interface CurvePoint { date: IsoDate; planned?: number | null; actual?: number | null; forecast?: number | null; cautious?: number | null }

export const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
export const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);
