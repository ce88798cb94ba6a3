import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useParams } from 'wouter';
import { usePageKeys } from '@/app/keys';
import '@/features/people/people.css';
import { useRight } from '@/shared/api/session';
import { countryName } from '@/shared/countries';
import { formatDate } from '@/shared/dates';
import { statusWord } from '@/shared/i18n/codes';
import { useLanguage, useWords } from '@/shared/i18n/language';
import { slipOf } from '@/shared/levels';
import { useUrlState } from '@/shared/url';
import { DateText } from '@/ui/DateText';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { DataGrid } from '@/ui/grid/DataGrid';
import type { Column } from '@/ui/grid/types';
import { Icon } from '@/ui/icons';
import { PageHeader } from '@/ui/PageHeader';
import { Shape } from '@/ui/Shape';
import { SkeletonRows } from '@/ui/Skeleton';
import { SlipLabel } from '@/ui/SlipLabel';
import { StatusBadge } from '@/ui/StatusBadge';
import { siteTone } from '@/features/sites/columns';
import { DryRunDialog } from './DryRunDialog';
import { DryRunFigures } from './DryRunFigures';
import { DryRunSite, OpenDryRun } from './DryRunSite';
import { comparisonQuery, isRunning, rehearsalsQuery, type ComparedSite } from './dryRuns';
import { studyQuery } from './queries';
import { studyWords } from './words';

type Text = (typeof studyWords)['en'];
const idOf = (r: ComparedSite) => r.code;
const DEFAULTS = { sort: { column: 'against', down: true } };

const columns = (t: Text, language: 'en' | 'de'): Column<ComparedSite>[] => [
  { id: 'code', head: t.site, width: 96, filter: 'text', value: (r) => r.code, cell: (r) => <b className="acc">{r.code}</b> },
  { id: 'country', head: t.country, width: 100, grow: true, filter: 'choice', canGroup: true, value: (r) => r.country, label: (r) => countryName(r.country, language), cell: (r) => <span className="t2">{countryName(r.country, language)}</span> },
  { id: 'status', head: t.status, width: 128, filter: 'choice', canGroup: true, value: (r) => r.status, label: (r) => statusWord('site', r.status, language), cell: (r) => <StatusBadge {...siteTone(r.status)} word={statusWord('site', r.status, language)} /> },
  { id: 'selected', head: t.drySelected, width: 104, align: 'right', value: (r) => r.selected, cell: (r) => <DateText date={r.selected} className="t2" /> },
  { id: 'contract', head: t.dryContract, width: 104, align: 'right', value: (r) => r.contract, cell: (r) => <DateText date={r.contract} className="t2" /> },
  { id: 'initiated', head: t.dryInitiated, width: 104, align: 'right', value: (r) => r.initiated, cell: (r) => <DateText date={r.initiated} className="t2" /> },
  { id: 'planned', head: t.curvePlan, width: 104, align: 'right', value: (r) => r.planned, cell: (r) => <DateText date={r.planned} /> },
  { id: 'forecast', head: t.curveForecast, width: 116, align: 'right', value: (r) => r.forecast, cell: (r) => <DateText date={r.forecast} /> },
  { id: 'played', head: t.dryPlayed, width: 116, align: 'right', value: (r) => r.played, cell: (r) => <b><DateText date={r.played} /></b> },
  { id: 'against', head: t.dryAgainst, width: 122, filter: 'atLeast', value: (r) => r.againstPlan, cell: (r) => <SlipLabel slip={slipOf(r.againstPlan)} /> },
  { id: 'againstForecast', head: t.dryAgainstForecast, width: 136, filter: 'atLeast', value: (r) => r.againstForecast, cell: (r) => <SlipLabel slip={slipOf(r.againstForecast)} /> },
];

/** Dry runs of a study: how far, what came of each site, and how that compares with the plan. */
export default function DryRunsPage() {
  const t = useWords(studyWords);
  const { language } = useLanguage();
  const { study = '' } = useParams<{ study: string }>();
  const record = useQuery(studyQuery(study)).data;
  const runs = useQuery(rehearsalsQuery(study));
  const [url, setUrl] = useUrlState();
  const [asking, setAsking] = useState(false);
  const may = useRight('rehearse');
  const run = runs.data?.find((r) => r.id === url.get('run')) ?? runs.data?.[0];
  const compared = useQuery({ ...comparisonQuery(run?.id ?? ''), enabled: !!run?.report }).data;
  const cols = useMemo(() => columns(t, language), [t, language]);
  const look = useCallback((r: ComparedSite) => setUrl({ site: r.code }), [setUrl]);
  const looked = compared?.find((c) => c.code === url.get('site'));
  usePageKeys({ escape: () => setUrl({ site: null }) });
  const nameOf = useCallback((r: ComparedSite) => r.code, []);
  const narrow = useCallback((r: ComparedSite) => <div className="col" style={{ gap: 4 }}><div className="row"><b className="grow">{r.code}</b><SlipLabel slip={slipOf(r.againstPlan)} /></div><span className="t2"><DateText date={r.planned} /> → <DateText date={r.played} /></span></div>, []);
  if (runs.error && !runs.data) return <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />;
  const start = may && <button type="button" className="btn p" onClick={() => setAsking(true)}><Icon name="history" small />{run ? t.dryAnother : t.startDryRun}</button>;
  return (
    <div className={`people${looked ? ' with-pane' : ''}`}>
    <div className="body fixed people-list">
      <PageHeader title={t.dryRuns} beside={<span className="t3 ell">{record?.protocolNumber ?? record?.shortTitle ?? study}</span>} sub={t.dryRunText} acts={run && start} />
      {!runs.data ? <SkeletonRows /> : !run ? <EmptyState title={t.dryNone} text={t.dryNoneText} acts={start} /> : (
        <>
          <div className="row wrap pad" style={{ paddingBottom: 8 }} role="group" aria-label={t.dryRuns}>
            {runs.data.map((r) => <button key={r.id} type="button" className="chip" aria-pressed={r.id === run.id} onClick={() => setUrl({ run: r.id, site: null })}>{t.seedShort} {r.seed}{r.begun && <>, {t.dryBegun} {formatDate(r.begun)}</>}{isRunning(r) && `, ${t.dryRunning}`}</button>)}
          </div>
          {isRunning(run) ? (
            <div className="pad col" role="status" style={{ maxWidth: 520 }}>
              <span className="st acc"><Shape name="half" />{t.dryRunning}{run.progress && `, ${t.dryDay} ${formatDate(run.progress.today)}`}</span>
              <progress className="progress" max={run.progress?.sites || 1} {...(run.progress?.sites ? { value: run.progress.over } : {})} aria-label={t.dryRunning} />
              {run.progress && <p className="t2 tn">{t.dryProgress(run.progress.over, run.progress.sites, run.progress.acts)}</p>}
            </div>
          ) : run.report ? (
            <>
              <DryRunFigures report={run.report} compared={compared} />
              <OpenDryRun id={run.id} />
              {compared ? <DataGrid id="dryruns" columns={cols} rows={compared} idOf={idOf} nameOf={nameOf} what={t.siteOrSites} defaults={DEFAULTS} narrow={narrow} onOpen={look} onPick={look} /> : <SkeletonRows />}
            </>
          ) : <div className="pad"><div className="note late"><Shape name="triangle" />{run.problem}</div></div>}
        </>
      )}
    </div>
      {looked && <DryRunSite site={looked} onClose={() => setUrl({ site: null })} />}
      {asking && record && <DryRunDialog study={record} onClose={() => { setAsking(false); void runs.refetch(); }} />}
    </div>
  );
}
