import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { send } from '@/shared/api/client';
import { asApiError } from '@/shared/api/problem';
import { useSession } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { firstField } from '@/ui/firstField';
import { ErrorNote } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { useToast } from '@/ui/Toasts';
import { peopleWords } from './words';

/** Sets a password; one's own asks for the present one. */
export function SetPassword({ person, onClose }: { person: { key: string; name: string | null }; onClose: () => void }) {
  const t = useWords(peopleWords);
  const own = useSession().person?.key === person.key;
  const client = useQueryClient();
  const toast = useToast();
  const [password, setPassword] = useState('');
  const [current, setCurrent] = useState('');
  const mutation = useMutation({
    mutationFn: () => send(`/people/${encodeURIComponent(person.key)}/password`, { method: 'PUT', body: { password, ...(own ? { current } : {}) } }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: ['people-list'] }); toast(t.passwordSet); onClose(); },
  });
  const refusal = mutation.error ? asApiError(mutation.error) : null;
  const submit = (e: FormEvent) => { e.preventDefault(); mutation.mutate(); };
  return (
    <Modal opened onClose={onClose} title={`${t.password}: ${person.name ?? ''}`} size={420} centered>
      <form ref={firstField} className="form" onSubmit={submit}>
        {own && <Field label={t.current} type="password" autoComplete="current-password" required value={current} onValue={setCurrent} error={refusal?.field('current')} />}
        <Field label={t.newPassword} type="password" autoComplete="new-password" minLength={12} required value={password} onValue={setPassword} error={refusal?.field('password')} hint={own ? undefined : t.tellPassword} />
        <ErrorNote error={mutation.error} />
        <button type="submit" className="btn p l" disabled={mutation.isPending}>{t.setPassword}</button>
      </form>
    </Modal>
  );
}
