import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Brand } from '@/app/Brand';
import { appWords } from '@/app/words';
import { asApiError } from '@/shared/api/problem';
import { setUp } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { ErrorNote } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';

/** The first account, offered only while there is no administrator. */
export function SetUpPage() {
  const t = useWords(appWords);
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const mutation = useMutation({
    mutationFn: () => setUp({ name: name.trim(), email: email.trim(), password }),
    onSuccess: () => client.invalidateQueries(),
  });
  const refusal = mutation.error ? asApiError(mutation.error) : null;
  const submit = (e: FormEvent) => {
    e.preventDefault();
    mutation.mutate();
  };
  return (
    <main className="center">
      <form className="sheet form" onSubmit={submit} aria-labelledby="set-up">
        <Brand />
        <div>
          <h1 id="set-up">{t.setUp}</h1>
          <p className="t2">{t.setUpText}</p>
        </div>
        <Field label={t.yourName} autoComplete="name" autoFocus required value={name} onValue={setName} error={refusal?.field('name')} />
        <Field label={t.email} type="email" autoComplete="username" required value={email} onValue={setEmail} error={refusal?.field('email')} />
        <Field label={t.newPassword} type="password" autoComplete="new-password" required minLength={12} value={password} onValue={setPassword}
          hint={t.passwordShort} error={refusal?.field('password')} />
        <ErrorNote error={mutation.error} />
        <button type="submit" className="btn p l" disabled={mutation.isPending}>{t.create}</button>
      </form>
    </main>
  );
}
