import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { peopleQuery, type PersonLine } from '@/features/people/queries';
import { studiesQuery } from '@/features/studies/queries';
import { get } from '@/shared/api/client';
import { sayChanges, sayName, type AuditLine, type AuditPage as Page } from '@/shared/api/history';
import { useWords } from '@/shared/i18n/language';
import { useUrlState } from '@/shared/url';
import { DateInput } from '@/ui/DateInput';
import { InstantText } from '@/ui/DateText';
import { ErrorState } from '@/ui/ErrorState';
import { Choice, Field } from '@/ui/Field';
import { Icon } from '@/ui/icons';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { auditWords } from './words';

const KINDS = ['studies', 'countries', 'sites', 'documents', 'submissions', 'contracts', 'tasks', 'people', 'plans', 'notes', 'settings'] as const;

const NOBODY: PersonLine[] = [];

/** The filters as the server takes them. */
function narrowed(filter: Record<'study' | 'record' | 'from' | 'to' | 'kind' | 'by', string>): [string, string][] {
  const all: [string, string][] = [['study', filter.study], ['record', filter.record], ['kind', filter.kind], ['by', filter.by], ['from', filter.from && `${filter.from}T00:00:00Z`], ['to', filter.to && `${filter.to}T23:59:59Z`]];
  return all.filter(([, value]) => value !== '');
}

/** The journal's facts across records, narrowed by person, kind, study, record and time. */
export default function AuditTrailPage() {
  const t = useWords(auditWords);
  const [url, setUrl] = useUrlState();
  const studies = useQuery(studiesQuery).data ?? [];
  const people = useQuery(peopleQuery).data ?? NOBODY;
  const filter = { kind: url.get('kind') ?? '', by: url.get('by') ?? '', study: url.get('study') ?? '', record: url.get('record') ?? '', from: url.get('from') ?? '', to: url.get('to') ?? '' };
  const audit = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '100' });
      for (const [name, value] of narrowed(filter)) query.set(name, value);
      if (pageParam) query.set('before', pageParam);
      return get<Page>(`/audit?${query}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const names = useMemo(() => new Map(people.map((p) => [p.key, p.name])), [people]);
  const named = (value: string | null) => (value === null ? null : (names.get(value.replace(/^person\//, '')) ?? value));
  const nameOf = (l: AuditLine) => [l.siteCode, l.title ?? names.get(l.id.replace(/^person\//, '')) ?? l.id].filter(Boolean).join(', ');
  const lines = audit.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <>
      <PageHeader title={t.title} sub={t.sub} acts={<a className="btn" href={`/api/v1/audit.csv?${new URLSearchParams(narrowed(filter))}`} download><Icon name="download" small />{t.csv}</a>} />
      <div className="pad form no-print" style={{ flexDirection: 'row', flexWrap: 'wrap', paddingBottom: 12 }}>
        <div style={{ width: 230 }}><Choice label={t.study} value={filter.study} onValue={(study) => setUrl({ study })} options={[{ value: '', label: t.all }, ...studies.map((s) => ({ value: s.key, label: `${s.protocolNumber ?? s.key} ${s.shortTitle ?? s.title}` }))]} /></div>
        <div style={{ width: 170 }}><Choice label={t.by} value={filter.by} onValue={(by) => setUrl({ by })} options={[{ value: '', label: t.anyone }, { value: 'system', label: t.system }, ...people.map((p) => ({ value: `person/${p.key}`, label: p.name ?? p.email ?? p.key }))]} /></div>
        <div style={{ width: 140 }}><Choice label={t.kind} value={filter.kind} onValue={(kind) => setUrl({ kind })} options={[{ value: '', label: t.allKinds }, ...KINDS.map((k) => ({ value: k, label: t[k] }))]} /></div>
        <div style={{ width: 170 }}><Field label={t.record} value={filter.record} onValue={(record) => setUrl({ record })} /></div>
        <div style={{ width: 150 }}><DateInput label={t.from} value={filter.from} onValue={(from) => setUrl({ from })} error={t.noDate} /></div>
        <div style={{ width: 150 }}><DateInput label={t.to} value={filter.to} onValue={(to) => setUrl({ to })} error={t.noDate} /></div>
      </div>
      {audit.error ? <ErrorState error={audit.error} onRetry={() => void audit.refetch()} /> : audit.isPending ? <SkeletonRows /> : lines.length === 0 ? <p className="pad t3">{t.none}</p> : (
        <div className="pad tscroll" tabIndex={0} role="region" aria-label={t.title} style={{ paddingBottom: 24 }}>
          <table className="tb stack">
            <thead><tr><th>{t.when}</th><th>{t.who}</th><th>{t.what}</th><th>{t.change}</th><th>{t.why}</th></tr></thead>
            <tbody>
              {lines.map((l) => (
                <tr key={`${l.id}#${l.version}`} className="top-cells">
                  <td className="t2" style={{ verticalAlign: 'top', paddingTop: 6 }}><InstantText instant={l.at} /></td>
                  <td className="wrapping" style={{ verticalAlign: 'top' }}>{l.byName ?? (l.by === 'system' ? t.system : l.by)}{l.onBehalfOf && <div className="t3 small">{t.behalf(l.onBehalfOf)}</div>}</td>
                  <td className="wrapping" style={{ verticalAlign: 'top' }}><b>{sayName(l.command)}</b><div className="t3 small"><button type="button" className="act wrapping" style={{ textAlign: 'left' }} title={l.id} onClick={() => setUrl({ record: l.id })}>{nameOf(l)}</button></div></td>
                  <td className="wrapping" style={{ maxWidth: 460 }}>{sayChanges(l).map((c) => <div key={c.field}>{c.field}: {c.old && <><span className="was">{named(c.old)}</span> </>}<b>{named(c.new)}</b></div>)}</td>
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
