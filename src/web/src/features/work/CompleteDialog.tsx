import { Modal } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '@/shared/api/client';
import type { RecordDetail } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { ErrorState } from '@/ui/ErrorState';
import { SkeletonRows } from '@/ui/Skeleton';
import { CompleteForm } from './CompleteForm';
import { mostAlike, type TaskAt } from './taskForm';
import { workWords } from './words';

const taskQuery = (task: string) => ({ queryKey: ['tasks', task], queryFn: ({ signal }: { signal: AbortSignal }) => get<RecordDetail>(`/tasks/${encodeURIComponent(task)}`, signal) });

/** Records what came of a task, or of several that ask the same: by oneself, or for the sites that did it. */
export function CompleteDialog({ tasks, onClose }: { tasks: readonly TaskAt[]; onClose: () => void }) {
  const t = useWords(workWords);
  // What is recorded leaves the list while the form is open; its answers must not.
  const [wanted] = useState(tasks);
  const details = useQueries({ queries: wanted.map((w) => taskQuery(w.key)) });
  const failed = details.find((d) => d.error && !d.data)?.error;
  const loaded = details.flatMap((d) => d.data ?? []);
  return (
    <Modal opened onClose={onClose} title={t.complete} size={480} centered>
      {failed ? <ErrorState error={failed} /> : loaded.length < wanted.length ? <SkeletonRows rows={4} /> : <Sorted details={loaded} where={new Map(wanted.map((w) => [w.key, w.where]))} onClose={onClose} />}
    </Modal>
  );
}

/** One form for the tasks that ask the same. */
function Sorted({ details, where, onClose }: { details: RecordDetail[]; where: ReadonlyMap<string, string>; onClose: () => void }) {
  const t = useWords(workWords);
  const [all] = useState(details);
  const alike = mostAlike(all.filter((d) => d.allowed.some((a) => a === 'task.complete' || a === 'task.complete-on-behalf')).map((d) => d.record));
  return alike.length === 0 ? <p className="t2">{t.cannot}</p> : <CompleteForm rows={alike} where={(key) => where.get(key) ?? key} left={all.length - alike.length} onClose={onClose} />;
}
