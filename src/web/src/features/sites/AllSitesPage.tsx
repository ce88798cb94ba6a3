import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { sitePath } from '@/app/place';
import { studiesQuery } from '@/features/studies/queries';
import type { SiteRow } from '@/shared/api/records';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { sitesQuery } from './queries';
import { SiteBulk } from './SiteBulk';
import { SitesGrid } from './SitesGrid';
import { sitesWords } from './words';

const NONE: ReadonlySet<string> = new Set();

/** The sites of all studies, grouped by study and country. */
export default function AllSitesPage() {
  const t = useWords(sitesWords);
  const sites = useQuery(sitesQuery(''));
  const studies = useQuery(studiesQuery).data;
  const [selected, setSelected] = useState<ReadonlySet<string>>(NONE);
  const mayRecord = useRight('recordStartUp');
  const [, go] = useLocation();
  const open = useCallback((row: SiteRow) => go(sitePath(row.study, row.key)), [go]);
  const keys = useCallback((key: string, row: SiteRow) => {
    const rest = { e: '', h: '?pane=history', w: '?why=SI-270', m: '?plan=SI-270' }[key];
    if (rest !== undefined) go(sitePath(row.study, row.key, rest));
  }, [go]);
  const names = useMemo(() => new Map((studies ?? []).map((s) => [s.key, s.protocolNumber ?? s.shortTitle ?? s.title])), [studies]);
  const nameOf = useCallback((study: string) => names.get(study) ?? study, [names]);
  if (sites.error && !sites.data) return <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />;
  return (
    <div className="body fixed">
      <PageHeader title={t.allSites} {...(sites.data && sites.data.length > 0 ? { sub: t.allSub(sites.data.length, names.size) } : {})} />
      {!sites.data || !studies ? <SkeletonRows rows={14} /> : sites.data.length === 0
        ? <EmptyState title={t.allNone} text={t.allNoneText} acts={<Link className="btn p l" href="/studies">{t.toStudies}</Link>} />
        : <><SitesGrid rows={sites.data} onOpen={open} onKey={keys} studyName={nameOf} {...(mayRecord ? { selected, onSelected: setSelected } : {})} /><SiteBulk rows={sites.data} selected={selected} onSelected={setSelected} /></>}
    </div>
  );
}
