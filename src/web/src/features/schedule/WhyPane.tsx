import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { sitePath } from '@/app/place';
import { partyWord } from '@/features/sites/columns';
import { sitesWords } from '@/features/sites/words';
import { asApiError } from '@/shared/api/problem';
import { useWords } from '@/shared/i18n/language';
import { slipOf, waitingOf } from '@/shared/levels';
import { useOwnerName } from '@/shared/roles';
import { CauseList, type Cause } from '@/ui/CauseList';
import { DateText } from '@/ui/DateText';
import { ErrorNote, ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/icons';
import type { ShapeName } from '@/ui/Shape';
import { SkeletonRows } from '@/ui/Skeleton';
import { SlipLabel } from '@/ui/SlipLabel';
import { uiWords } from '@/ui/words';
import { WaitingOn } from '@/ui/WaitingOn';
import { whyQuery, type CauseLine } from './queries';
import { useRemind } from './remind';
import { scheduleWords } from './words';

/** Where at the site a thing that waits is worked on. */
const WHERE: Record<string, string> = { tasks: '?tab=tasks', documents: '?tab=documents', submissions: '?tab=submissions', contracts: '?tab=contract' };

const SHAPE: Record<CauseLine['basis'], ShapeName> = { actual: 'tick', overdue: 'half', typical: 'ring', visit: 'ring', 'by-hand': 'ring' };

/** The chain of causes behind one date, and what stands still right now. `foot` = what can be done about it. */
export function WhyPane({ site, study, name, milestone, onClose, foot }: { site: string; study: string; name: string; milestone: string; onClose: () => void; foot?: ReactNode }) {
  const t = useWords(scheduleWords);
  const ui = useWords(uiWords);
  const st = useWords(sitesWords);
  const ownerName = useOwnerName();
  const remind = useRemind();
  const query = useQuery(whyQuery(site, milestone));
  const why = query.data;
  const evidence = (c: CauseLine) => ({
    actual: c.tookDays === null ? t.start : t.tookOf(c.tookDays, c.typicalDays), overdue: t.stillNeeds(c.typicalDays), typical: t.needs(c.typicalDays), visit: t.agreed, 'by-hand': t.byHand,
  })[c.basis];
  const causes = why?.causes.map((c): Cause => ({ text: c.name, businessDays: c.addedDays, date: c.date, shape: SHAPE[c.basis], evidence: evidence(c) }));
  return (
    <aside className="panel why-pane" aria-label={t.why}>
      <div className="sec col" style={{ gap: 4 }}>
        <div className="row">
          <h2 className="grow" style={{ fontSize: 16, lineHeight: '24px' }}>{t.why}</h2>
          <kbd className="kbd no-print">W</kbd>
          <button type="button" className="btn g ic" aria-label={ui.close} onClick={onClose}><Icon name="x" /></button>
        </div>
        <span className="t2">{name}{why && `, ${why.name}`}</span>
      </div>
      {query.error && !why ? (asApiError(query.error).status === 404 ? <p className="sec t3">{t.noWhy}</p> : <ErrorState error={query.error} />) : !why || !causes ? <SkeletonRows rows={6} /> : (
        <>
          <section className="sec">
            <dl className="dl">
              <dt>{ui.baseline}</dt><dd><DateText date={why.baseline} /></dd>
              <dt>{ui.planned}</dt><dd><DateText date={why.planned} /></dd>
              <dt>{ui.forecast}</dt><dd><b><DateText date={why.forecast} /></b></dd>
              {why.cautious && <><dt>{ui.cautious}</dt><dd><DateText date={why.cautious} /></dd></>}
              <dt>{ui.actual}</dt><dd>{why.actual ? <b><DateText date={why.actual} /></b> : <span className="t3">{t.notYet}</span>}</dd>
            </dl>
            <p style={{ paddingTop: 4 }}><SlipLabel slip={slipOf(why.slipBusinessDays)} /></p>
          </section>
          <section className="sec"><h3 title={t.addsUp}>{t.causes}</h3><CauseList causes={causes} /></section>
          {!why.actual && (
            <section className="sec">
              <h3>{t.waits}</h3>
              <ErrorNote error={remind.error} />
              {why.waiting.length === 0 && <p className="t3">{t.nothingWaits}</p>}
              {why.waiting.slice(0, 4).map((w) => (
                <div key={w.id} style={{ padding: '4px 0' }}>
                  <div className="row"><Link className="grow" href={sitePath(study, site, WHERE[w.kind] ?? '')}>{w.title}</Link>{w.daysLost > 0 && <b className="tn late nw">{t.daysLost(w.daysLost)}</b>}</div>
                  <div className="row"><span className="grow"><WaitingOn waiting={waitingOf({ waitingOn: w.party, waitingName: w.who ?? ownerName(w.owner), waitingBusinessDays: w.businessDays }, (p) => partyWord(st, p))} /></span>
                    {w.kind === 'tasks' && w.party === 'site' && <button type="button" className="act" disabled={remind.isPending} onClick={() => remind.mutate([w.key])}>{t.remindAll}<span className="sr">: {w.title}</span></button>}</div>
                </div>
              ))}
            </section>
          )}
        </>
      )}
      {foot && <div className="sec row wrap">{foot}</div>}
    </aside>
  );
}
