import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { SetPassword } from '@/features/people/SetPassword';
import { get, newKey, post, send } from '@/shared/api/client';
import { asApiError } from '@/shared/api/problem';
import { useSession } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { InstantText } from '@/ui/DateText';
import { ErrorNote, ErrorState } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { useToast } from '@/ui/Toasts';
import { tokenWords } from './words';

interface TokenLine { id: string; label: string; created: string; expires?: string | null }

/** One's own tokens: made, listed, ended. The secret is shown once. */
export default function TokensPage() {
  const t = useWords(tokenWords);
  const { person } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  const [label, setLabel] = useState('');
  const [days, setDays] = useState('90');
  const [own, setOwn] = useState(false);
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: ({ signal }) => get<TokenLine[]>('/session/tokens', signal) });
  const again = () => client.invalidateQueries({ queryKey: ['tokens'] });
  const make = useMutation({ mutationFn: () => post<{ token: string }>('/session/tokens', { label: label.trim(), days: Number(days) }, { idempotencyKey: newKey() }), onSuccess: () => { setLabel(''); return again(); } });
  const end = useMutation({ mutationFn: (id: string) => send(`/session/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' }), onSuccess: () => { toast(t.revoked); return again(); } });
  const refusal = make.error ? asApiError(make.error) : null;
  const submit = (e: FormEvent) => { e.preventDefault(); make.mutate(); };
  return (
    <>
      <PageHeader title={t.title} sub={t.sub} acts={person && <button type="button" className="btn" onClick={() => setOwn(true)}>{t.changePassword}</button>} />
      <div className="pad col" style={{ maxWidth: 720, gap: 16 }}>
        {make.data ? (
          <div className="note ok" role="status">
            <div className="col">
              <b>{t.made}</b>
              <code style={{ wordBreak: 'break-all', fontFamily: 'var(--mono)', color: 'var(--text)' }}>{make.data.token}</code>
              <span className="row">
                <button type="button" className="btn" onClick={() => void navigator.clipboard?.writeText(make.data.token).then(() => toast(t.copied))}>{t.copy}</button>
                <button type="button" className="btn g" onClick={() => make.reset()}>{t.hide}</button>
              </span>
            </div>
          </div>
        ) : (
          <form className="form" style={{ maxWidth: 360 }} onSubmit={submit}>
            <Field label={t.label} required maxLength={100} value={label} onValue={setLabel} error={refusal?.field('label')} />
            <Field label={t.days} inputMode="numeric" required value={days} onValue={setDays} error={refusal?.field('days')} />
            <ErrorNote error={make.error} />
            <button type="submit" className="btn p l" disabled={make.isPending}>{t.make}</button>
          </form>
        )}
        {tokens.error ? <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} /> : !tokens.data ? <SkeletonRows rows={3} /> : tokens.data.length === 0 ? <p className="t3">{t.none}</p> : (
          <table className="tb">
            <thead><tr><th>{t.name}</th><th>{t.created}</th><th>{t.expires}</th><td /></tr></thead>
            <tbody>{tokens.data.map((x) => <tr key={x.id}><td className="strong">{x.label}</td><td className="t2"><InstantText instant={x.created} /></td><td className="t2">{x.expires ? <InstantText instant={x.expires} /> : '–'}</td><td className="num"><button type="button" className="act" onClick={() => end.mutate(x.id)}>{t.revoke}<span className="sr">: {x.label}</span></button></td></tr>)}</tbody>
          </table>
        )}
        <ErrorNote error={end.error} />
      </div>
      {own && person && <SetPassword person={person} onClose={() => setOwn(false)} />}
    </>
  );
}
