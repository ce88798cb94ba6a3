import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { studiesQuery } from '@/features/studies/queries';
import { get } from '@/shared/api/client';
import { sayChanges, sayName, type AuditPage as Page } from '@/shared/api/history';
import { useWords } from '@/shared/i18n/language';
import { useUrlState } from '@/shared/url';
import { DateInput } from '@/ui/DateInput';
import { InstantText } from '@/ui/DateText';
import { ErrorState } from '@/ui/ErrorState';
import { Choice, Field } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { auditWords } from './words';

/** The journal's facts across records, narrowed by study, record and time. */
export default function AuditTrailPage() {
  const t = useWords(auditWords);
  const [url, setUrl] = useUrlState();
  const studies = useQuery(studiesQuery).data ?? [];
  const filter = { study: url.get('study') ?? '', record: url.get('record') ?? '', from: url.get('from') ?? '', to: url.get('to') ?? '' };
  const audit = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '100' });
      if (filter.study) query.set('study', filter.study);
      if (filter.record) query.set('record', filter.record);
      if (filter.from) query.set('from', `${filter.from}T00:00:00Z`);
      if (filter.to) query.set('to', `${filter.to}T23:59:59Z`);
      if (pageParam) query.set('before', pageParam);
      return get<Page>(`/audit?${query}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const lines = audit.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <>
      <PageHeader title={t.title} sub={t.sub} />
      <div className="pad form no-print" style={{ flexDirection: 'row', flexWrap: 'wrap', paddingBottom: 12 }}>
        <div style={{ width: 260 }}><Choice label={t.study} value={filter.study} onValue={(study) => setUrl({ study })} options={[{ value: '', label: t.all }, ...studies.map((s) => ({ value: s.key, label: `${s.protocolNumber ?? s.key} ${s.shortTitle ?? s.title}` }))]} /></div>
        <div style={{ width: 200 }}><Field label={t.record} value={filter.record} onValue={(record) => setUrl({ record })} /></div>
        <DateInput label={t.from} value={filter.from} onValue={(from) => setUrl({ from })} error={t.noDate} />
        <DateInput label={t.to} value={filter.to} onValue={(to) => setUrl({ to })} error={t.noDate} />
      </div>
      {audit.error ? <ErrorState error={audit.error} onRetry={() => void audit.refetch()} /> : audit.isPending ? <SkeletonRows /> : lines.length === 0 ? <p className="pad t3">{t.none}</p> : (
        <div className="pad tscroll" tabIndex={0} role="region" aria-label={t.title} style={{ paddingBottom: 24 }}>
          <table className="tb">
            <thead><tr><th>{t.when}</th><th>{t.who}</th><th>{t.what}</th><th>{t.change}</th><th>{t.why}</th></tr></thead>
            <tbody>
              {lines.map((l) => (
                <tr key={`${l.id}#${l.version}`} className="top-cells">
                  <td className="t2" style={{ verticalAlign: 'top', paddingTop: 6 }}><InstantText instant={l.at} /></td>
                  <td className="wrapping" style={{ verticalAlign: 'top' }}>{l.byName ?? (l.by === 'system' ? t.system : l.by)}{l.onBehalfOf && <div className="t3 small">{t.behalf(l.onBehalfOf)}</div>}</td>
                  <td className="wrapping" style={{ verticalAlign: 'top' }}><b>{sayName(l.command)}</b><div className="t3 small"><button type="button" className="act" onClick={() => setUrl({ record: l.id })}>{l.id}</button></div></td>
                  <td className="wrapping" style={{ maxWidth: 460 }}>{sayChanges(l).map((c) => <div key={c.field}>{c.field}: {c.old && <><span className="was">{c.old}</span> </>}<b>{c.new}</b></div>)}</td>
                  <td className="wrapping" style={{ maxWidth: 260, verticalAlign: 'top' }}>{l.reason ?? <span className="t3">{l.cause ?? ''}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {audit.hasNextPage && <button type="button" className="btn" disabled={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>{t.more}</button>}
        </div>
      )}
    </>
  );
}
