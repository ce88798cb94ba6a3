import { useQueryClient } from '@tanstack/react-query';
import { useToast } from '@/ui/Toasts';
import type { SiteRow } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { bottlenecksQuery } from './queries';
import { useRemind } from './remind';
import { scheduleWords } from './words';

/** Reminds whoever at these sites has an open task; says so where nobody has one. */
export function useRemindSites(): { remind: (sites: readonly SiteRow[]) => void; pending: boolean } {
  const t = useWords(scheduleWords);
  const client = useQueryClient();
  const toast = useToast();
  const tell = useRemind();
  const remind = async (sites: readonly SiteRow[]) => {
    const keys = new Set(sites.map((s) => s.key));
    const waits = await Promise.all([...new Set(sites.map((s) => s.study))].map((study) => client.fetchQuery(bottlenecksQuery(study))));
    const tasks = waits.flatMap((w) => w.items).flatMap((b) => b.items).filter((i) => i.kind === 'tasks' && i.party === 'site' && i.site !== null && keys.has(i.site)).map((i) => i.key);
    if (tasks.length === 0) toast(t.nobodyToRemind);
    else tell.mutate(tasks);
  };
  return { remind: (sites) => void remind(sites), pending: tell.isPending };
}
