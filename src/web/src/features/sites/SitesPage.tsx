import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { sitePath } from '@/app/place';
import { studyQuery } from '@/features/studies/queries';
import type { SiteRow } from '@/shared/api/records';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { useUrlState } from '@/shared/url';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/icons';
import { PageHeader } from '@/ui/PageHeader';
import { PhaseProgress } from '@/ui/PhaseProgress';
import { SelectionBar } from '@/ui/SelectionBar';
import { SkeletonRows } from '@/ui/Skeleton';
import { useToast } from '@/ui/Toasts';
import { uiWords } from '@/ui/words';
import { AddSite } from './AddSite';
import { MovePlanned } from './MovePlanned';
import { sitesQuery } from './queries';
import { SitesGrid } from './SitesGrid';
import { sitesWords } from './words';

/** The filters that the server knows, too, go along with the export. */
function exportAddress(study: string, url: URLSearchParams): string {
  const query = new URLSearchParams({ study });
  for (const [column, name] of [['country', 'country'], ['status', 'status'], ['waiting', 'waitingOn']] as const)
    for (const value of url.get(`f.${column}`)?.split('~') ?? []) query.append(name, value);
  if (url.get('q')) query.set('search', url.get('q')!);
  return `/api/v1/exports/sites.csv?${query}`;
}

const NONE: ReadonlySet<string> = new Set();

/** A study's sites: where each stands, whom it waits on since how long, and when it will be activated. */
export default function SitesPage() {
  const t = useWords(sitesWords);
  const ui = useWords(uiWords);
  const { study = '' } = useParams<{ study: string }>();
  const record = useQuery(studyQuery(study)).data;
  const sites = useQuery(sitesQuery(study));
  const [, go] = useLocation();
  const [url] = useUrlState();
  const [selected, setSelected] = useState<ReadonlySet<string>>(NONE);
  const [adding, setAdding] = useState(false);
  const mayRecord = useRight('recordStartUp');
  const toast = useToast();
  const rows = sites.data;
  const open = useCallback((row: SiteRow) => go(sitePath(row.study || study, row.key)), [go, study]);
  const keys = useCallback((key: string, row: SiteRow) => {
    if (key === 'e') open(row);
    if (key === 'h') go(sitePath(row.study || study, row.key, '?pane=history'));
  }, [go, open, study]);
  const chosen = useMemo(() => (rows ?? []).filter((r) => selected.has(r.key)), [rows, selected]);
  const name = record?.shortTitle ?? record?.title ?? study;

  if (sites.error && !rows) return <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />;
  const copy = () => void navigator.clipboard?.writeText(location.href).then(() => toast(ui.copied));
  return (
    <div className="body fixed">
      <PageHeader
        title={t.title}
        beside={<span className="t3 ell">{name}</span>}
        acts={rows && rows.length > 0 && (
          <>
            <button type="button" className="btn g" onClick={copy}><Icon name="link" small />{ui.copyLink}</button>
            <a className="btn" href={exportAddress(study, url)} download><Icon name="download" small />{t.exportView}</a>
            {mayRecord && <button type="button" className="btn" onClick={() => setAdding(true)}><Icon name="plus" small />{t.addSite}</button>}
          </>
        )}
      />
      {!rows ? <SkeletonRows rows={14} /> : rows.length === 0 ? (
        <EmptyState title={t.emptyTitle(name)} text={t.emptyText} ghostLabel={t.emptyGhost}
          ghost={<><b>PL-01</b><span className="ell">{t.firstSite}</span><PhaseProgress phases={[{ name: '1', share: 1 }, { name: '2', share: 1 }, { name: '3', share: 0.6 }, { name: '4', share: 0.3 }, { name: '5', share: 0 }]} /></>}
          acts={<><Link className="btn p l" href={`/import?study=${encodeURIComponent(study)}`}>{t.importSites}</Link><button type="button" className="btn l" onClick={() => setAdding(true)}>{t.addSite}</button></>} />
      ) : (
        <>
          <SitesGrid rows={rows} onOpen={open} onKey={keys} {...(mayRecord ? { selected, onSelected: setSelected } : {})} />
          <SelectionBar count={chosen.length} what={t.what} onClear={() => setSelected(NONE)} detail={<MovePlanned study={study} sites={chosen} onLeft={setSelected} />} />
        </>
      )}
      {adding && <AddSite study={study} onClose={() => setAdding(false)} />}
    </div>
  );
}
