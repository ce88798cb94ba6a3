import { useState } from 'react';
import { Link } from 'wouter';
import { sitePath, studyPath } from '@/app/place';
import { type Bottlenecks, type WaitingItem } from '@/features/schedule/queries';
import { useRemind } from '@/features/schedule/remind';
import '@/features/schedule/schedule.css';
import { scheduleWords } from '@/features/schedule/words';
import { partyWord } from '@/features/sites/columns';
import { sitesWords } from '@/features/sites/words';
import { countryName } from '@/shared/countries';
import { useLanguage, useWords } from '@/shared/i18n/language';
import { partyOf } from '@/shared/levels';
import { useOwnerName } from '@/shared/roles';
import { DateText } from '@/ui/DateText';
import { ErrorNote } from '@/ui/ErrorState';
import { Icon } from '@/ui/icons';
import { SkeletonRows } from '@/ui/Skeleton';
import { uiWords } from '@/ui/words';
import { PARTY_ICON } from '@/ui/WaitingOn';

const FIRST = 7;
const tasksOf = (items: WaitingItem[]) => items.filter((i) => i.kind === 'tasks' && i.party === 'site').map((i) => i.key);

/** What waits on whom, since when, in business days; each opens into its places and can be reminded at once. */
export function BottlenecksPanel({ study, data }: { study: string; data: Bottlenecks | undefined }) {
  const t = useWords(scheduleWords);
  const ui = useWords(uiWords);
  const st = useWords(sitesWords);
  const { language } = useLanguage();
  const ownerName = useOwnerName();
  const remind = useRemind();
  const [all, setAll] = useState(false);
  const total = data?.items.reduce((sum, b) => sum + b.items.length, 0) ?? 0;
  return (
    <section className="sec" aria-label={t.bottlenecks}>
      <h2>{t.bottlenecks}</h2>
      <p className="t3 small">{t.bottlenecksSub}</p>
      <ErrorNote error={remind.error} />
      {!data ? <SkeletonRows rows={5} /> : data.items.length === 0 ? <p className="t3" style={{ paddingTop: 8 }}>{t.none}</p> : data.items.slice(0, all ? undefined : FIRST).map((b) => {
        const tasks = tasksOf(b.items);
        return (
          <div key={b.key} className="bneck">
            <Icon name={PARTY_ICON[partyOf(b.party)]} small />
            <b className="ell" style={{ fontWeight: 500 }} title={b.title}>{b.title}</b>
            <span className="nw"><b className={`tn ${b.daysLost > 40 ? 'late' : b.daysLost > 10 ? 'risk' : ''}`}>{b.daysLost}</b> <span className="t3">{t.daysLost(0).replace(/^0 /, '')}</span></span>
            <span className="two small ell">{[b.who ?? ownerName(b.owner) ?? partyWord(st, b.party), ...b.countries.map((c) => countryName(c, language))].join(', ')}</span>
            <details>
              <summary className="small"><span className="act">{t.sitesIn(b.sites)}</span><span className="t2 nw tn">{ui.days(b.longestDays)}, {t.since} <DateText date={b.since} /></span></summary>
              <ul>
                {b.items.map((i) => (
                  <li key={i.id} className="row small" style={{ minHeight: 28 }}>
                    {i.site ? <Link href={sitePath(study, i.site, { tasks: '?tab=tasks', documents: '?tab=documents', submissions: '?tab=submissions', contracts: '?tab=contract' }[i.kind] ?? '')}>{i.siteCode ?? i.site}</Link> : <Link href={studyPath(study, `/sites?f.country=${i.country ?? ''}`)}>{countryName(i.country, language)}</Link>}
                    <span className="t2 ell grow">{i.who ?? ownerName(i.owner)}</span><span className="tn nw">{ui.days(i.businessDays)}</span>
                    {i.kind === 'tasks' && i.party === 'site' && <button type="button" className="act" disabled={remind.isPending} onClick={() => remind.mutate([i.key])}>{t.remindAll}<span className="sr">: {i.siteCode}</span></button>}
                  </li>
                ))}
                {tasks.length > 1 && <li style={{ paddingTop: 4 }}><button type="button" className="btn" disabled={remind.isPending} onClick={() => remind.mutate(tasks)}><Icon name="bell" small />{t.remindAll} {tasks.length}</button></li>}
              </ul>
            </details>
          </div>
        );
      })}
      {data && data.items.length > FIRST && <button type="button" className="act" style={{ marginTop: 8 }} onClick={() => setAll(!all)}>{all ? t.fewer : t.allWaiting(total)}</button>}
    </section>
  );
}

/** What comes next at the sites. */
export function NextMilestonesPanel({ study, data }: { study: string; data: Bottlenecks | undefined }) {
  const t = useWords(scheduleWords);
  if (!data || data.next.length === 0) return null;
  return (
    <section className="sec" aria-label={t.next}>
      <h2 style={{ paddingBottom: 8 }}>{t.next}</h2>
      <div className="next-ms">
        {data.next.map((n) => <NextLine key={`${n.site}${n.code}`} study={study} date={n.date} name={n.name} site={n.site} code={n.siteCode ?? n.site} />)}
      </div>
    </section>
  );
}

const NextLine = ({ study, date, name, site, code }: { study: string; date: string; name: string; site: string; code: string }) => (
  <><DateText date={date} className="t2" /><span className="ell">{name}, <Link href={sitePath(study, site)} style={{ textDecoration: 'underline', textUnderlineOffset: 2 }}>{code}</Link></span></>
);
