import { useState } from 'react';
import { useLocation } from 'wouter';
import { sitePath, studyPath } from '@/app/place';
import { useRemind } from '@/features/schedule/remind';
import type { WorkItem } from './queries';
import type { TaskAt } from './taskForm';

/** What a click on a line does: it records, reminds, or opens where the rest is decided. */
export function useWorkActs() {
  const [, go] = useLocation();
  const remind = useRemind();
  const [doing, setDoing] = useState<readonly TaskAt[] | null>(null);
  const [deciding, setDeciding] = useState<WorkItem | null>(null);
  const [asking, setAsking] = useState<WorkItem | null>(null);
  const [answering, setAnswering] = useState<WorkItem | null>(null);
  const [replying, setReplying] = useState<WorkItem | null>(null);
  const open = (item: WorkItem, tab = '') => { if (item.study) go(item.site ? sitePath(item.study, item.site, tab) : studyPath(item.study)); };
  const record = (items: readonly WorkItem[]) => setDoing(items.map((i) => ({ key: i.key, where: i.siteCode ?? [i.studyName, i.countryName].filter(Boolean).join(' ') })));
  const act = (item: WorkItem) => {
    if (item.act === 'remind') remind.mutate([item.key]);
    else if (item.act === 'reply' && item.kind === 'tasks') setReplying(item);
    else if (item.act === 'decision') setDeciding(item);
    else if (item.act === 'answer') setAnswering(item);
    else if (item.act === 'unblock') go(`/blocked?q=${encodeURIComponent(item.title)}`);
    else if (item.kind === 'tasks') record([item]);
    else open(item, item.kind === 'documents' ? '?tab=documents' : item.kind === 'notes' ? '?tab=notes' : '');
  };
  /** What else a line allows at once: a committee asks before it decides. */
  const also = (item: WorkItem) => { if (item.act === 'decision') setAsking(item); };
  return { act, also, asking, setAsking, answering, setAnswering, open, remind, record, doing, setDoing, replying, setReplying, deciding, setDeciding };
}
