import type { SiteRow } from '@/shared/api/records';
import { slipOf, waitingOf } from '@/shared/levels';
import { DateText } from '@/ui/DateText';
import { SlipLabel } from '@/ui/SlipLabel';
import { StatusBadge } from '@/ui/StatusBadge';
import { WaitingOn } from '@/ui/WaitingOn';
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

export function siteColumns(t: Text): Column<SiteRow>[] {
  return [
    { id: 'code', head: t.site, width: 88, filter: 'text', value: (r) => r.code, cell: (r) => <span className="ell" style={{ fontWeight: 500 }}>{r.code}</span> },
    { id: 'name', head: t.institution, width: 168, grow: true, filter: 'text', value: (r) => r.name, cell: (r) => <span className="ell" title={r.name}>{r.name}</span> },
    { id: 'country', head: t.country, width: 116, filter: 'choice', canGroup: true, value: (r) => r.country, label: (r) => r.countryName ?? r.country, cell: (r) => <span className="ell t2">{r.countryName ?? r.country}</span> },
    { id: 'city', head: t.city, width: 120, filter: 'text', hidden: true, value: (r) => r.city ?? null, cell: (r) => <span className="ell t2">{r.city}</span> },
    { id: 'status', head: t.status, width: 118, filter: 'choice', canGroup: true, value: (r) => r.status, label: (r) => r.statusWord, cell: (r) => <StatusBadge {...siteTone(r.status)} word={r.statusWord} /> },
    { id: 'next', head: t.nextStep, width: 168, filter: 'text', canGroup: true, value: (r) => r.nextStep ?? null, cell: (r) => <span className="ell" title={r.nextStep ?? undefined}>{r.nextStep ?? '–'}</span> },
    { id: 'waiting', head: t.waitingOn, width: 160, filter: 'choice', canGroup: true, value: (r) => r.waitingOn ?? null, label: (r) => partyWord(t, r.waitingOn ?? ''), cell: (r) => <WaitingOn waiting={waitingOf(r, (p) => partyWord(t, p))} /> },
    { id: 'days', head: t.days, width: 96, align: 'right', filter: 'atLeast', hidden: true, value: (r) => r.waitingBusinessDays ?? null, cell: (r) => <span className="tn">{r.waitingBusinessDays ?? '–'}</span> },
    { id: 'planned', head: t.planned, width: 106, align: 'right', value: (r) => r.planned ?? null, cell: (r) => <DateText date={r.planned} className="t2" /> },
    { id: 'forecast', head: t.forecast, width: 116, align: 'right', value: (r) => r.forecast ?? null, cell: (r) => <DateText date={r.actual ? null : r.forecast} /> },
    { id: 'actual', head: t.actual, width: 106, align: 'right', value: (r) => r.actual ?? null, cell: (r) => <b><DateText date={r.actual} /></b> },
    { id: 'slip', head: t.slip, width: 124, filter: 'atLeast', value: (r) => r.slipBusinessDays ?? null, cell: (r) => <SlipLabel slip={slipOf(r.slipBusinessDays)} /> },
  ];
}
