import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { sitePath, studyPath } from '@/app/place';
import { studiesQuery } from '@/features/studies/queries';
import { countryName } from '@/shared/countries';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { useUrlState } from '@/shared/url';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Choice } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { MovePlans } from './MovePlans';
import { PlanStatus, STATUSES } from './PlanStatus';
import { definitionsQuery, planPath, plansQuery, type PlanRow } from './queries';
import { planWords } from './words';

/** Plans of a workflow and their status; with a workflow chosen, running ones can be moved to another version. */
export default function PlansPage() {
  const t = useWords(planWords);
  const [url, setUrl] = useUrlState();
  const may = useRight('unblockPlans');
  const definition = url.get('definition') ?? '';
  const status = url.get('status') ?? '';
  const definitions = useQuery(definitionsQuery).data ?? [];
  const names = new Map((useQuery(studiesQuery).data ?? []).map((s) => [s.key, s.protocolNumber ?? s.shortTitle ?? s.title]));
  const plans = useQuery(plansQuery(definition, status));
  if (plans.error && !plans.data) return <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />;
  return (
    <>
      <PageHeader title={t.title} sub={t.sub} />
      <div className="pad form no-print" style={{ flexDirection: 'row', flexWrap: 'wrap', paddingBottom: 12 }}>
        <div style={{ width: 280 }}><Choice label={t.definition} value={definition} onValue={(value) => setUrl({ definition: value })} options={[{ value: '', label: t.allDefinitions }, ...definitions.filter((d) => d.version !== null).map((d) => ({ value: d.key, label: d.title ?? d.key }))]} /></div>
        <div style={{ width: 180 }}><Choice label={t.status} value={status} onValue={(value) => setUrl({ status: value })} options={[{ value: '', label: t.anyStatus }, ...STATUSES.map((s) => ({ value: s, label: t[s] }))]} /></div>
      </div>
      {may && definition && <MovePlans key={definition} definition={definition} />}
      {!plans.data ? <SkeletonRows /> : plans.data.items.length === 0 ? <EmptyState title={t.none} text={t.noneText} /> : (
        <div className="pad tscroll" tabIndex={0} role="region" aria-label={t.title}>
          <table className="tb stack">
            <thead><tr><th>{t.plan}</th><th>{t.status}</th><th>{t.version}</th><th>{t.where}</th></tr></thead>
            <tbody>
              {plans.data.items.map((p) => (
                <tr key={p.key}>
                  <td className="strong"><Link href={planPath(p.key)}>{p.title ?? p.type}</Link></td>
                  <td><PlanStatus status={p.status} /></td>
                  <td data-label={t.version}>{p.details.version}</td>
                  <td className="t2"><Where plan={p} studyName={names.get(p.study ?? '')} /></td>
                </tr>
              ))}
            </tbody>
          </table>
          {plans.data.next && <p className="t3">{t.more}</p>}
        </div>
      )}
    </>
  );
}

/** The site, the country or the study that a plan belongs to, a click away. */
function Where({ plan: { study, site, country }, studyName }: { plan: PlanRow; studyName: string | undefined }) {
  if (!study) return <>–</>;
  const code = site?.startsWith(`${study}.`) ? site.slice(study.length + 1).toUpperCase() : (site ?? (country && countryName(country)));
  return <Link href={site ? sitePath(study, site) : studyPath(study)}>{[studyName ?? study, code].filter(Boolean).join(', ')}</Link>;
}
