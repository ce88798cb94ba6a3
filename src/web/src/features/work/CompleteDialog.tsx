import { Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { FileField } from '@/features/commands/FileField';
import { afterCommand, sendCommand } from '@/features/commands/send';
import type { UploadedFile } from '@/features/commands/values';
import { get, newKey } from '@/shared/api/client';
import { asApiError } from '@/shared/api/problem';
import type { RecordDetail } from '@/shared/api/records';
import { useSession } from '@/shared/api/session';
import { useDraft } from '@/shared/draft';
import { useWords } from '@/shared/i18n/language';
import { firstField } from '@/ui/firstField';
import { submitOnCtrlEnter } from '@/ui/submitOnCtrlEnter';
import { DateInput } from '@/ui/DateInput';
import { ErrorNote, ErrorState } from '@/ui/ErrorState';
import { Choice, TextArea } from '@/ui/Field';
import { SkeletonRows } from '@/ui/Skeleton';
import { useToast } from '@/ui/Toasts';
import { uiWords } from '@/ui/words';
import { AnswerField } from './AnswerField';
import { fieldsOf, isForSite, outcomesOf, toAnswers, unanswered, whyOf, type AnswerValue } from './taskForm';
import { workWords } from './words';

/** Records what came of a task: by oneself, or for the site that did it. */
export function CompleteDialog({ task, onClose }: { task: string; onClose: () => void }) {
  const t = useWords(workWords);
  const detail = useQuery({ queryKey: ['tasks', task], queryFn: ({ signal }) => get<RecordDetail>(`/tasks/${encodeURIComponent(task)}`, signal) });
  return (
    <Modal opened onClose={onClose} title={t.complete} size={480} centered>
      {detail.data ? <CompleteForm detail={detail.data} onClose={onClose} /> : detail.error ? <ErrorState error={detail.error} /> : <SkeletonRows rows={4} />}
    </Modal>
  );
}

function CompleteForm({ detail, onClose }: { detail: RecordDetail; onClose: () => void }) {
  const t = useWords(workWords);
  const ui = useWords(uiWords);
  const { instance } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  const row = detail.record;
  const fields = fieldsOf(row);
  const outcomes = outcomesOf(row);
  const draft = useDraft(`complete.${row.key}`, () => ({ behalf: isForSite(row), values: {} as Record<string, AnswerValue>, outcome: outcomes.length === 1 ? outcomes[0]!.code : '', on: instance.today, how: 'phone', note: '' }));
  const { behalf, values, outcome, on, how, note } = draft.values;
  const [evidence, setEvidence] = useState<UploadedFile>();
  const [tried, setTried] = useState(false);
  const [key, setKey] = useState(newKey);
  const missing = unanswered(fields, values);
  const complete = missing.length === 0 && (outcomes.length === 0 || outcome !== '') && on !== '';
  const mutation = useMutation({
    mutationFn: () => {
      const answers = toAnswers(fields, values);
      const common = { ...(outcome ? { outcome } : {}), ...(answers ? { answers } : {}), on, ...(note.trim() ? { reason: note.trim() } : {}) };
      return sendCommand({ kind: 'tasks', key: row.key, version: row.version },
        behalf ? { type: 'task.complete-on-behalf', how, ...common, ...(evidence ? { evidence } : {}) } : { type: 'task.complete', ...common }, key);
    },
    onSuccess: async () => {
      await Promise.all(afterCommand.map((name) => client.invalidateQueries({ queryKey: [name] })));
      draft.forget();
      toast(`${t.saved}: ${row.title ?? ''}`);
      onClose();
    },
    onError: (error) => { if (asApiError(error).status !== 0) setKey(newKey()); },
  });
  const submit = (e: FormEvent) => {
    e.preventDefault();
    setTried(true);
    if (complete) mutation.mutate();
  };
  if (!detail.allowed.some((a) => a === 'task.complete' || a === 'task.complete-on-behalf')) return <p className="t2">{t.cannot}</p>;
  return (
    <form ref={firstField} className="form" onSubmit={submit} noValidate onKeyDown={submitOnCtrlEnter}>
      <div><b>{row.title}</b>{whyOf(row) && <p className="t2">{whyOf(row)}</p>}</div>
      <Choice label={t.who} value={behalf ? 'b' : 'm'} onValue={(v) => draft.put({ behalf: v === 'b' })} options={[{ value: 'm', label: t.myself }, { value: 'b', label: t.behalf }]} />
      {fields.map((f) => (
        <AnswerField key={f.name} field={f} value={values[f.name]} onValue={(v) => draft.put({ values: { ...values, [f.name]: v } })} wrong={tried && missing.includes(f.name)} />
      ))}
      {outcomes.length > 0 && (
        <Choice label={t.outcome} value={outcome} onValue={(v) => draft.put({ outcome: v })} options={[...(outcome ? [] : [{ value: '', label: t.choose }]), ...outcomes.map((o) => ({ value: o.code, label: o.label }))]} {...(tried && !outcome ? { hint: t.missing } : {})} />
      )}
      <DateInput label={t.on} value={on} onValue={(v) => draft.put({ on: v })} error={t.noDate} required />
      {behalf && (
        <>
          <Choice label={t.how} value={how} onValue={(v) => draft.put({ how: v })} options={[{ value: 'phone', label: t.phone }, { value: 'mail', label: t.mail }, { value: 'paper', label: t.paper }, { value: 'meeting', label: t.meeting }]} />
          <FileField label={t.evidence} value={evidence} onValue={setEvidence} />
        </>
      )}
      <TextArea label={t.reason} value={note} onValue={(v) => draft.put({ note: v })} />
      <ErrorNote error={mutation.error} />
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <button type="button" className="btn l" onClick={() => { draft.forget(); onClose(); }}>{ui.cancel}</button>
        <button type="submit" className="btn l p" disabled={mutation.isPending}>{mutation.isPending ? t.saving : t.save}</button>
      </div>
    </form>
  );
}
