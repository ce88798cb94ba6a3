import type { SiteRow, StudyRow } from '@/shared/api/records';
import type { IconName } from '@/ui/icons';
import type { paletteWords } from './paletteWords';
import { sitePath, studyPath } from './place';

type Text = (typeof paletteWords)['en'];

/** Leads somewhere, or does something at once. */
export interface Entry { id: string; group: string; title: string; note?: string | undefined; href: string; icon: IconName; keys?: string; run?: () => void }
/** What the server found; `kind` as in addresses. */
export interface SearchHit { kind: string; key: string; code?: string | null; title?: string | null; statusWord?: string | null; study?: string | null; country?: string | null; site?: string | null }

export const siteEntries = (sites: SiteRow[], t: Text): Entry[] =>
  sites.map((s) => ({ id: `site/${s.key}`, group: t.sites, title: `${s.code} ${s.name}`, note: [s.city, s.countryName ?? s.country, s.pi].filter(Boolean).join(', '), href: sitePath(s.study, s.key), icon: 'site' }));

export const studyEntries = (studies: StudyRow[], t: Text): Entry[] =>
  studies.map((s) => ({ id: `study/${s.key}`, group: t.studies, title: s.shortTitle ?? s.title, note: [s.registryId, s.protocolNumber, s.shortTitle ? s.title : null].filter(Boolean).join(', '), href: studyPath(s.key), icon: 'brief' }));

export function pageEntries(study: string | null, t: Text): Entry[] {
  const page = (href: string, title: string, icon: IconName): Entry => ({ id: `page${href}`, group: t.pages, title, href, icon });
  return [
    page('/work', t.work, 'inbox'),
    page('/studies', t.portfolio, 'brief'),
    ...(study ? [page(studyPath(study, '/sites'), t.siteList, 'grid'), page(studyPath(study), t.study, 'chart')] : []),
    page('/import', t.imports, 'upload'),
    page('/plans', t.plansPage, 'flow'),
    page('/blocked', t.blocked, 'stop'),
    page('/activities', t.activities, 'doc'),
    page('/people', t.peoplePage, 'users'),
    page('/audit', t.audit, 'history'),
    page('/mail', t.mail, 'mail'),
    page('/settings', t.settings, 'gear'),
    page('/tokens', t.tokens, 'key'),
  ];
}

/** What one can do at the site that was found first; each opens where it is decided. */
export function siteActs(site: SiteRow, t: Text): Entry[] {
  const act = (id: string, title: string, rest: string, icon: IconName, note?: string | null, keys?: string): Entry =>
    ({ id: `act/${id}/${site.key}`, group: t.actOn(site.code), title, href: sitePath(site.study, site.key, rest), icon, ...(note ? { note } : {}), ...(keys ? { keys } : {}) });
  return [
    act('tasks', t.actTasks, '?tab=tasks', 'us', site.waitingWhat),
    act('plan', t.actMove, '?plan=SI-270', 'cal', site.planned, 'M'),
    act('why', t.actWhy, '?why=SI-270', 'time', site.forecast, 'W'),
    act('history', t.actHistory, '?pane=history', 'history', null, 'H'),
    act('note', t.actNote, '?tab=notes', 'doc'),
    act('mail', t.actMail, '?tab=mail', 'mail'),
  ];
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[łŁ]/g, 'l').toLowerCase();

/** Where a hit of the server leads; what has no page of its own leads to its site or study. */
function fromHit(hit: SearchHit, t: Text): Entry | null {
  const title = [hit.code, hit.title].filter(Boolean).join(' ') || hit.key;
  const base = { id: `${hit.kind}/${hit.key}`, title, note: hit.statusWord ?? undefined };
  if (hit.kind === 'studies') return { ...base, id: `study/${hit.key}`, group: t.studies, href: studyPath(hit.key), icon: 'brief' };
  if (hit.kind === 'sites' && hit.study) return { ...base, id: `site/${hit.key}`, group: t.sites, href: sitePath(hit.study, hit.key), icon: 'site' };
  if (hit.kind === 'people') return { ...base, group: t.people, href: `/people?q=${encodeURIComponent(hit.title ?? hit.key)}`, icon: 'us' };
  const tab = { tasks: '?tab=tasks', documents: '?tab=documents', submissions: '?tab=submissions', contracts: '?tab=contract' }[hit.kind] ?? '';
  if (hit.study && hit.site) return { ...base, group: t.other, href: sitePath(hit.study, hit.site, tab), icon: hit.kind === 'tasks' ? 'inbox' : 'doc' };
  return hit.study ? { ...base, group: t.other, href: studyPath(hit.study), icon: 'doc' } : null;
}

/** An entry as it is searched: accents folded once, when the list comes, and not at each key. */
export interface Findable { entry: Entry; title: string; all: string }

export const findable = (entries: Entry[]): Findable[] => entries.map((entry) => {
  const title = ` ${fold(entry.title)}`;
  return { entry, title, all: `${title} ${fold(entry.note ?? '')}` };
});

/** Every word must occur; whole starts come first. At most eight of a group. */
export function findEntries(text: string, local: Findable[], hits: SearchHit[], t: Text): Entry[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const rank = ({ title, all }: Findable) => {
    for (const w of words) if (!all.includes(w)) return -1;
    return words.every((w) => title.includes(` ${w}`)) ? 0 : title.includes(words[0] ?? '') ? 1 : 2;
  };
  const found: { entry: Entry; rank: number }[] = [];
  for (const one of local) {
    const at = words.length === 0 ? 0 : rank(one);
    if (at >= 0) found.push({ entry: one.entry, rank: at });
  }
  const known = new Set(found.map((x) => x.entry.id));
  const remote = hits.map((hit) => fromHit(hit, t)).filter((e): e is Entry => e !== null && !known.has(e.id));
  const ordered = [...found.sort((a, b) => a.rank - b.rank).map((x) => x.entry), ...remote];
  const groups = words.length === 0 ? [t.pages, t.studies, t.sites, t.commands] : [t.sites, t.studies, t.people, t.other, t.commands, t.pages];
  return groups.flatMap((group) => ordered.filter((e) => e.group === group).slice(0, words.length === 0 && group === t.sites ? 5 : 8));
}
