import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { afterCommand, sendCommand } from '@/features/commands/send';
import { newKey } from '@/shared/api/client';
import { asApiError } from '@/shared/api/problem';
import { useWords } from '@/shared/i18n/language';
import { useToast } from '@/ui/Toasts';
import type { PlanPreviewSite } from './queries';
import { scheduleWords } from './words';

export interface RefusedSite { key: string; error: unknown }

const datesOf = (site: PlanPreviewSite, side: 'from' | 'to') =>
  Object.fromEntries(site.moves.flatMap((m) => { const date = m[side]; return date ? [[m.code, date]] : []; }));

const send = (site: PlanPreviewSite, side: 'from' | 'to', reason: string, key: string, version?: number) =>
  sendCommand({ kind: 'sites', key: site.key, ...(version ? { version } : {}) }, { type: 'site.plan-dates', dates: datesOf(site, side), reason }, `${key}.${site.key}`);

/** Applies what was looked at, site by site; says so with an undo that puts the old dates back. */
export function useApplyPlan() {
  const t = useWords(scheduleWords);
  const client = useQueryClient();
  const toast = useToast();
  const fresh = useCallback(() => Promise.all(afterCommand.map((name) => client.invalidateQueries({ queryKey: [name] }))), [client]);
  return useCallback(async (sites: PlanPreviewSite[], reason: string, progress?: (done: number) => void): Promise<RefusedSite[]> => {
    const refused: RefusedSite[] = [];
    const batch = newKey();
    for (const [i, site] of sites.entries()) {
      progress?.(i);
      await send(site, 'to', reason, batch, site.version).catch((error: unknown) => refused.push({ key: site.key, error }));
    }
    await fresh();
    const done = sites.filter((s) => !refused.some((r) => r.key === s.key));
    const undo = async () => {
      const back = newKey();
      for (const site of done) await send(site, 'from', t.undoReason, back).catch(() => undefined);
      await fresh();
      toast(t.undone);
    };
    if (done.length > 0) toast(done.length === 1 ? t.moved(done[0]?.code ?? '') : t.movedMany(done.length), () => void undo());
    return refused;
  }, [fresh, t, toast]);
}

export const isConflict = (error: unknown) => asApiError(error).conflict;
