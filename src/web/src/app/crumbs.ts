import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { siteQuery } from '@/features/site/queries';
import { studyQuery } from '@/features/studies/queries';
import { useWords } from '@/shared/i18n/language';
import { siteOf, studyOf, studyPath } from './place';
import { appWords } from './words';

export interface Crumb { text: string; href?: string }

/** Where one is, from the address alone. */
export function useCrumbs(): Crumb[] {
  const t = useWords(appWords);
  const [path] = useLocation();
  const study = studyOf(path);
  const site = siteOf(path);
  const studyName = useQuery({ ...studyQuery(study ?? ''), enabled: study !== null }).data;
  const siteCode = useQuery({ ...siteQuery(site ?? ''), enabled: site !== null }).data?.row.code;
  if (study) {
    const crumbs: Crumb[] = [{ text: t.portfolio, href: '/studies' }, { text: studyName?.protocolNumber ?? studyName?.shortTitle ?? study, href: studyPath(study) }];
    if (path.includes('/sites')) crumbs.push({ text: t.sites, href: studyPath(study, '/sites') });
    if (path.includes('/dry-runs')) crumbs.push({ text: t.dryRuns });
    if (path.includes('/timeline')) crumbs.push({ text: t.timeline });
    if (site) crumbs.push({ text: siteCode ?? site });
    return crumbs;
  }
  const names: [string, string][] = [
    ['/work', t.myWork], ['/sites', t.allSites], ['/studies', t.portfolio], ['/import', t.imports], ['/plans', t.plans], ['/blocked', t.blocked], ['/activities', t.activities], ['/people', t.people], ['/audit', t.audit], ['/mail', t.sentMail], ['/settings', t.settings], ['/operations', t.operations], ['/tokens', t.tokens],
  ];
  const found = names.find(([start]) => path.startsWith(start));
  return found ? [{ text: found[1] }] : [];
}
