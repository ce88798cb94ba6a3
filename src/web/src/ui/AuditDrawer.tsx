import type { ReactNode } from 'react';
import { useWords } from '@/shared/i18n/language';
import { HistoryItem, type HistoryEntry } from './HistoryItem';
import { Icon } from './icons';
import { SkeletonRows } from './Skeleton';
import { uiWords } from './words';

/** The history of one thing, pushed beside the content and never over it. */
export function AuditDrawer({ entries, onClose, foot }: { entries: HistoryEntry[] | undefined; onClose?: () => void; foot?: ReactNode }) {
  const t = useWords(uiWords);
  return (
    <aside className="panel" aria-label={t.history}>
      <div className="sec sec-head">
        <Icon name="history" small />
        <h2 className="grow">{t.history}</h2>
        <kbd className="kbd no-print">H</kbd>
        {onClose && <button type="button" className="btn g ic" aria-label={t.close} onClick={onClose}><Icon name="x" /></button>}
      </div>
      {entries === undefined ? <SkeletonRows rows={5} /> : entries.length === 0
        ? <p className="sec t3">{t.noHistory}</p>
        : <ol className="sec hist">{entries.map((e) => <HistoryItem key={e.id} entry={e} />)}</ol>}
      {foot && <div className="sec">{foot}</div>}
    </aside>
  );
}
