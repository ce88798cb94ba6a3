import { useCallback, useMemo, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { usePageKeys } from '@/app/keys';
import { sitePath } from '@/app/place';
import { PlanPane } from '@/features/schedule/PlanPane';
import { useRemindSites } from '@/features/schedule/useRemindSites';
import { scheduleWords } from '@/features/schedule/words';
import { WhyPane } from '@/features/schedule/WhyPane';
import type { SiteRow } from '@/shared/api/records';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { useUrlState } from '@/shared/url';
import { sitesWords } from './words';

const ACTIVATION = 'SI-270';

/** What stands beside a list of sites: why a site's date is what it is, or another planned date. The keys of a row open it. */
export function useSitePane(rows: SiteRow[] | undefined, selected: ReadonlySet<string>): { pane: ReactNode; onWhy: (row: SiteRow) => void; onKey: (key: string, row: SiteRow) => void; onOpen: (row: SiteRow) => void } {
  const t = useWords(sitesWords);
  const w = useWords(scheduleWords);
  const [url, setUrl] = useUrlState();
  const [, go] = useLocation();
  const mayPlan = useRight('replan');
  const { remind } = useRemindSites();
  const show = useCallback((what: 'why' | 'plan' | null, row?: SiteRow) => setUrl({ why: what === 'why' && row ? row.key : null, plan: what === 'plan' && row ? row.key : null }), [setUrl]);
  const onOpen = useCallback((row: SiteRow) => go(sitePath(row.study, row.key)), [go]);
  const onWhy = useCallback((row: SiteRow) => show('why', row), [show]);
  const onKey = (key: string, row: SiteRow) => {
    if (key === 'e') onOpen(row);
    else if (key === 'h') go(sitePath(row.study, row.key, '?pane=history'));
    else if (key === 'w') show('why', row);
    else if (key === 'm' && mayPlan && !row.actual) show('plan', row);
    else if (key === 'r') remind(selected.size > 0 ? (rows ?? []).filter((r) => selected.has(r.key)) : [row]);
    else if (key === 'escape') show(null);
  };
  usePageKeys({ escape: () => show(null) });
  const planned = rows?.find((r) => r.key === url.get('plan'));
  const asked = planned ?? rows?.find((r) => r.key === url.get('why'));
  const pane = useMemo(() => {
    if (!asked) return null;
    if (planned && mayPlan && !planned.actual)
      return <PlanPane study={planned.study} onDone={() => show(null)} target={{ site: planned.key, code: planned.code, name: t.activation, milestone: ACTIVATION, planned: planned.planned ?? null, version: planned.version }} />;
    return (
      <WhyPane site={asked.key} study={asked.study} name={`${asked.code} ${asked.name}`} milestone={ACTIVATION} onClose={() => show(null)} foot={
        <>
          {mayPlan && !asked.actual && <button type="button" className="btn" onClick={() => show('plan', asked)}>{w.change} <kbd className="kbd">M</kbd></button>}
          <Link className="btn" href={sitePath(asked.study, asked.key)}>{w.openSite}</Link>
        </>
      } />
    );
  }, [asked, planned, mayPlan, show, t, w]);
  return { pane, onWhy, onKey, onOpen };
}
