import { useCallback, useMemo, type ReactNode } from 'react';
import type { SiteRow } from '@/shared/api/records';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { slipOf, waitingOf } from '@/shared/levels';
import { DataGrid } from '@/ui/grid/DataGrid';
import { SlipLabel } from '@/ui/SlipLabel';
import { WaitingOn } from '@/ui/WaitingOn';
import { isActivated, partyWord, siteColumns, studyColumn } from './columns';
import { sitesWords } from './words';

const DEFAULTS = { group: 'country', sort: { column: 'slip', down: true }, hidden: ['city', 'days', 'next', 'step', 'lost', 'baseline', 'actual', 'pi'] };
const ACROSS = { ...DEFAULTS, group: 'study~country' };
const NESTED = ['study~country', 'country~study'];
const idOf = (r: SiteRow) => r.key;
const nameOf = (r: SiteRow) => `${r.code} ${r.name}`;
const versionOf = (r: SiteRow) => r.version;

export function SitesGrid({ rows, onOpen, onKey, onWhy, selected, onSelected, barExtra, onShown, studyName }: {
  rows: SiteRow[]; onOpen: (row: SiteRow) => void; onKey?: (key: string, row: SiteRow) => void; onWhy?: (row: SiteRow) => void;
  selected?: ReadonlySet<string>; onSelected?: (ids: Set<string>) => void; barExtra?: ReactNode; onShown?: (ids: string[], columns: string[]) => void;
  /** Across studies: what each is called. */
  studyName?: (study: string) => string;
}) {
  const t = useWords(sitesWords);
  const plan = useRight('replan');
  const assign = useRight('recordStartUp');
  const columns = useMemo(() => [...(studyName ? [studyColumn(t, studyName)] : []), ...siteColumns(t, { plan, assign }, onWhy)], [t, plan, assign, onWhy, studyName]);
  const narrow = useCallback((r: SiteRow) => (
    <div className="col" style={{ gap: 4 }}>
      <div className="row"><span className="ell grow"><b>{r.code}</b> {r.name}</span><SlipLabel slip={slipOf(r.slipBusinessDays)} /></div>
      <WaitingOn waiting={waitingOf(r, (p) => partyWord(t, p))} />
    </div>
  ), [t]);
  const groupNote = useCallback((group: SiteRow[]) => t.groupNote(group.length, group.filter(isActivated).length, group.filter((r) => r.isLate).length), [t]);
  return (
    <DataGrid id={studyName ? 'all-sites' : 'sites'} columns={columns} rows={rows} idOf={idOf} nameOf={nameOf} versionOf={versionOf} what={t.what} defaults={studyName ? ACROSS : DEFAULTS} {...(studyName ? { nestedGroups: NESTED } : {})} onOpen={onOpen}
      {...(onKey ? { onKey } : {})} {...(selected ? { selected } : {})} {...(onSelected ? { onSelected } : {})} narrow={narrow} groupNote={groupNote} barExtra={barExtra} {...(onShown ? { onShown } : {})} />
  );
}
