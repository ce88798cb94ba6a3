import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { bottlenecksQuery } from '@/features/schedule/queries';
import { useRemind } from '@/features/schedule/remind';
import type { SiteRow } from '@/shared/api/records';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { SelectionBar } from '@/ui/SelectionBar';
import { useToast } from '@/ui/Toasts';
import { MovePlanned } from './MovePlanned';
import { OwnerForm } from './OwnerCell';
import { sitesWords } from './words';

const NONE: ReadonlySet<string> = new Set();

/** What can be done with the chosen sites, of one study or of several: remind, give to a person, move a planned date. */
export function SiteBulk({ rows, selected, onSelected }: { rows: SiteRow[]; selected: ReadonlySet<string>; onSelected: (keys: ReadonlySet<string>) => void }) {
  const t = useWords(sitesWords);
  const client = useQueryClient();
  const toast = useToast();
  const remind = useRemind();
  const mayPlan = useRight('replan');
  const [bulk, setBulk] = useState<'move' | 'owner'>('move');
  const chosen = useMemo(() => rows.filter((r) => selected.has(r.key)), [rows, selected]);
  const remindSites = async () => {
    const waits = await Promise.all([...new Set(chosen.map((r) => r.study))].map((study) => client.fetchQuery(bottlenecksQuery(study))));
    const tasks = waits.flatMap((w) => w.items).flatMap((b) => b.items).filter((i) => i.kind === 'tasks' && i.party === 'site' && i.site !== null && selected.has(i.site)).map((i) => i.key);
    if (tasks.length === 0) toast(t.nobodyToRemind);
    else remind.mutate(tasks);
  };
  return (
    <SelectionBar count={chosen.length} what={t.what} onClear={() => onSelected(NONE)}
      acts={
        <>
          <button type="button" className="btn" disabled={remind.isPending} onClick={() => void remindSites()}>{t.remind}</button>
          <button type="button" className="btn" aria-pressed={bulk === 'owner'} onClick={() => setBulk('owner')}>{t.assignOwner}</button>
          {mayPlan && <button type="button" className="btn" aria-pressed={bulk === 'move'} onClick={() => setBulk('move')}>{t.movePlanned}</button>}
        </>
      }
      detail={bulk === 'owner' ? <OwnerForm rows={chosen} onDone={() => onSelected(NONE)} /> : mayPlan ? <MovePlanned sites={chosen} onLeft={onSelected} /> : undefined} />
  );
}
