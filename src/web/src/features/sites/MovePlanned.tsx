import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { afterCommand, sendCommand } from '@/features/commands/send';
import { commandWords } from '@/features/commands/words';
import { newKey } from '@/shared/api/client';
import type { SiteRow } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { DateInput } from '@/ui/DateInput';
import { ErrorNote } from '@/ui/ErrorState';
import { useToast } from '@/ui/Toasts';
import { sitesWords } from './words';

/** Milestone "Site activated". */
const ACTIVATED = 'SI-270';

/** Sets the planned activation of all chosen sites; each is a command of its own, refused ones stay chosen. */
export function MovePlanned({ sites, onLeft }: { sites: SiteRow[]; onLeft: (keys: Set<string>) => void }) {
  const t = useWords(sitesWords);
  const c = useWords(commandWords);
  const toast = useToast();
  const client = useQueryClient();
  const [date, setDate] = useState('');
  const [reason, setReason] = useState('');
  const [done, setDone] = useState(0);
  const mutation = useMutation({
    mutationFn: async () => {
      const refused: { key: string; error: unknown }[] = [];
      const batch = newKey();
      for (const [i, site] of sites.entries()) {
        setDone(i);
        await sendCommand({ kind: 'sites', key: site.key, version: site.version }, { type: 'site.milestone', code: ACTIVATED, kind: 'plan', date, ...(reason ? { reason } : {}) }, `${batch}.${site.key}`)
          .catch((error: unknown) => refused.push({ key: site.key, error }));
      }
      return refused;
    },
    onSuccess: async (refused) => {
      await Promise.all(afterCommand.map((name) => client.invalidateQueries({ queryKey: [name] })));
      onLeft(new Set(refused.map((r) => r.key)));
      if (refused.length === 0) toast(t.applied(sites.length));
    },
  });
  const refused = mutation.data ?? [];
  return (
    <form className="row wrap form-row" style={{ width: '100%' }} onSubmit={(e) => { e.preventDefault(); if (date) mutation.mutate(); }}>
      <DateInput label={t.moveBy} value={date} onValue={setDate} error={c.noDate} required />
      <label><span>{t.because}</span><input className="field" style={{ width: 240 }} value={reason} onChange={(e) => setReason(e.target.value)} /></label>
      <span className="t2 tn grow">{mutation.isPending ? t.moving(done, sites.length) : sites.length === 1 ? t.reachOne : t.reach(sites.length)}</span>
      <button type="submit" className="btn p" disabled={!date || mutation.isPending}>{t.apply(sites.length)}</button>
      {refused.length > 0 && <div style={{ width: '100%' }}><b>{t.failedRows(refused.length)}</b><ErrorNote error={refused[0]?.error} /></div>}
    </form>
  );
}
