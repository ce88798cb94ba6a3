import { useState, type ReactNode } from 'react';
import { useWords } from '@/shared/i18n/language';
import { HistoryItem, type HistoryEntry } from './HistoryItem';
import { Icon } from './icons';
import { SkeletonRows } from './Skeleton';
import { uiWords } from './words';

/** The history of one thing, pushed beside the content and never over it. */
export function AuditDrawer({ entries, onClose, foot, field, onField }: {
  entries: HistoryEntry[] | undefined; onClose?: () => void; foot?: ReactNode;
  /** Only what changed this field. */
  field?: string | null; onField?: (field: string | null) => void;
}) {
  const t = useWords(uiWords);
  const [who, setWho] = useState('');
  const fields = [...new Set((entries ?? []).map((e) => e.field).filter((f): f is string => !!f))].sort();
  const people = [...new Set((entries ?? []).map((e) => e.who ?? ''))].sort();
  const shown = entries?.filter((e) => (!field || e.field === field) && (who === '' || (e.who ?? '') === (who === '-' ? '' : who)));
  return (
    <aside className="panel" aria-label={t.history}>
      <div className="sec sec-head">
        <Icon name="history" small />
        <h2 className="grow">{t.history}</h2>
        <kbd className="kbd no-print">H</kbd>
        {onClose && <button type="button" className="btn g ic" aria-label={t.close} onClick={onClose}><Icon name="x" /></button>}
      </div>
      {onField && entries && entries.length > 0 && (
        <div className="sec row no-print" style={{ gap: 8 }}>
          <select className="field" aria-label={t.field} value={field ?? ''} onChange={(e) => onField(e.target.value || null)}><option value="">{t.allFields}</option>{fields.map((f) => <option key={f}>{f}</option>)}</select>
          <select className="field" aria-label={t.who} value={who} onChange={(e) => setWho(e.target.value)}><option value="">{t.anyone}</option>{people.map((p) => <option key={p} value={p || '-'}>{p || t.byAutomatic}</option>)}</select>
        </div>
      )}
      {shown === undefined ? <SkeletonRows rows={5} /> : shown.length === 0
        ? <p className="sec t3">{t.noHistory}</p>
        : <ol className="sec hist">{shown.map((e) => <HistoryItem key={e.id} entry={e} />)}</ol>}
      {foot && <div className="sec">{foot}</div>}
    </aside>
  );
}
