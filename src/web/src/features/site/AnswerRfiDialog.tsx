import { useQuery } from '@tanstack/react-query';
import { submissionActs } from '@/features/commands/acts/submission';
import { CommandDialog } from '@/features/commands/CommandDialog';
import { get } from '@/shared/api/client';
import { list, type RecordDetail } from '@/shared/api/records';

const answer = submissionActs.find((a) => a.type === 'submission.answer-rfi')!;

/** Records what we answered to a committee or authority; what was asked stands above. */
export function AnswerRfiDialog({ submission, name, onClose }: { submission: string; name: string; onClose: () => void }) {
  const row = useQuery({ queryKey: ['submissions', submission], queryFn: ({ signal }) => get<RecordDetail>(`/submissions/${encodeURIComponent(submission)}`, signal) }).data?.record;
  const open = list<{ question?: string | null; answeredOn?: string | null }>(row?.details.rfis).findLast((r) => !r.answeredOn);
  if (!row) return null;
  return (
    <CommandDialog act={answer} target={{ kind: 'submissions', key: submission, version: row.version, name }} onClose={onClose}
      above={open?.question ? <p className="quote">“{open.question}”</p> : undefined} />
  );
}
