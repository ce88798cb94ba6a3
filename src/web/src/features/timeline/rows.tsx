import type { ScheduleLine, TimelineAnswer, TimelineSite } from '@/features/schedule/queries';
import { countryName } from '@/shared/countries';
import { formatDate } from '@/shared/dates';
import { slipOf } from '@/shared/levels';
import type { TimelineRow } from '@/ui/timeline/types';
import type { timelineWords } from './words';

type Text = (typeof timelineWords)['en'];
const ACTIVATED = 'SI-270';

const most = (dates: (string | null | undefined)[]) => dates.filter((d): d is string => !!d).sort().at(-1) ?? null;
const least = (dates: (string | null | undefined)[]) => dates.filter((d): d is string => !!d).sort()[0] ?? null;
const stepOf = (site: TimelineSite) => site.steps.find((s) => s.code === ACTIVATED);
const began = (site: TimelineSite) => least(site.steps.filter((s) => !s.countryLevel).map((s) => s.actual ?? s.from));

/** A group's dates are those of its last site: drawn, not decided. */
function groupRow(id: string, level: 0 | 1, label: string, sites: TimelineSite[], open: boolean, slip: number | null | undefined, t: Text): TimelineRow {
  const ends = sites.map(stepOf).filter((s): s is ScheduleLine => !!s);
  const done = ends.length > 0 && ends.every((s) => s.actual);
  const dates = { baseline: most(ends.map((s) => s.baseline)), planned: most(ends.map((s) => s.planned)), forecast: done ? null : most(ends.map((s) => s.actual ?? s.forecast)), actual: done ? most(ends.map((s) => s.actual)) : null };
  return { id, level, open, label: <>{label} <span className="t3" style={{ fontWeight: 400 }}>{t.sites(sites.length)}</span></>, spoken: `${label}, ${t.sites(sites.length)}`, from: least(sites.map(began)), dates, cautious: done ? null : most(ends.map((s) => s.actual ?? s.cautious)), slip: slipOf(slip) };
}

const stepRow = (site: TimelineSite, step: ScheduleLine): TimelineRow => ({
  id: `${site.key}|${step.code}`, level: 3, label: step.name, spoken: `${site.code ?? ''} ${step.name}`, from: step.from, dates: { ...step, forecast: step.actual ? null : step.forecast }, slip: slipOf(step.slipBusinessDays),
  cautious: step.cautious ?? null, critical: step.critical, country: site.country, movable: !step.countryLevel && !step.actual, after: step.after.map((code) => `${site.key}|${code}`),
});

/** Business days of slip of the study and of its countries, by ISO code; the server counted them. */
export interface Slips { study: number | null | undefined; countries: ReadonlyMap<string, number | null | undefined> }

/** Study, countries, sites and the milestones of open sites. `open` holds ids; groups are open unless they are in `closed`. */
export function timelineRows(data: TimelineAnswer, study: string, open: ReadonlySet<string>, closed: ReadonlySet<string>, slips: Slips, language: 'en' | 'de', t: Text): TimelineRow[] {
  const sites = data.sites.filter((s) => s.steps.length > 0);
  if (sites.length === 0) return [];
  const rows = [groupRow('study', 0, study, sites, !closed.has('study'), slips.study, t)];
  if (closed.has('study')) return rows;
  for (const iso of [...new Set(sites.map((s) => s.country ?? ''))]) {
    const own = sites.filter((s) => (s.country ?? '') === iso);
    const id = `country:${iso}`;
    rows.push({ ...groupRow(id, 1, countryName(iso, language), own, !closed.has(id), slips.countries.get(iso), t), country: iso });
    if (closed.has(id)) continue;
    for (const site of own) {
      const end = stepOf(site);
      rows.push({
        id: site.key, level: 2, open: open.has(site.key), label: <><b>{site.code}</b> <span className="t2">{site.name}</span></>, from: began(site), dates: end ? { ...end, forecast: end.actual ? null : end.forecast } : {},
        cautious: end?.cautious ?? null, slip: slipOf(end?.slipBusinessDays), country: iso, movable: !!end && !end.actual,
        spoken: t.spoken(`${site.code ?? ''} ${site.name ?? ''}`, end?.planned ? formatDate(end.planned) : '–', formatDate(end?.actual ?? end?.forecast ?? '–')),
      });
      if (open.has(site.key)) rows.push(...site.steps.map((step) => stepRow(site, step)));
    }
  }
  return rows;
}
