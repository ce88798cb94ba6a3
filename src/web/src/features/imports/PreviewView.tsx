import { useState } from 'react';
import { useWords } from '@/shared/i18n/language';
import { sayName } from '@/shared/api/history';
import { countryName } from '@/shared/countries';
import { ErrorNote } from '@/ui/ErrorState';
import { StatusBadge } from '@/ui/StatusBadge';
import type { Preview, PreviewRow } from './api';
import { importWords } from './words';

const MOST = 300;
type Show = 'all' | PreviewRow['action'] | 'wrong' | 'ignored';

/** Every row with what would happen to it; wrong cells named with what to write instead. */
export function PreviewView({ preview, onAccept, pending, error }: { preview: Preview; onAccept: () => void; pending: boolean; error: unknown }) {
  const t = useWords(importWords);
  const [show, setShow] = useState<Show>(preview.problems.length > 0 ? 'wrong' : 'all');
  const count = (action: PreviewRow['action']) => preview.rows.filter((r) => r.action === action).length;
  const writes = count('new') + count('changed');
  const chip = (value: Show, word: string, n: number) => <button type="button" className="chip" aria-pressed={show === value} onClick={() => setShow(value)}>{word} <b>{n}</b></button>;
  const shown = preview.rows.filter((r) => show === 'all' || r.action === show);
  const kindWord = (kind: string) => ({ study: t.study, country: t.country, 'study-country': t.country, site: t.site })[kind] ?? kind;
  return (
    <section>
      <h2>{preview.title ?? t.preview}</h2>
      <div className="counts">
        {chip('all', t.all, preview.rows.length)}{chip('new', t.newRows, count('new'))}{chip('changed', t.changed, count('changed'))}{chip('unchanged', t.unchanged, count('unchanged'))}
        {chip('ignored', t.ignored, preview.ignored.length)}{chip('wrong', t.wrong, preview.problems.length)}
      </div>
      {show === 'wrong' ? (
        <>
          {preview.problems.length > 0 && <p className="risk">{t.wrongNote(preview.problems.length)}</p>}
          <div className="tscroll" tabIndex={0} role="region" aria-label={t.wrong}>
            <table className="tb">
              <thead><tr><th>{t.wrongCell}</th><th>{t.wrongValue}</th><th>{t.wrongWhy}</th></tr></thead>
              <tbody>{preview.problems.slice(0, MOST).map((p, i) => <tr key={i}><td><StatusBadge tone="late" word={p.where} /></td><td className="ell" style={{ maxWidth: 260 }}>{p.value || '–'}</td><td className="wrapping">{p.message}</td></tr>)}</tbody>
            </table>
          </div>
        </>
      ) : show === 'ignored' ? <ul className="col">{preview.ignored.slice(0, MOST).map((text) => <li key={text}>{text}</li>)}</ul> : (
        <div className="tscroll" tabIndex={0} role="region" aria-label={t.preview}>
          <table className="tb">
            <thead><tr><th>{t.action}</th><th>{t.kind}</th><th>{t.name}</th><th>{t.change}</th><th>{t.where}</th></tr></thead>
            <tbody>
              {shown.slice(0, MOST).map((r) => (
                <tr key={`${r.kind}${r.key}`}>
                  <td>{r.action === 'new' ? <StatusBadge tone="ok" word={t.newRows} /> : r.action === 'changed' ? <StatusBadge tone="risk" word={t.changed} /> : <StatusBadge tone="none" shape="dash" word={t.unchanged} />}</td>
                  <td className="t2">{kindWord(r.kind)}</td>
                  <td className="ell" style={{ maxWidth: 420, fontWeight: 500 }} title={r.title}>{r.kind !== 'site' && r.title.length === 2 ? countryName(r.title) : r.title}</td>
                  <td className="wrapping">{r.changes.map((c) => <div key={c.field}>{sayName(c.field)} {c.old && <><span className="was">{c.old}</span> </>}<b>{c.new}</b></div>)}</td>
                  <td className="t3">{r.where}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length > MOST && <p className="t3">{t.more(shown.length - MOST)}</p>}
        </div>
      )}
      <ErrorNote error={error} />
      <div className="docked">
        {writes === 0 ? <span className="t2">{t.nothing}</span> : <button type="button" className="btn p l" disabled={pending} onClick={onAccept}>{t.accept(writes)}</button>}
      </div>
    </section>
  );
}
