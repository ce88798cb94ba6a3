import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { sitePath, studyPath } from '@/app/place';
import { sitesQuery } from '@/features/sites/queries';
import { countriesQuery } from '@/features/studies/queries';
import { useSession } from '@/shared/api/session';
import { formatDate } from '@/shared/dates';
import { useWords } from '@/shared/i18n/language';
import { slipOf } from '@/shared/levels';
import { useUrlState } from '@/shared/url';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/icons';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { Timeline, type TimelineRow } from '@/ui/timeline/Timeline';
import type { Zoom } from '@/ui/timeline/scale';
import { timelineWords } from './words';

const ZOOMS: Zoom[] = ['week', 'month', 'year'];

/** Planned against expected for every site of a study, by country. */
export default function TimelinePage() {
  const t = useWords(timelineWords);
  const { study = '' } = useParams<{ study: string }>();
  const { instance } = useSession();
  const sites = useQuery(sitesQuery(study));
  const countries = useQuery(countriesQuery(study)).data;
  const [url, setUrl] = useUrlState();
  const [, go] = useLocation();
  const zoom = ZOOMS.find((z) => z === url.get('zoom')) ?? 'month';
  const rows = useMemo((): TimelineRow[] => {
    const dated = (sites.data ?? []).filter((s) => s.planned ?? s.forecast ?? s.actual);
    const codes = [...new Set(dated.map((s) => s.country))].sort();
    return codes.flatMap((code): TimelineRow[] => {
      const own = dated.filter((s) => s.country === code);
      const country = countries?.find((c) => c.iso2 === code);
      const name = own[0]?.countryName ?? code;
      return [
        { id: `country:${code}`, level: 0, label: <>{name} <span className="t3" style={{ fontWeight: 400 }}>{t.sites(own.length)}</span></>, spoken: name, dates: { planned: country?.lastPlanned ?? null, forecast: country?.lastForecast ?? null }, slip: slipOf(country?.slipBusinessDays) },
        ...own.map((s): TimelineRow => ({
          id: s.key, level: 1, label: <><b>{s.code}</b> <span className="t2">{s.name}</span></>, dates: s, slip: slipOf(s.slipBusinessDays),
          spoken: t.spoken(`${s.code} ${s.name}`, s.planned ? formatDate(s.planned) : '–', formatDate(s.actual ?? s.forecast ?? '–')),
        })),
      ];
    });
  }, [sites.data, countries, t]);
  if (sites.error && !sites.data) return <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />;
  const mark = (className: string, word: string) => <span><svg width="12" height="12" aria-hidden="true"><path d="M6 1l5 5-5 5-5-5z" className={className} /></svg>{word}</span>;
  return (
    <div className="body fixed">
      <PageHeader title={t.title} sub={t.sub} acts={
        <>
          <span className="row" role="group" aria-label={t.zoom} style={{ gap: 4 }}>
            {ZOOMS.map((z) => <button key={z} type="button" className="chip" aria-pressed={zoom === z} onClick={() => setUrl({ zoom: z === 'month' ? null : z })}>{t[z]}</button>)}
          </span>
          <button type="button" className="btn" onClick={() => print()}><Icon name="print" small />{t.print}</button>
        </>
      } />
      {!sites.data ? <SkeletonRows rows={12} /> : rows.length === 0
        ? <EmptyState title={t.empty} text={t.emptyText} acts={<Link className="btn p l" href={studyPath(study, '/sites')}>{t.openSites}</Link>} />
        : (
          <>
            <div className="tl-legend">{mark('tl-act', t.actual)}{mark('tl-fcd', t.forecast)}{mark('tl-plan', t.planned)}{mark('tl-base', t.baseline)}<span><svg width="20" height="6" aria-hidden="true"><line x1="0" x2="20" y1="3" y2="3" className="tl-slip" /></svg>{t.slip}</span><span className="t3">{t.none}</span></div>
            <Timeline rows={rows} today={instance.today} zoom={zoom} headLabel={t.head} onOpen={(id) => go(id.startsWith('country:') ? studyPath(study, `/sites?f.country=${id.slice(8)}`) : sitePath(study, id))} />
          </>
        )}
    </div>
  );
}
