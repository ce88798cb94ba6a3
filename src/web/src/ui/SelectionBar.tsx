import type { ReactNode } from 'react';
import { useWords } from '@/shared/i18n/language';
import { uiWords } from './words';

/** Docked under the grid, so that it never covers a row. The second line carries value, reason and reach. */
export function SelectionBar({ count, what, onClear, acts, detail }: {
  count: number; what: string; onClear: () => void; acts?: ReactNode; detail?: ReactNode;
}) {
  const t = useWords(uiWords);
  if (count === 0) return null;
  return (
    <div className="selbar" role="region" aria-label={t.selected(count, what)}>
      <div className="line">
        <b aria-live="polite">{t.selected(count, what)}</b>
        <button type="button" className="btn g" onClick={onClear}><kbd className="kbd">Esc</kbd> {t.clears}</button>
        <span className="grow" />
        {acts}
      </div>
      {detail && <div className="line">{detail}</div>}
    </div>
  );
}
