import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { Link, useParams } from 'wouter';
import { usePageCommands } from '@/app/pageCommands';
import { ViewMenu } from '@/features/views/ViewMenu';
import { studyQuery } from '@/features/studies/queries';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { useUrlState } from '@/shared/url';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNote, ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/icons';
import { PageHeader } from '@/ui/PageHeader';
import { PhaseProgress } from '@/ui/PhaseProgress';
import { SkeletonRows } from '@/ui/Skeleton';
import { useToast } from '@/ui/Toasts';
import { uiWords } from '@/ui/words';
import { AddSite } from './AddSite';
import { exportView } from './exportView';
import { sitesQuery } from './queries';
import { SiteBulk } from './SiteBulk';
import { SitesGrid } from './SitesGrid';
import { useSitePane } from './useSitePane';
import { sitesWords } from './words';

const NONE: ReadonlySet<string> = new Set();

/** A study's sites: where each stands, whom it waits on since how long, and when it will be activated. */
export default function SitesPage() {
  const t = useWords(sitesWords);
  const ui = useWords(uiWords);
  const { study = '' } = useParams<{ study: string }>();
  const record = useQuery(studyQuery(study)).data;
  const sites = useQuery(sitesQuery(study));
  const [url] = useUrlState();
  const shown = useRef<{ keys: string[]; columns: string[] }>({ keys: [], columns: [] });
  const onShown = useCallback((keys: string[], columns: string[]) => { shown.current = { keys, columns }; }, []);
  const [selected, setSelected] = useState<ReadonlySet<string>>(NONE);
  const [adding, setAdding] = useState(false);
  const mayRecord = useRight('recordStartUp');
  const mayExport = useRight('export');
  const toast = useToast();
  const exporting = useMutation({ mutationFn: () => exportView(study, shown.current.keys, shown.current.columns, decodeURIComponent(url.toString()) || t.all), onSuccess: () => toast(t.exported(shown.current.keys.length)) });
  const rows = sites.data;
  const side = useSitePane(rows, selected);
  usePageCommands([
    ...(mayExport && rows?.length ? [{ id: 'export', title: t.exportCommand, icon: 'download' as const, run: () => exporting.mutate() }] : []),
    ...(mayRecord ? [{ id: 'add-site', title: t.addSite, icon: 'plus' as const, run: () => setAdding(true) }] : []),
  ]);
  const name = record?.shortTitle ?? record?.title ?? study;

  if (sites.error && !rows) return <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />;
  const copy = () => void navigator.clipboard?.writeText(location.href).then(() => toast(ui.copied));
  return (
    <div className="body fixed">
      <PageHeader
        title={t.title}
        beside={rows && rows.length > 0 ? <ViewMenu page="sites" study={study} /> : <span className="t3 ell">{name}</span>}
        acts={rows && rows.length > 0 && (
          <>
            <button type="button" className="btn g" onClick={copy}><Icon name="link" small />{ui.copyLink}</button>
            {mayExport && <button type="button" className="btn" disabled={exporting.isPending} onClick={() => exporting.mutate()}><Icon name="download" small />{t.exportView}</button>}
            {mayRecord && <button type="button" className="btn" onClick={() => setAdding(true)}><Icon name="plus" small />{t.addSite}</button>}
          </>
        )}
      />
      {!rows ? <SkeletonRows rows={14} /> : rows.length === 0 ? (
        <EmptyState title={t.emptyTitle(name)} text={t.emptyText} ghostLabel={t.emptyGhost}
          ghost={<><b>PL-01</b><span className="ell">{t.firstSite}</span><PhaseProgress phases={[{ name: '1', share: 1 }, { name: '2', share: 1 }, { name: '3', share: 0.6 }, { name: '4', share: 0.3 }, { name: '5', share: 0 }]} /></>}
          acts={<><Link className="btn p l" href={`/import?study=${encodeURIComponent(study)}`}>{t.importSites}</Link><button type="button" className="btn l" onClick={() => setAdding(true)}>{t.addSite}</button></>} />
      ) : (
        <div className={`side-cols${side.pane ? ' with-pane' : ''}`}>
          <div className="side-main">
            {exporting.error && <div className="pad"><ErrorNote error={exporting.error} /></div>}
            <SitesGrid rows={rows} onOpen={side.onOpen} onKey={side.onKey} onWhy={side.onWhy} onShown={onShown} {...(mayRecord ? { selected, onSelected: setSelected } : {})} />
            <SiteBulk rows={rows} selected={selected} onSelected={setSelected} />
          </div>
          {side.pane}
        </div>
      )}
      {adding && <AddSite study={study} onClose={() => setAdding(false)} />}
    </div>
  );
}
