import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { newKey, post } from '@/shared/api/client';
import { useWords } from '@/shared/i18n/language';
import { InstantText } from '@/ui/DateText';
import { ErrorNote, ErrorState } from '@/ui/ErrorState';
import { TextArea } from '@/ui/Field';
import { useToast } from '@/ui/Toasts';
import { heldMailQuery } from './queries';
import { operationsWords } from './words';

/** Mail that waits; after a restore nothing leaves before a person has looked. */
export function HeldMail() {
  const t = useWords(operationsWords);
  const client = useQueryClient();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const { data, error, refetch } = useQuery(heldMailQuery);
  const act = useMutation({
    mutationFn: (path: string) => post(`/operations/held-mail/${path}`, { reason: reason.trim() }, { idempotencyKey: newKey() }),
    onSuccess: async () => { toast(t.done); await client.invalidateQueries({ queryKey: ['operations'] }); },
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const can = reason.trim().length > 0 && !act.isPending;
  const submit = (e: FormEvent) => { e.preventDefault(); if (can && data.held) act.mutate('release'); };
  return (
    <section className="col" aria-label={t.waitingMail}>
      <h2>{t.waitingMail}</h2>
      {data.held && <div className="note warn" role="status"><div className="col"><b>{t.held}</b><span>{data.held.reason}</span><span>{t.heldHow}</span></div></div>}
      {data.items.length === 0 ? <p className="t3">{t.noMail}</p> : (
        <div className="tscroll" tabIndex={0} role="region" aria-label={t.waitingMail}>
          <table className="tb">
            <thead><tr><th>{t.mail}</th><th>{t.to}</th><th>{t.due}</th><th>{t.cause}</th><th /></tr></thead>
            <tbody>
              {data.items.map((m) => (
                <tr key={m.id}>
                  <td className="strong">{m.template ?? m.target}</td><td>{m.to}</td><td className="t2"><InstantText instant={m.due} /></td><td className="t2">{m.source}</td>
                  <td className="num"><button type="button" className="act" disabled={!can} onClick={() => act.mutate(`${encodeURIComponent(m.id)}/discard`)}>{t.discard}<span className="sr">: {m.template ?? m.target}, {m.to}</span></button></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {(data.held || data.items.length > 0) && (
        <form className="form" style={{ maxWidth: 460 }} onSubmit={submit}>
          <TextArea label={t.reason} value={reason} onValue={setReason} required />
          <ErrorNote error={act.error} />
          {data.held && <button type="submit" className="btn p l" disabled={!can}>{t.release}</button>}
        </form>
      )}
    </section>
  );
}
