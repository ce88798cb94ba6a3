import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { post } from '@/shared/api/client';
import { useIntention } from '@/shared/api/intention';
import { asApiError } from '@/shared/api/problem';
import { useDraft } from '@/shared/draft';
import { useWords } from '@/shared/i18n/language';
import { firstField } from '@/ui/firstField';
import { ErrorNote } from '@/ui/ErrorState';
import { Choice, Field } from '@/ui/Field';
import { useToast } from '@/ui/Toasts';
import { uiWords } from '@/ui/words';
import { peopleWords } from './words';

/** Adds staff or a contact at a site; the language is that of the mails. */
export function AddPerson({ manages, onClose, onAdded }: { manages: boolean; onClose: () => void; onAdded: (key: string) => void }) {
  const t = useWords(peopleWords);
  const ui = useWords(uiWords);
  const client = useQueryClient();
  const toast = useToast();
  const draft = useDraft('add-person', () => ({ kind: manages ? 'staff' : 'contact', name: '', email: '', organisation: '', language: 'en', timeZone: '' }));
  const v = draft.values;
  const intention = useIntention();
  const put = (name: keyof typeof v) => (value: string) => draft.put({ [name]: value });
  const cancel = () => { draft.forget(); onClose(); };
  const mutation = useMutation({
    mutationFn: () => post<{ key: string }>('/people', Object.fromEntries(Object.entries(v).filter(([, value]) => value.trim() !== '').map(([name, value]) => [name, value.trim()])), { idempotencyKey: intention.key }),
    onSuccess: async (person) => {
      await client.invalidateQueries({ queryKey: ['people-list'] });
      draft.forget();
      toast(t.added(v.name));
      onClose();
      if (person?.key) onAdded(person.key);
    },
    onError: intention.failed,
  });
  const refusal = mutation.error ? asApiError(mutation.error) : null;
  const submit = (e: FormEvent) => { e.preventDefault(); mutation.mutate(); };
  return (
    <Modal opened onClose={onClose} title={t.add} size={440} centered>
      <form ref={firstField} className="form" onSubmit={submit}>
        {draft.restored && <p className="small t3">{ui.draftBack}</p>}
        {manages && <Choice label={t.kind} value={v.kind} onValue={put('kind')} options={[{ value: 'staff', label: t.staff }, { value: 'contact', label: t.contact }]} />}
        <Field label={t.name} required value={v.name} onValue={put('name')} error={refusal?.field('name')} />
        <Field label={t.email} type="email" required={v.kind === 'staff'} value={v.email} onValue={put('email')} error={refusal?.field('email')} />
        <Field label={t.organisation} value={v.organisation} onValue={put('organisation')} />
        <Choice label={t.language} value={v.language} onValue={put('language')} options={[['en', 'English'], ['de', 'Deutsch'], ['pl', 'Polski'], ['fr', 'Français'], ['es', 'Español'], ['it', 'Italiano'], ['cs', 'Čeština'], ['hu', 'Magyar']].map(([value, label]) => ({ value: value!, label: label! }))} />
        <Field label={t.timeZone} placeholder="Europe/Warsaw" value={v.timeZone} onValue={put('timeZone')} error={refusal?.field('timeZone')} />
        <ErrorNote error={mutation.error} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <button type="button" className="btn l" onClick={cancel}>{ui.cancel}</button>
          <button type="submit" className="btn l p" disabled={mutation.isPending}>{t.save}</button>
        </div>
      </form>
    </Modal>
  );
}
