import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CommandDialog } from '@/features/commands/CommandDialog';
import type { Act } from '@/features/commands/types';
import { sendCommand, sendCreation } from '@/features/commands/send';
import { newKey } from '@/shared/api/client';
import { useIntention } from '@/shared/api/intention';
import { useRight, useSession } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { useOwnerName } from '@/shared/roles';
import { InstantText } from '@/ui/DateText';
import { ErrorState } from '@/ui/ErrorState';
import { SkeletonRows } from '@/ui/Skeleton';
import { Composer } from './Composer';
import './notes.css';
import { notesQuery, type NoteThread } from './queries';
import { noteWords } from './words';

const withdraw: Act = { type: 'note.withdraw', label: ['Take the note back...', 'Notiz zurücknehmen...'], fields: [], reason: 'required' };

/** What colleagues write each other about a site; the site does not see it. */
export function Notes({ site }: { site: string }) {
  const t = useWords(noteWords);
  const client = useQueryClient();
  const notes = useQuery(notesQuery(site));
  const may = useRight('doTasks');
  const fresh = () => Promise.all([client.invalidateQueries({ queryKey: ['notes'] }), client.invalidateQueries({ queryKey: ['work'] })]);
  const intention = useIntention();
  const write = useMutation({ mutationFn: (v: { text: string; mentions: string[] }) => sendCreation('notes', { type: 'note.write', scope: { site }, text: v.text, mentions: v.mentions }, intention.key), onError: intention.failed, onSuccess: () => { intention.done(); return fresh(); } });
  if (notes.error && !notes.data) return <ErrorState error={notes.error} onRetry={() => void notes.refetch()} />;
  return (
    <section aria-label={t.title}>
      <h2>{t.title}</h2>
      <p className="t3 small">{t.internal}</p>
      {may && <Composer label={t.write} draft={`note.${site}`} busy={write.isPending} error={write.error} onSend={(text, mentions) => write.mutateAsync({ text, mentions })} />}
      {!notes.data ? <SkeletonRows rows={3} /> : notes.data.length === 0 ? <p className="t3">{t.none}</p> : notes.data.map((n) => <Thread key={n.key} note={n} may={may} onChanged={fresh} />)}
    </section>
  );
}

function Thread({ note, may, onChanged }: { note: NoteThread; may: boolean; onChanged: () => Promise<unknown> }) {
  const t = useWords(noteWords);
  const name = useOwnerName();
  const me = useSession().person?.key;
  const [open, setOpen] = useState(false);
  const [back, setBack] = useState(false);
  const intention = useIntention();
  const reply = useMutation({ mutationFn: (v: { text: string; mentions: string[] }) => sendCommand({ kind: 'notes', key: note.key }, { type: 'note.reply', text: v.text, mentions: v.mentions }, intention.key), onError: intention.failed, onSuccess: async () => { intention.done(); setOpen(false); await onChanged(); } });
  const seen = useMutation({ mutationFn: () => sendCommand({ kind: 'notes', key: note.key }, { type: 'note.acknowledge' }, newKey()), onSuccess: onChanged });
  return (
    <article className="note-thread">
      {note.messages.map((m, i) => (
        <div key={m.at} className={i > 0 ? 'answer' : ''}>
          <div className="row small"><b>{name(m.by)}</b><span className="t3"><InstantText instant={m.at} /></span>{m.mentions.map((p) => <span key={p} className="tag">@{name(p)}</span>)}</div>
          <p className="words">{m.text ?? t.unreadable}</p>
        </div>
      ))}
      {note.waiting.length > 0 && <p className="t3 small">{t.waiting(note.waiting.map((p) => name(p)).join(', '))}</p>}
      {may && (open
        ? <Composer label={t.reply} draft={`reply.${note.key}`} busy={reply.isPending} error={reply.error} onSend={(text, mentions) => reply.mutateAsync({ text, mentions })} cancel={<button type="button" className="btn" onClick={() => setOpen(false)}>{t.cancel}</button>} />
        : <div className="row"><button type="button" className="act" onClick={() => setOpen(true)}>{t.reply}</button>
          {me && note.waiting.includes(me) && <button type="button" className="act" disabled={seen.isPending} onClick={() => seen.mutate()}>{t.seen}</button>}
          {note.messages[0]?.by === me && <button type="button" className="act" onClick={() => setBack(true)}>{t.withdraw}</button>}</div>)}
      {back && <CommandDialog act={withdraw} target={{ kind: 'notes', key: note.key, version: note.version, name: note.messages[0]?.text?.slice(0, 80) ?? '' }} onClose={() => { setBack(false); void onChanged(); }} />}
    </article>
  );
}
