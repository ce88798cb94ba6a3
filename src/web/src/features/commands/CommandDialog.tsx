import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useIntention } from '@/shared/api/intention';
import { asApiError } from '@/shared/api/problem';
import { useSession } from '@/shared/api/session';
import { useDraft } from '@/shared/draft';
import { useLanguage, useWords } from '@/shared/i18n/language';
import { firstField } from '@/ui/firstField';
import { submitOnCtrlEnter } from '@/ui/submitOnCtrlEnter';
import { DateInput } from '@/ui/DateInput';
import { ErrorNote } from '@/ui/ErrorState';
import { Choice, Field, TextArea } from '@/ui/Field';
import { useToast } from '@/ui/Toasts';
import { FileField } from './FileField';
import { PersonPicker } from './PersonPicker';
import { afterCommand, sendCommand, sendCreation } from './send';
import type { Act, ActField, Both, Target } from './types';
import { initialValues, missingFields, shownFields, toBody, type UploadedFile, type Values } from './values';
import { commandWords } from './words';

export function useSay(): (both: Both) => string {
  const { language } = useLanguage();
  return (both) => both[language === 'de' ? 1 : 0];
}

/** Asks what an act needs, sends it, and shows a refusal in its place. Nothing typed is lost. */
export function CommandDialog({ act, target, onClose, above, dropped }: { act: Act; target: Target; onClose: () => void; above?: ReactNode; dropped?: File }) {
  const t = useWords(commandWords);
  const say = useSay();
  const toast = useToast();
  const client = useQueryClient();
  const { instance } = useSession();
  const draft = useDraft<{ values: Values; reason: string }>(`${act.type}.${say(act.label)}.${target.key}`, () => ({ values: initialValues(act, instance.today), reason: '' }));
  const { values, reason } = draft.values;
  const [version, setVersion] = useState(target.version);
  const intention = useIntention();
  const [tried, setTried] = useState(false);
  const missing = tried ? missingFields(act, values, reason) : [];
  const title = say(act.label).replace(/\.\.\.$/, '');

  const mutation = useMutation({
    mutationFn: () => (act.creates ? sendCreation(act.creates, toBody(act, values, reason), intention.key) : sendCommand({ ...target, version }, toBody(act, values, reason), intention.key)),
    onSuccess: async () => {
      await Promise.all(afterCommand.map((name) => client.invalidateQueries({ queryKey: [name] })));
      draft.forget();
      toast(t.saved(title));
      onClose();
    },
    // A refused intention may be mended and sent again: that is another one. One that may have taken effect keeps its key.
    onError: intention.failed,
  });
  const refusal = mutation.error ? asApiError(mutation.error) : null;
  const submit = (e: FormEvent) => {
    e.preventDefault();
    setTried(true);
    if (missingFields(act, values, reason).length === 0) mutation.mutate();
  };
  const put = (name: string) => (value: string | UploadedFile) => draft.put({ values: { ...values, [name]: value } });
  return (
    <Modal opened onClose={onClose} title={title} size={440} centered>
      <form ref={firstField} className="form" onSubmit={submit} noValidate onKeyDown={submitOnCtrlEnter}>
        <p className="t2">{target.name}</p>
        {above}
        {draft.restored && <p className="small t3">{t.draftBack}</p>}
        {shownFields(act, values).map((f) => (
          <FieldOf key={f.name} field={f} value={values[f.name]} onValue={put(f.name)} dropped={dropped} error={missing.includes(f.name) ? t.missing : refusal?.field(f.name)} />
        ))}
        {act.reason && <TextArea label={act.reasonLabel ? say(act.reasonLabel) : act.reason === 'required' ? t.reasonRequired : t.reasonOffered} value={reason} onValue={(text) => draft.put({ reason: text })} required={act.reason === 'required'} {...(missing.includes('reason') ? { hint: t.missing } : {})} />}
        {refusal?.conflict ? (
          <div className="note risk" role="alert">
            <div>{t.conflict}<br />
              <button type="button" className="act" onClick={() => { setVersion(refusal.newest); mutation.reset(); void client.invalidateQueries(); }}>{t.reload}</button>
            </div>
          </div>
        ) : <ErrorNote error={mutation.error} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <button type="button" className="btn l" onClick={() => { draft.forget(); onClose(); }}>{t.cancel}</button>
          <button type="submit" className="btn l p" disabled={mutation.isPending}>{mutation.isPending ? t.saving : t.save}</button>
        </div>
      </form>
    </Modal>
  );
}

function FieldOf({ field, value, onValue, error, dropped }: { field: ActField; dropped: File | undefined; value: string | UploadedFile | undefined; onValue: (value: string | UploadedFile) => void; error: string | undefined }) {
  const t = useWords(commandWords);
  const { language } = useLanguage();
  const say = useSay();
  const label = say(field.label);
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'date': return <DateInput label={label} value={text || undefined} onValue={onValue} error={t.noDate} required={field.required} />;
    case 'person': return <PersonPicker label={label} value={text || undefined} onValue={onValue} required={field.required} />;
    case 'file': return <FileField label={label} value={typeof value === 'object' ? value : undefined} onValue={onValue} dropped={dropped} />;
    case 'long': return <TextArea label={label} value={text} onValue={onValue} {...(error ? { hint: error } : {})} />;
    case 'choice': return (
      <Choice label={label} value={text} onValue={onValue} options={[...(field.required && text ? [] : [{ value: '', label: t.choose }]), ...(field.options ?? []).map((o) => ({ value: o[0], label: o[language === 'de' ? 2 : 1] }))]} {...(error ? { hint: error } : {})} />
    );
    case 'text': case 'number': case 'codes': return <Field label={label} value={text} onValue={onValue} error={error} inputMode={field.kind === 'number' ? 'numeric' : undefined} hint={field.hint && say(field.hint)} />;
  }
}
