import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { usePageKeys } from '@/app/keys';
import { sitePath } from '@/app/place';
import { useWords } from '@/shared/i18n/language';
import { useUrlState } from '@/shared/url';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { uiWords } from '@/ui/words';
import { CompleteDialog } from './CompleteDialog';
import { workQuery, type WorkItem } from './queries';
import './work.css';
import { WorkPane } from './WorkPane';
import { WorkTable } from './WorkTable';
import { workWords } from './words';

const idOf = (item: WorkItem) => `${item.kind}/${item.key}`;

/** One list of everything that waits on the person, most urgent first; the pane says why it matters. */
export default function WorkPage() {
  const t = useWords(workWords);
  const ui = useWords(uiWords);
  const work = useQuery(workQuery);
  const [url, setUrl] = useUrlState();
  const [, go] = useLocation();
  const [doing, setDoing] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const groups = (work.data?.groups ?? []).filter((g) => g.items.length > 0);
  const items = groups.flatMap((g) => g.items);
  const picked = url.get('item');
  const at = items.findIndex((i) => idOf(i) === picked);
  const current = items[at];
  const move = (by: number) => {
    const next = items[Math.max(0, Math.min(items.length - 1, at < 0 ? 0 : at + by))];
    if (next) setUrl({ item: idOf(next) });
  };
  const act = (item: WorkItem) => {
    if (item.kind === 'tasks') setDoing(item.key);
    else if (item.kind === 'plans') go(`/blocked?q=${encodeURIComponent(item.title)}`);
    else if (item.study && item.site) go(sitePath(item.study, item.site, item.kind === 'documents' ? '?tab=documents' : ''));
  };
  usePageKeys({ j: () => move(1), k: () => move(-1), arrowdown: () => move(1), arrowup: () => move(-1), e: () => current && act(current), enter: () => current && act(current), escape: () => setUrl({ item: null }) });
  useEffect(() => {
    list.current?.querySelector('tr.cur')?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  if (work.error && !work.data) return <ErrorState error={work.error} onRetry={() => void work.refetch()} />;
  const overdue = groups.find((g) => g.key === 'overdue')?.items.length ?? 0;
  return (
    <div className={`work${current ? ' with-pane' : ''}`}>
      <div className="work-list" ref={list}>
        <PageHeader title={t.title} sub={work.data && items.length > 0 && <span className={overdue ? 'late' : ''}>{overdue ? t.sub(items.length, overdue) : `${items.length}, ${t.noneOverdue}`}</span>} />
        {!work.data ? <SkeletonRows rows={12} /> : items.length === 0
          ? <EmptyState title={t.emptyTitle} text={t.emptyText} acts={<Link className="btn p l" href="/studies">{t.toPortfolio}</Link>} />
          : <WorkTable groups={groups} idOf={idOf} current={picked} onPick={(item) => setUrl({ item: idOf(item) })} onAct={act} />}
        {items.length > 0 && (
          <div className="work-foot no-print">
            <span><kbd className="kbd">J</kbd> <kbd className="kbd">K</kbd> {t.keys}</span><span><kbd className="kbd">E</kbd> {t.doIt}</span>
            <span className="grow" /><span>{t.order}</span>
          </div>
        )}
      </div>
      {current && <WorkPane item={current} onAct={() => act(current)} onClose={() => setUrl({ item: null })} closeWord={ui.close} />}
      {doing && <CompleteDialog task={doing} onClose={() => setDoing(null)} />}
    </div>
  );
}
