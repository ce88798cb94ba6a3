import type { IsoDate } from '@/shared/dates';

/** A page of a list; `next` is the cursor of the following one. */
export interface Page<T> { items: T[]; next?: string | null }

/** A study of the portfolio: how many sites are activated, and how many should be by today. */
export interface StudyRow {
  key: string;
  title: string;
  shortTitle?: string | null;
  protocolNumber?: string | null;
  registryId?: string | null;
  phase?: string | null;
  sponsor?: string | null;
  status: string;
  statusWord?: string | null;
  countries?: number;
  sites?: number;
  activated?: number;
  plannedByToday?: number;
  lateSites?: number;
  lastPlanned?: IsoDate | null;
  lastForecast?: IsoDate | null;
  slipBusinessDays?: number | null;
  version: number;
}

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
  planned?: IsoDate | null;
  forecast?: IsoDate | null;
  actual?: IsoDate | null;
  slipBusinessDays?: number | null;
  version: number;
}

export interface CountryRow {
  key: string; iso2: string; name: string; status: string; statusWord: string;
  sites: number; activated: number; plannedByToday?: number;
  lastPlanned?: IsoDate | null; lastForecast?: IsoDate | null; slipBusinessDays?: number | null; version: number;
}

export interface CurvePoint { date: IsoDate; planned?: number | null; actual?: number | null; forecast?: number | null; forecastLow?: number | null; forecastHigh?: number | null }
