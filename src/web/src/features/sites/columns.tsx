import type { SiteRow } from '@/shared/api/records';
import { slipOf, waitingOf } from '@/shared/levels';
import { ForecastDate } from '@/ui/DateCell';
import { DateText } from '@/ui/DateText';
import { SlipLabel } from '@/ui/SlipLabel';
import { StatusBadge } from '@/ui/StatusBadge';
import { PhaseProgress, type Phase } from '@/ui/PhaseProgress';
import { WaitingOn } from '@/ui/WaitingOn';
import { sitePath } from '@/app/place';
import { Link } from 'wouter';
import { OwnerCell } from './OwnerCell';
import { PlannedCell } from './PlannedCell';
import type { Column } from '@/ui/grid/types';
import type { Tone } from '@/shared/types';
import type { sitesWords } from './words';

type Text = (typeof sitesWords)['en'];

export const partyWord = (t: Text, party: string): string =>
  ({ us: t.party_us, site: t.party_site, authority: t.party_authority, ethics: t.party_ethics, sponsor: t.party_sponsor })[party] ?? t.party_nobody;

const key = (status: string) => status.replace(/-/g, '').toLowerCase();

/** The look of a status; the word itself comes from the server. */
export function siteTone(status: string): { tone: Tone; shape?: 'dash' } {
  switch (key(status)) {
    case 'active': return { tone: 'ok' };
    case 'onhold': return { tone: 'quiet' };
    case 'dropped': case 'declined': case 'notselected': case 'closed': return { tone: 'none', shape: 'dash' };
    case 'identified': case 'backup': return { tone: 'none' };
    default: return { tone: 'acc' };
  }
}

export const isActivated = (row: SiteRow) => key(row.status) === 'active' || !!row.actual;

/** The five phases as they are drawn: how far, and whether late. */
export const phasesOf = (row: SiteRow, t: Text): Phase[] =>
  (row.phases ?? []).map((p) => ({ name: ({ selection: t.ph_selection, documents: t.ph_documents, ethics: t.ph_ethics, contract: t.ph_contract, initiation: t.ph_initiation } as Record<string, string>)[p.code] ?? p.code, share: p.of === 0 ? 0 : p.done / p.of, late: p.isLate }));

const progress = (row: SiteRow) => { const all = (row.phases ?? []).reduce((sum, p) => sum + p.of, 0); return all === 0 ? null : (row.phases ?? []).reduce((sum, p) => sum + p.done, 0) / all; };

export const studyColumn = (t: Text, name: (study: string) => string): Column<SiteRow> => ({
  id: 'study', head: t.study, width: 120, filter: 'choice', canGroup: true, value: (r) => r.study, label: (r) => name(r.study), cell: (r) => <span className="ell t2">{name(r.study)}</span>,
});

/** `onWhy` opens the causes of a site's forecast. */
export function siteColumns(t: Text, may: { plan: boolean; assign: boolean }, onWhy?: (row: SiteRow) => void): Column<SiteRow>[] {
  return [
    { id: 'code', head: t.site, width: 80, filter: 'text', value: (r) => r.code, cell: (r) => <Link className="ell" style={{ fontWeight: 500 }} href={sitePath(r.study, r.key)}>{r.code}</Link> },
    { id: 'name', head: t.institution, width: 150, grow: true, filter: 'text', value: (r) => r.name, cell: (r) => <span className="ell" title={r.name}>{r.name}</span> },
    { id: 'pi', head: t.pi, width: 140, filter: 'text', value: (r) => r.pi ?? null, cell: (r) => <span className="ell t2" title={r.pi ?? undefined}>{r.pi ?? '–'}</span> },
    { id: 'country', head: t.country, width: 116, filter: 'choice', canGroup: true, value: (r) => r.country, label: (r) => r.countryName ?? r.country, cell: (r) => <span className="ell t2">{r.countryName ?? r.country}</span> },
    { id: 'city', head: t.city, width: 120, filter: 'text', hidden: true, value: (r) => r.city ?? null, cell: (r) => <span className="ell t2">{r.city}</span> },
    { id: 'status', head: t.status, width: 134, filter: 'choice', canGroup: true, value: (r) => r.status, label: (r) => r.statusWord, cell: (r) => <StatusBadge {...siteTone(r.status)} word={r.statusWord} /> },
    { id: 'phases', head: t.phases, headCell: <span className="pp-head" aria-hidden="true">{[t.ph1, t.ph2, t.ph3, t.ph4, t.ph5].map((w) => <span key={w}>{w}</span>)}</span>, width: 152, value: (r) => progress(r), cell: (r) => <PhaseProgress phases={phasesOf(r, t)} /> },
    { id: 'next', head: t.nextStep, width: 150, filter: 'text', canGroup: true, hidden: true, value: (r) => r.nextStep ?? null, cell: (r) => <span className="ell" title={r.nextStep ?? undefined}>{r.nextStep ?? '–'}</span> },
    { id: 'step', head: t.waitingStep, width: 170, filter: 'text', canGroup: true, hidden: true, value: (r) => r.waitingWhat ?? null, cell: (r) => <span className="ell" title={r.waitingWhat ?? undefined}>{r.waitingWhat ?? '–'}</span> },
    { id: 'waiting', head: t.waitingOn, width: 164, filter: 'choice', canGroup: true, value: (r) => r.waitingOn ?? null, label: (r) => partyWord(t, r.waitingOn ?? ''), cell: (r) => <WaitingOn waiting={waitingOf(r, (p) => partyWord(t, p))} /> },
    { id: 'days', head: t.days, width: 96, align: 'right', filter: 'atLeast', hidden: true, value: (r) => r.waitingBusinessDays ?? null, cell: (r) => <span className="tn">{r.waitingBusinessDays ?? '–'}</span> },
    { id: 'lost', head: t.daysLost, width: 88, align: 'right', filter: 'atLeast', hidden: true, value: (r) => r.daysLost ?? 0, cell: (r) => <span className={`tn ${r.daysLost ? 'strong' : 't3'}`}>{r.daysLost || '–'}</span> },
    { id: 'owner', head: t.owner, width: 132, filter: 'choice', canGroup: true, value: (r) => r.ownerName ?? null, label: (r) => r.ownerName ?? t.noOwner, cell: (r) => (may.assign ? <OwnerCell row={r} /> : <span className="ell t2">{r.ownerName ?? '–'}</span>) },
    { id: 'baseline', head: t.baseline, width: 106, align: 'right', hidden: true, value: (r) => r.baseline ?? null, cell: (r) => <DateText date={r.baseline} className="t2" /> },
    { id: 'planned', head: t.planned, width: 108, align: 'right', value: (r) => r.planned ?? null, cell: (r) => (may.plan && !r.actual ? <PlannedCell row={r} /> : <DateText date={r.planned} className="t2" />) },
    { id: 'forecast', head: t.forecast, width: 122, align: 'right', value: (r) => r.forecast ?? null, cell: (r) => <ForecastDate date={r.actual ? null : r.forecast} onWhy={onWhy && r.planned ? () => onWhy(r) : undefined} /> },
    { id: 'actual', head: t.actual, width: 104, align: 'right', hidden: true, value: (r) => r.actual ?? null, cell: (r) => <b><DateText date={r.actual} /></b> },
    { id: 'slip', head: t.slip, width: 124, filter: 'atLeast', value: (r) => r.slipBusinessDays ?? null, cell: (r) => <SlipLabel slip={slipOf(r.slipBusinessDays)} /> },
  ];
}
