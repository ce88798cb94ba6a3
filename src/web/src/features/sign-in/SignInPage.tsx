import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Brand } from '@/app/Brand';
import { appWords } from '@/app/words';
import { asApiError } from '@/shared/api/problem';
import { signIn } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { ErrorNote } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { Shape } from '@/ui/Shape';

/** One form, one button; what was typed stays when it is refused. */
export function SignInPage() {
  const t = useWords(appWords);
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const mutation = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: () => client.invalidateQueries(),
  });
  const submit = (e: FormEvent) => {
    e.preventDefault();
    mutation.mutate();
  };
  const refused = mutation.error && [400, 401, 403].includes(asApiError(mutation.error).status);
  return (
    <main className="center">
      <form className="sheet form" onSubmit={submit} aria-labelledby="sign-in">
        <Brand />
        <div>
          <h1 id="sign-in">{t.signIn}</h1>
          <p className="t2">{t.signInText}</p>
        </div>
        <Field label={t.email} type="email" autoComplete="username" autoFocus required value={email} onValue={setEmail} />
        <Field label={t.password} type="password" autoComplete="current-password" required value={password} onValue={setPassword} />
        {refused ? (
          <div className="note late" role="alert"><Shape name="triangle" /><div><b>{t.signInFailed}.</b> {t.signInFailedHow}</div></div>
        ) : <ErrorNote error={mutation.error} />}
        <button type="submit" className="btn p l" disabled={mutation.isPending}>{mutation.isPending ? t.signingIn : t.signIn}</button>
      </form>
    </main>
  );
}
