import { useState, type FormEvent } from 'react';
import { FileField } from '@/features/commands/FileField';
import type { UploadedFile } from '@/features/commands/values';
import type { RecordRow } from '@/shared/api/records';
import { useSession } from '@/shared/api/session';
import { useDraft } from '@/shared/draft';
import { useWords } from '@/shared/i18n/language';
import { firstField } from '@/ui/firstField';
import { submitOnCtrlEnter } from '@/ui/submitOnCtrlEnter';
import { DateInput } from '@/ui/DateInput';
import { Choice, TextArea } from '@/ui/Field';
import { uiWords } from '@/ui/words';
import { AnswerField } from './AnswerField';
import { Refused } from './Refused';
import { fieldsOf, isForSite, outcomesOf, toAnswers, unanswered, whyOf, type AnswerValue } from './taskForm';
import { useComplete } from './useComplete';
import { workWords } from './words';

/** What came of tasks that ask the same: one answer, kept at each of them. */
export function CompleteForm({ rows, where, left, onClose }: { rows: RecordRow[]; where: (key: string) => string; left: number; onClose: () => void }) {
  const t = useWords(workWords);
  const ui = useWords(uiWords);
  const { instance } = useSession();
  const first = rows[0]!;
  const fields = fieldsOf(first);
  const outcomes = outcomesOf(first);
  const draft = useDraft(`complete.${rows.map((r) => r.key).sort().join('+')}`, () => ({ behalf: isForSite(first), values: {} as Record<string, AnswerValue>, outcome: outcomes.length === 1 ? outcomes[0]!.code : '', on: instance.today, how: 'phone', note: '' }));
  const { behalf, values, outcome, on, how, note } = draft.values;
  const [evidence, setEvidence] = useState<UploadedFile>();
  const [tried, setTried] = useState(false);
  const missing = unanswered(fields, values);
  const complete = missing.length === 0 && (outcomes.length === 0 || outcome !== '') && on !== '';
  const { record, refused, recorded } = useComplete(rows, () => { draft.forget(); onClose(); });
  const submit = (e: FormEvent) => {
    e.preventDefault();
    setTried(true);
    const answers = toAnswers(fields, values);
    const common = { ...(outcome ? { outcome } : {}), ...(answers ? { answers } : {}), on, ...(note.trim() ? { reason: note.trim() } : {}) };
    if (complete) record.mutate(behalf ? { type: 'task.complete-on-behalf', how, ...common, ...(evidence ? { evidence } : {}) } : { type: 'task.complete', ...common });
  };
  const remaining = rows.length - recorded;
  return (
    <form ref={firstField} className="form" onSubmit={submit} noValidate onKeyDown={submitOnCtrlEnter}>
      <div>
        <b>{first.title}</b>{rows.length === 1 && whyOf(first) && <p className="t2">{whyOf(first)}</p>}
        {rows.length > 1 && <p className="t2">{t.forAll(rows.map((r) => where(r.key)))}</p>}
        {left > 0 && <p className="t2">{t.askOther(left)}</p>}
      </div>
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
      <Refused refused={refused} where={where} recorded={recorded} of={rows.length} />
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <button type="button" className="btn l" onClick={() => { draft.forget(); onClose(); }}>{ui.cancel}</button>
        <button type="submit" className="btn l p" disabled={record.isPending}>{record.isPending ? t.savingN(recorded, rows.length) : remaining > 1 ? t.saveN(remaining) : t.save}</button>
      </div>
    </form>
  );
}
