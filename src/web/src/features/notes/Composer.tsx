import { useState, type FormEvent, type ReactNode } from 'react';
import { PersonPicker } from '@/features/commands/PersonPicker';
import { useWords } from '@/shared/i18n/language';
import { useOwnerName } from '@/shared/roles';
import { ErrorNote } from '@/ui/ErrorState';
import { TextArea } from '@/ui/Field';
import { Icon } from '@/ui/icons';
import { noteWords } from './words';

/** Words and whom they shall reach. What was typed stays until it is saved; `draft` keeps it over a reload. */
export function Composer({ label, draft, busy, error, onSend, cancel }: {
  label: string; draft: string; busy: boolean; error: unknown; onSend: (text: string, mentions: string[]) => Promise<unknown>; cancel?: ReactNode;
}) {
  const t = useWords(noteWords);
  const name = useOwnerName();
  const key = `startup.draft.${draft}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  const [mentions, setMentions] = useState<string[]>([]);
  const type = (value: string) => { setText(value); if (value) sessionStorage.setItem(key, value); else sessionStorage.removeItem(key); };
  const submit = (e: FormEvent) => {
    e.preventDefault();
    if (text.trim()) void onSend(text.trim(), mentions).then(() => { type(''); setMentions([]); }, () => undefined);
  };
  return (
    <form className="form note-form" onSubmit={submit}>
      <TextArea label={label} value={text} onValue={type} />
      <div className="row wrap" style={{ alignItems: 'flex-end' }}>
        <div style={{ width: 240 }}><PersonPicker key={mentions.length} label={t.mention} value={undefined} onValue={(p) => setMentions((all) => (all.includes(p) ? all : [...all, p]))} /></div>
        {mentions.map((p) => <button key={p} type="button" className="chip" onClick={() => setMentions((all) => all.filter((x) => x !== p))}>@{name(p)} <Icon name="x" small /><span className="sr">{t.remove}</span></button>)}
        <span className="grow" />
        {cancel}
        <button type="submit" className="btn p" disabled={busy || !text.trim()}>{t.save}</button>
      </div>
      <ErrorNote error={error} />
    </form>
  );
}
