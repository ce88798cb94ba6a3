import { Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { get, newKey, post } from '@/shared/api/client';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { firstField } from '@/ui/firstField';
import { InstantText } from '@/ui/DateText';
import { ErrorNote } from '@/ui/ErrorState';
import { TextArea } from '@/ui/Field';
import { useToast } from '@/ui/Toasts';
import { uiWords } from '@/ui/words';
import { blockedWords } from './words';

interface Line { id: string; source: string; to: string; what: string; error: string; since: string; study: string | null; site: string | null }

/** Mails, calls and commands that were given up; nothing when there are none. */
export function Undeliverable() {
  const t = useWords(blockedWords);
  const may = useRight('unblockPlans');
  const [again, setAgain] = useState<Line | null>(null);
  const lines = useQuery({ queryKey: ['undeliverable'], queryFn: ({ signal }) => get<Line[]>('/deliveries/undeliverable', signal), enabled: may });
  if (!lines.data?.length) return null;
  return (
    <section className="pad" aria-label={t.undeliverable} style={{ paddingTop: 16 }}>
      <h2>{t.undeliverable}</h2>
      <div className="tscroll" tabIndex={0} role="region" aria-label={t.undeliverable}>
        <table className="tb">
          <thead><tr><th>{t.message}</th><th>{t.cause}</th><th>{t.where}</th><th>{t.since}</th><td /></tr></thead>
          <tbody>
            {lines.data.map((l) => (
              <tr key={l.id}>
                <td>{l.what}<div className="t3 small">{t.toWhom(l.to)}</div></td>
                <td className="wrapping" style={{ maxWidth: 520 }}>{l.error}</td>
                <td className="t2">{l.site ?? l.study ?? l.source}</td>
                <td className="t2"><InstantText instant={l.since} /></td>
                <td className="num"><button type="button" className="act" onClick={() => setAgain(l)}>{t.retry}<span className="sr">: {l.what}</span></button></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {again && <RetryDialog line={again} onClose={() => setAgain(null)} />}
    </section>
  );
}

function RetryDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const t = useWords(blockedWords);
  const ui = useWords(uiWords);
  const client = useQueryClient();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [key] = useState(newKey);
  const mutation = useMutation({
    mutationFn: () => post(`/deliveries/${encodeURIComponent(line.id)}/retry`, { reason: reason.trim() }, { idempotencyKey: key }),
    onSuccess: async () => { await client.invalidateQueries(); toast(t.done); onClose(); },
  });
  const submit = (e: FormEvent) => { e.preventDefault(); if (reason.trim()) mutation.mutate(); };
  return (
    <Modal opened onClose={onClose} title={`${t.retry}: ${line.what}`} size={460} centered>
      <form ref={firstField} className="form" onSubmit={submit}>
        <p className="t2">{line.error}</p>
        <TextArea label={t.reason} value={reason} onValue={setReason} required />
        <ErrorNote error={mutation.error} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <button type="button" className="btn l" onClick={onClose}>{ui.cancel}</button>
          <button type="submit" className="btn l p" disabled={mutation.isPending || !reason.trim()}>{t.retry}</button>
        </div>
      </form>
    </Modal>
  );
}
