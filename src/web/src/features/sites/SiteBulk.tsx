import { useMemo, useState } from 'react';
import { useRemindSites } from '@/features/schedule/useRemindSites';
import type { SiteRow } from '@/shared/api/records';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { SelectionBar } from '@/ui/SelectionBar';
import { MovePlanned } from './MovePlanned';
import { OwnerForm } from './OwnerCell';
import { sitesWords } from './words';

const NONE: ReadonlySet<string> = new Set();

/** What can be done with the chosen sites, of one study or of several: remind, give to a person, move a planned date. */
export function SiteBulk({ rows, selected, onSelected }: { rows: SiteRow[]; selected: ReadonlySet<string>; onSelected: (keys: ReadonlySet<string>) => void }) {
  const t = useWords(sitesWords);
  const { remind, pending } = useRemindSites();
  const mayPlan = useRight('replan');
  const [bulk, setBulk] = useState<'move' | 'owner'>('move');
  const chosen = useMemo(() => rows.filter((r) => selected.has(r.key)), [rows, selected]);
  return (
    <SelectionBar count={chosen.length} what={t.what} onClear={() => onSelected(NONE)}
      acts={
        <>
          <button type="button" className="btn" disabled={pending} onClick={() => remind(chosen)}>{t.remind}</button>
          <button type="button" className="btn" aria-pressed={bulk === 'owner'} onClick={() => setBulk('owner')}>{t.assignOwner}</button>
          {mayPlan && <button type="button" className="btn" aria-pressed={bulk === 'move'} onClick={() => setBulk('move')}>{t.movePlanned}</button>}
        </>
      }
      detail={bulk === 'owner' ? <OwnerForm rows={chosen} onDone={() => onSelected(NONE)} /> : mayPlan ? <MovePlanned sites={chosen} onLeft={onSelected} /> : undefined} />
  );
}
