import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { afterCommand, sendCreation } from '@/features/commands/send';
import { useIntention } from '@/shared/api/intention';
import { asApiError } from '@/shared/api/problem';
import { useDraft } from '@/shared/draft';
import { useWords } from '@/shared/i18n/language';
import { firstField } from '@/ui/firstField';
import { ErrorNote } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { useToast } from '@/ui/Toasts';
import { uiWords } from '@/ui/words';
import { sitesWords } from './words';

/** One site by hand; lists come by the import. */
export function AddSite({ study, onClose }: { study: string; onClose: () => void }) {
  const t = useWords(sitesWords);
  const ui = useWords(uiWords);
  const client = useQueryClient();
  const toast = useToast();
  const draft = useDraft(`add-site.${study}`, () => ({ code: '', institution: '', iso2: '', city: '', timeZone: '' }));
  const { values } = draft;
  const put = (name: keyof typeof values) => (value: string) => draft.put({ [name]: value });
  const cancel = () => { draft.forget(); onClose(); };
  const intention = useIntention();
  const mutation = useMutation({
    mutationFn: () => sendCreation('sites', {
      type: 'site.identify', study, iso2: values.iso2.trim().toUpperCase(), code: values.code.trim(), institution: values.institution.trim(),
      ...(values.city ? { city: values.city.trim() } : {}), ...(values.timeZone ? { timeZone: values.timeZone.trim() } : {}), source: 'list',
    }, intention.key),
    onSuccess: async () => {
      await Promise.all(afterCommand.map((name) => client.invalidateQueries({ queryKey: [name] })));
      draft.forget();
      toast(values.code);
      onClose();
    },
    onError: intention.failed,
  });
  const refusal = mutation.error ? asApiError(mutation.error) : null;
  const submit = (e: FormEvent) => { e.preventDefault(); mutation.mutate(); };
  return (
    <Modal opened onClose={onClose} title={t.newSite} size={440} centered>
      <form ref={firstField} className="form" onSubmit={submit}>
        {draft.restored && <p className="small t3">{ui.draftBack}</p>}
        <Field label={t.code} required placeholder="PL-04" value={values.code} onValue={put('code')} error={refusal?.field('code')} />
        <Field label={t.institution} required value={values.institution} onValue={put('institution')} error={refusal?.field('institution')} />
        <Field label={t.iso2} required maxLength={2} placeholder="PL" value={values.iso2} onValue={put('iso2')} error={refusal?.field('iso2')} />
        <Field label={t.city} value={values.city} onValue={put('city')} />
        <Field label={t.timeZone} placeholder="Europe/Warsaw" value={values.timeZone} onValue={put('timeZone')} error={refusal?.field('timeZone')} />
        <ErrorNote error={mutation.error} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <button type="button" className="btn l" onClick={cancel}>{ui.cancel}</button>
          <button type="submit" className="btn l p" disabled={mutation.isPending}>{t.save}</button>
        </div>
      </form>
    </Modal>
  );
}
