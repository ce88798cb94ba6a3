import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { studyPath } from '@/app/place';
import type { StudyRow } from '@/shared/api/records';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { slipOf } from '@/shared/levels';
import { DateText } from '@/ui/DateText';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { DataGrid } from '@/ui/grid/DataGrid';
import type { Column } from '@/ui/grid/types';
import { Icon } from '@/ui/icons';
import { PageHeader } from '@/ui/PageHeader';
import { PlanBar } from '@/ui/PlanBar';
import { SkeletonRows } from '@/ui/Skeleton';
import { SlipLabel } from '@/ui/SlipLabel';
import { StatusBadge } from '@/ui/StatusBadge';
import { studiesQuery } from './queries';
import { studyTone } from './tone';
import { studyWords } from './words';

type Text = (typeof studyWords)['en'];
const idOf = (r: StudyRow) => r.key;
const nameOf = (r: StudyRow) => r.shortTitle ?? r.title;
const versionOf = (r: StudyRow) => `${r.version}.${r.activated}.${r.sites}`;
const DEFAULTS = { sort: { column: 'slip', down: true }, hidden: ['registry', 'countries', 'plan', 'phase', 'sponsor'] };

function columns(t: Text): Column<StudyRow>[] {
  return [
    { id: 'study', head: t.study, width: 128, filter: 'text', value: (r) => r.protocolNumber ?? r.registryId ?? r.key, cell: (r) => <Link className="ell" style={{ fontWeight: 500 }} href={studyPath(r.key)}>{r.protocolNumber ?? r.registryId ?? r.key}</Link> },
    { id: 'title', head: t.title, width: 150, grow: true, filter: 'text', value: (r) => nameOf(r), cell: (r) => <span className="ell" title={r.title}>{nameOf(r)}</span> },
    { id: 'registry', head: t.registry, width: 116, filter: 'text', value: (r) => r.registryId ?? null, cell: (r) => <span className="ell t2">{r.registryId}</span> },
    { id: 'sponsor', head: t.sponsor, width: 132, filter: 'choice', canGroup: true, value: (r) => r.sponsor ?? null, cell: (r) => <span className="ell t2" title={r.sponsor ?? undefined}>{r.sponsor}</span> },
    { id: 'phase', head: t.phase, width: 78, filter: 'choice', canGroup: true, value: (r) => r.phase ?? null, cell: (r) => <span className="ell t2">{r.phase ?? '–'}</span> },
    { id: 'status', head: t.status, width: 112, filter: 'choice', canGroup: true, value: (r) => r.status, label: (r) => r.statusWord, cell: (r) => <StatusBadge {...studyTone(r.status)} word={r.statusWord} /> },
    { id: 'countries', head: t.countries, width: 88, align: 'right', value: (r) => r.countries, cell: (r) => <span className="tn">{r.countries}</span> },
    { id: 'activated', head: t.activated, width: 168, value: (r) => (r.sites ? r.activated / r.sites : 0), cell: (r) => <span className="row" style={{ gap: 10 }}><span className="tn" style={{ width: 64 }}>{r.activated} <span className="t3">{t.of} {r.sites}</span></span><PlanBar done={r.activated} total={r.sites} planned={r.plannedByToday} /></span> },
    { id: 'plan', head: t.planToday, width: 96, align: 'right', value: (r) => r.plannedByToday, cell: (r) => <span className="tn t2">{r.plannedByToday}</span> },
    { id: 'late', head: t.late, width: 84, align: 'right', filter: 'atLeast', value: (r) => r.lateSites, cell: (r) => <span className={`tn ${r.lateSites ? 'strong' : 't3'}`}>{r.lateSites}</span> },
    { id: 'next', head: t.next, width: 176, value: (r) => r.next?.date ?? null, cell: (r) => (r.next ? <span className="row" style={{ gap: 6 }}><DateText date={r.next.date} /><span className="ell t2" title={r.next.name}>{r.next.siteCode} {r.next.name}</span></span> : <span className="t3">–</span>) },
    { id: 'planned', head: t.lastPlanned, width: 132, align: 'right', value: (r) => r.lastPlanned ?? null, cell: (r) => <DateText date={r.lastPlanned} className="t2" /> },
    { id: 'forecast', head: t.lastForecast, width: 122, align: 'right', value: (r) => r.lastForecast ?? null, cell: (r) => <DateText date={r.lastForecast} /> },
    { id: 'slip', head: t.slip, width: 124, value: (r) => r.slipBusinessDays ?? null, cell: (r) => <SlipLabel slip={slipOf(r.slipBusinessDays)} /> },
  ];
}

/** All studies one may see: activation against plan, one line each. */
export default function PortfolioPage() {
  const t = useWords(studyWords);
  const studies = useQuery(studiesQuery);
  const mayImport = useRight('setUpStudies');
  const [, go] = useLocation();
  const open = useCallback((r: StudyRow) => go(studyPath(r.key)), [go]);
  const cols = useMemo(() => columns(t), [t]);
  const narrow = useCallback((r: StudyRow) => (
    <div className="col" style={{ gap: 4 }}>
      <div className="row"><span className="ell grow"><b>{r.protocolNumber ?? r.key}</b> {nameOf(r)}</span><SlipLabel slip={slipOf(r.slipBusinessDays)} /></div>
      <div className="row"><span className="tn t2">{r.activated} {t.of} {r.sites}</span><PlanBar done={r.activated} total={r.sites} planned={r.plannedByToday} /></div>
    </div>
  ), [t]);
  if (studies.error && !studies.data) return <ErrorState error={studies.error} onRetry={() => void studies.refetch()} />;
  const rows = studies.data;
  return (
    <div className="body fixed">
      <PageHeader title={t.portfolio} sub={rows && rows.length > 0 ? t.sub(rows.length, rows.reduce((sum, r) => sum + r.sites, 0)) : undefined}
        acts={mayImport && rows && rows.length > 0 && <Link className="btn p" href="/import"><Icon name="upload" small />{t.import}</Link>} />
      {!rows ? <SkeletonRows /> : rows.length === 0 ? (
        <EmptyState title={t.emptyTitle} text={t.emptyText} ghostLabel={t.ghost}
          ghost={<><b>ONC-301</b><span className="ell">{t.firstStudy}</span><span className="tn">6 <span className="t3">{t.of} 18</span></span><PlanBar done={6} total={18} planned={9} /></>}
          acts={mayImport && <Link className="btn p l" href="/import">{t.import}</Link>} foot={t.lookAround} />
      ) : <DataGrid id="studies" columns={cols} rows={rows} idOf={idOf} nameOf={nameOf} versionOf={versionOf} what={t.what} defaults={DEFAULTS} onOpen={open} narrow={narrow} />}
    </div>
  );
}
