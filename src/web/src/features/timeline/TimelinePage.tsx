import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { sitePath, studyPath } from '@/app/place';
import { PlanPane } from '@/features/schedule/PlanPane';
import { timelineQuery } from '@/features/schedule/queries';
import { scheduleWords } from '@/features/schedule/words';
import { WhyPane } from '@/features/schedule/WhyPane';
import { countriesQuery, studyQuery } from '@/features/studies/queries';
import { useRight, useSession } from '@/shared/api/session';
import type { IsoDate } from '@/shared/dates';
import { useLanguage, useWords } from '@/shared/i18n/language';
import { useUrlState } from '@/shared/url';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/icons';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import type { Zoom } from '@/ui/timeline/scale';
import { Timeline } from '@/ui/timeline/Timeline';
import { Legend } from './Legend';
import { timelineRows } from './rows';
import { timelineWords } from './words';

const ZOOMS: Zoom[] = ['day', 'week', 'month', 'year'];
const setOf = (text: string | null) => new Set((text ?? '').split('~').filter(Boolean));

/** Study, countries, sites and their milestones: planned, expected, happened; why, and what a move takes along. */
export default function TimelinePage() {
  const t = useWords(timelineWords);
  const w = useWords(scheduleWords);
  const { language } = useLanguage();
  const { study = '' } = useParams<{ study: string }>();
  const { instance } = useSession();
  const data = useQuery(timelineQuery(study));
  const record = useQuery(studyQuery(study)).data;
  const countries = useQuery(countriesQuery(study)).data;
  const mayPlan = useRight('replan');
  const [url, setUrl] = useUrlState();
  const [, go] = useLocation();
  const [moving, setMoving] = useState<{ id: string; date?: IsoDate } | null>(null);
  const zoom = ZOOMS.find((z) => z === url.get('zoom')) ?? 'month';
  const openText = url.get('open');
  const closedText = url.get('closed');
  const picked = url.get('row');
  const name = record?.protocolNumber ?? record?.shortTitle ?? study;
  const slips = useMemo(() => ({ study: record?.slipBusinessDays, countries: new Map((countries ?? []).map((c) => [c.iso2, c.slipBusinessDays])) }), [record, countries]);
  const rows = useMemo(() => (data.data ? timelineRows(data.data, name, setOf(openText), setOf(closedText), slips, language, t) : []), [data.data, name, openText, closedText, slips, language, t]);
  if (data.error && !data.data) return <ErrorState error={data.error} onRetry={() => void data.refetch()} />;

  const toggle = (id: string) => {
    const param = id.startsWith('country:') || id === 'study' ? 'closed' : 'open';
    const all = setOf(url.get(param));
    if (!all.delete(id)) all.add(id);
    setUrl({ [param]: [...all].join('~') || null });
  };
  const row = rows.find((r) => r.id === picked);
  const [siteKey, milestone = 'SI-270'] = (picked ?? '').split('|') as [string, string | undefined];
  const site = data.data?.sites.find((s) => s.key === siteKey);
  const step = site?.steps.find((s) => s.code === milestone);
  const canMove = mayPlan && !!step && !step.actual && !step.countryLevel;
  const pick = (id: string) => { setMoving(null); setUrl({ row: id }); };
  const move = (id: string, date?: IsoDate) => { setUrl({ row: id }); setMoving({ id, ...(date ? { date } : {}) }); };
  const open = (id: string) => { const key = id.split('|')[0]!; if (data.data?.sites.some((s) => s.key === key)) go(sitePath(study, key)); else toggle(id); };
  return (
    <div className="body fixed">
      <PageHeader title={t.title} beside={<span className="t3 ell">{name}</span>} sub={t.sub} acts={
        <>
          <span className="row" role="group" aria-label={t.zoom} style={{ gap: 4 }}>
            {ZOOMS.map((z) => <button key={z} type="button" className="chip" aria-pressed={zoom === z} onClick={() => setUrl({ zoom: z === 'month' ? null : z })}>{t[z]}</button>)}
          </span>
          <button type="button" className="btn" onClick={() => print()}><Icon name="print" small />{t.print}</button>
        </>
      } />
      {!data.data ? <SkeletonRows rows={12} /> : rows.length === 0
        ? <EmptyState title={t.empty} text={t.emptyText} acts={<Link className="btn p l" href={studyPath(study, '/sites')}>{t.openSites}</Link>} />
        : (
          <>
            <Legend />
            <div className={`tl-page${site ? ' with-pane' : ''}`}>
              <Timeline rows={rows} today={data.data.today ?? instance.today} zoom={zoom} headLabel={t.head} current={picked} onPick={pick} onToggle={toggle} onOpen={open} holidays={data.data.nonWorking}
                {...(mayPlan ? { onMove: move } : {})} onKey={(key, id) => { if (key === 'w') pick(id); if (key === 'm' && canMove) move(id); if (key === 'e') open(id); if (key === 'escape') setUrl({ row: null }); }} />
              {site && row && (moving?.id === picked && step
                ? <PlanPane study={study} {...(moving?.date ? { initial: moving.date } : {})} onDone={() => setMoving(null)}
                    target={{ site: site.key, code: site.code ?? '', name: step.name, milestone, planned: step.planned, version: site.version }} />
                : <WhyPane site={site.key} study={study} name={`${site.code ?? ''} ${site.name ?? ''}`} milestone={milestone} onClose={() => setUrl({ row: null })} foot={
                  <>
                    {canMove && <button type="button" className="btn p" onClick={() => setMoving({ id: picked! })}>{w.change} <kbd className="kbd" style={{ background: 'transparent', color: 'inherit', borderColor: 'currentColor' }}>M</kbd></button>}
                    <Link className="btn" href={sitePath(study, site.key)}>{w.openSite}</Link>
                  </>
                } />)}
            </div>
          </>
        )}
    </div>
  );
}
