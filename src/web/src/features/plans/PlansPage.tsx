import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
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
import { definitionsQuery, planPath, plansQuery } from './queries';
import { planWords } from './words';

/** Plans of a workflow and their status; with a workflow chosen, running ones can be moved to another version. */
export default function PlansPage() {
  const t = useWords(planWords);
  const [url, setUrl] = useUrlState();
  const may = useRight('unblockPlans');
  const definition = url.get('definition') ?? '';
  const status = url.get('status') ?? '';
  const definitions = useQuery(definitionsQuery).data ?? [];
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
          <table className="tb">
            <thead><tr><th>{t.plan}</th><th>{t.status}</th><th>{t.version}</th><th>{t.where}</th></tr></thead>
            <tbody>
              {plans.data.items.map((p) => (
                <tr key={p.key}>
                  <td className="strong"><Link href={planPath(p.key)}>{p.title ?? p.type}</Link></td>
                  <td><PlanStatus status={p.status} /></td>
                  <td>{p.details.version}</td>
                  <td className="t2">{[p.site ?? p.study, p.site ? null : countryName(p.country)].filter(Boolean).join(', ')}</td>
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
