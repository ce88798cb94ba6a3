import { countryName } from '@/shared/countries';
import { list, text, type CountryRow, type NextMilestone, type PhaseRow, type RecordRow, type SiteRow, type StudyRow } from './records';

type Loose = Record<string, unknown>;
const num = (value: unknown): number => (typeof value === 'number' ? value : 0);
const numOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Fields of the line itself first, those of its details second. */
const flat = (row: Loose): Loose => ({ ...(row.details as Loose | undefined), ...row });

/** A site line as the pages use it. */
export function toSiteRow(raw: unknown): SiteRow {
  const r = flat(raw as Loose);
  const country = text(r.country) ?? '';
  return {
    key: String(r.key), code: text(r.code) ?? String(r.key), name: text(r.name) ?? text(r.institution) ?? text(r.title) ?? '', city: text(r.city),
    country, countryName: text(r.countryName) ?? countryName(country), study: text(r.study) ?? '', pi: text(r.pi),
    status: String(r.status), statusWord: text(r.statusWord) ?? String(r.status), nextStep: text(r.nextStep),
    waitingOn: text(r.waitingOn), waitingName: text(r.waitingName), waitingSince: text(r.waitingSince), waitingBusinessDays: numOrNull(r.waitingBusinessDays),
    baseline: text(r.baseline), planned: text(r.planned), forecast: text(r.forecast), actual: text(r.actual), slipBusinessDays: numOrNull(r.slipBusinessDays), version: num(r.version),
    isLate: r.isLate === true, waitingWhat: text(r.waitingWhat), waitingOwner: text(r.waitingOwner), daysLost: num(r.daysLost), owner: text(r.owner), ownerName: text(r.ownerName), timeZone: text(r.timeZone), phases: list<PhaseRow>(r.phases),
  };
}

/** A study line as the pages use it. */
export function toStudyRow(raw: unknown): StudyRow {
  const r = flat(raw as Loose);
  return {
    key: String(r.key), title: text(r.title) ?? String(r.key), shortTitle: text(r.shortTitle) ?? text(r.acronym), protocolNumber: text(r.protocolNumber) ?? text(r.code),
    registryId: text(r.registryId), phase: text(r.phase), sponsor: text(r.sponsorName) ?? text(r.sponsor), sponsorKey: text(r.sponsor), status: String(r.status), statusWord: text(r.statusWord) ?? String(r.status),
    countries: num(r.countries), sites: num(r.sites), activated: num(r.activated), plannedByToday: num(r.plannedByToday), lateSites: num(r.lateSites ?? r.late), waitingOnUs: num(r.waitingOnUs),
    lastPlanned: text(r.lastPlanned), lastForecast: text(r.lastForecast), lastCautious: text(r.lastCautious), slipBusinessDays: numOrNull(r.slipBusinessDays), next: (r.next as NextMilestone | null | undefined) ?? null, version: num(r.version),
  };
}

/** A country line as the pages use it. */
export function toCountryRow(raw: unknown): CountryRow {
  const r = flat(raw as Loose);
  const iso2 = text(r.iso2) ?? text(r.country) ?? '';
  return {
    key: String(r.key), iso2, name: text(r.countryName) ?? text(r.name) ?? countryName(iso2), status: String(r.status), statusWord: text(r.statusWord) ?? String(r.status),
    sites: num(r.sites), activated: num(r.activated), plannedByToday: num(r.plannedByToday), lateSites: num(r.lateSites ?? r.late), nextStep: text(r.nextStep),
    waitingOn: text(r.waitingOn), waitingName: text(r.waitingName), waitingOwner: text(r.waitingOwner), waitingWhat: text(r.waitingWhat), waitingBusinessDays: numOrNull(r.waitingBusinessDays), daysLost: num(r.daysLost),
    lastPlanned: text(r.lastPlanned), lastForecast: text(r.lastForecast), slipBusinessDays: numOrNull(r.slipBusinessDays), version: num(r.version),
  };
}

/** The line of a record's answer, which either is the line or holds it. */
export function lineOf(answer: unknown): RecordRow {
  const outer = answer as { record?: RecordRow };
  return outer.record ?? (answer as RecordRow);
}
