import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { studiesQuery } from '@/features/studies/queries';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { sitesQuery } from './queries';
import { SiteBulk } from './SiteBulk';
import { SitesGrid } from './SitesGrid';
import { useSitePane } from './useSitePane';
import { sitesWords } from './words';

const NONE: ReadonlySet<string> = new Set();

/** The sites of all studies, grouped by study and country. */
export default function AllSitesPage() {
  const t = useWords(sitesWords);
  const sites = useQuery(sitesQuery(''));
  const studies = useQuery(studiesQuery).data;
  const [selected, setSelected] = useState<ReadonlySet<string>>(NONE);
  const mayRecord = useRight('recordStartUp');
  const side = useSitePane(sites.data, selected);
  const names = useMemo(() => new Map((studies ?? []).map((s) => [s.key, s.protocolNumber ?? s.shortTitle ?? s.title])), [studies]);
  const nameOf = useCallback((study: string) => names.get(study) ?? study, [names]);
  if (sites.error && !sites.data) return <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />;
  return (
    <div className="body fixed">
      <PageHeader title={t.allSites} {...(sites.data && sites.data.length > 0 ? { sub: t.allSub(sites.data.length, names.size) } : {})} />
      {!sites.data || !studies ? <SkeletonRows rows={14} /> : sites.data.length === 0
        ? <EmptyState title={t.allNone} text={t.allNoneText} acts={<Link className="btn p l" href="/studies">{t.toStudies}</Link>} />
        : (
          <div className={`side-cols${side.pane ? ' with-pane' : ''}`}>
            <div className="side-main">
              <SitesGrid rows={sites.data} onOpen={side.onOpen} onKey={side.onKey} onWhy={side.onWhy} studyName={nameOf} {...(mayRecord ? { selected, onSelected: setSelected } : {})} />
              <SiteBulk rows={sites.data} selected={selected} onSelected={setSelected} />
            </div>
            {side.pane}
          </div>
        )}
    </div>
  );
}
