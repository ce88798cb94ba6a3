import { useState } from 'react';
import type { SiteRow } from '@/shared/api/records';
import { AuditDrawer } from '@/ui/AuditDrawer';
import { CauseList } from '@/ui/CauseList';
import { ClockBadge } from '@/ui/ClockBadge';
import { ConflictDialog } from '@/ui/ConflictDialog';
import { DateCells } from '@/ui/DateCell';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNote, ErrorState } from '@/ui/ErrorState';
import { GateChecklist } from '@/ui/GateChecklist';
import { PageHeader } from '@/ui/PageHeader';
import { PhaseProgress } from '@/ui/PhaseProgress';
import { PlanBar } from '@/ui/PlanBar';
import { RoundLedger } from '@/ui/RoundLedger';
import { SlipLabel } from '@/ui/SlipLabel';
import { StatusBadge } from '@/ui/StatusBadge';
import { useToast } from '@/ui/Toasts';
import { WaitingOn } from '@/ui/WaitingOn';
import { SitesGrid } from '@/features/sites/SitesGrid';
import { ApiError } from '@/shared/api/problem';
import { kitHistory, kitPhases, kitRounds, kitSites, kitWaiting } from './fixtures';

const refusal = new ApiError(409, { title: 'Not possible now', detail: 'The contract is not executed yet. Record its execution first.' });

/** Every shared piece with invented data; built for development only. */
export default function KitPage() {
  const [rows, setRows] = useState<SiteRow[]>(kitSites);
  const [conflict, setConflict] = useState(false);
  const say = useToast();
  return (
    <main className="main" style={{ height: '100dvh', overflow: 'auto', display: 'block' }}>
      <PageHeader title="Shared pieces" sub="Invented data." acts={
        <>
          <button type="button" className="btn" onClick={() => setRows((all) => all.map((r, i) => (i === 3 ? { ...r, version: r.version + 1, slipBusinessDays: 40 } : r)))}>Change a row</button>
          <button type="button" className="btn" onClick={() => say('Saved', () => undefined)}>Toast</button>
          <button type="button" className="btn p" onClick={() => setConflict(true)}>Conflict</button>
        </>
      } />
      <div className="pad col" style={{ gap: 20, maxWidth: 1180, paddingBottom: 24 }}>
        <div className="row wrap" style={{ gap: 20 }}>
          <StatusBadge tone="late" word="Late" /><StatusBadge tone="risk" word="At risk" /><StatusBadge tone="ok" word="Approved" /><StatusBadge tone="acc" word="In progress" />
          <StatusBadge tone="quiet" word="Waiting" /><StatusBadge tone="none" word="Expected" /><StatusBadge tone="late" shape="octagon" word="Blocked step" /><StatusBadge tone="none" shape="dash" word="Not required (approved)" />
          <StatusBadge tag tone="late" word="Late" /><StatusBadge tag tone="ok" word="Met" />
        </div>
        <div className="row wrap" style={{ gap: 20 }}>
          <SlipLabel slip={{ businessDays: 18, level: 'late' }} /><SlipLabel slip={{ businessDays: 4, level: 'risk' }} /><SlipLabel slip={{ businessDays: 0, level: 'ok' }} /><SlipLabel slip={{ businessDays: -5, level: 'early' }} />
          {kitWaiting.map((w) => <WaitingOn key={w.who} waiting={w} />)}
        </div>
        <div className="row" style={{ gap: 20 }}><PhaseProgress phases={kitPhases} /><PlanBar done={6} total={18} planned={9} />
          <ClockBadge clock={{ state: 'running', note: 'with authority', day: 57, of: 67, basis: 'calendar', statutoryDue: '2026-12-04' }} />
          <ClockBadge clock={{ state: 'stopped', note: 'winter clock stop', day: 20, of: 45, basis: 'calendar' }} /></div>
        <table className="tb"><tbody><tr><td><b>Contract executed</b></td><DateCells dates={{ baseline: '2026-12-04', planned: '2026-12-11', forecast: '2027-01-15' }} onWhy={() => undefined} /></tr></tbody></table>
        <RoundLedger rounds={kitRounds} />
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(300px, 1fr))', gap: 16 }}>
          <GateChecklist name="Gate 1, IP release" conditions={[
            { key: 'a', name: 'Contract executed', met: false, tone: 'late', note: 'Legal, 15-Jan-2027', act: <button type="button" className="act">Answer</button> },
            { key: 'b', name: 'Documents: 4 of 23 missing', met: false, tone: 'acc', note: 'Site' }, { key: 'c', name: 'Ethics approval', met: true, note: 'submission s1, version 4' }]} acts={<button type="button" className="btn">Request IP release</button>} />
          <section className="sec"><h3>Why this date?</h3><CauseList causes={[
            { text: 'Contract round 3 with us', businessDays: 6, shape: 'half', date: '2026-11-24', evidence: '11 BD waiting on us' }, { text: 'Site agrees the text', businessDays: 12, date: '2026-12-14' }, { text: 'Site activated (P50)', businessDays: 0, shape: 'tick', date: '2027-02-09' }]} /></section>
          <AuditDrawer entries={kitHistory} onClose={() => undefined} />
        </div>
        <ErrorNote error={refusal} />
        <ErrorState error={new ApiError(0, {})} onRetry={() => undefined} />
        <EmptyState title="No sites yet" text="Each site gets its own start-up plan." ghostLabel="This is what a site will look like here" ghost={<><b>PL-01</b><span>Your first site</span><PhaseProgress phases={kitPhases} /></>}
          acts={<><button type="button" className="btn p l">Import sites</button><button type="button" className="btn l">Add one site</button></>} />
      </div>
      <div style={{ height: 600, display: 'flex', flexDirection: 'column' }}><SitesGrid rows={rows} onOpen={() => undefined} /></div>
      <ConflictDialog opened={conflict} what="PL-04, planned Site activated. It was 14-Jan-2027 when you opened it." onLater={() => setConflict(false)} onKeepTheirs={() => setConflict(false)} onUseMine={() => setConflict(false)}
        theirs={{ value: '21-Jan-2027', who: 'Petr Dvořan saved it today 09:41: “director back on 18-Jan”' }} mine={{ value: '28-Jan-2027', who: 'You, typed today 09:43' }} />
    </main>
  );
}
