import type { ReactNode } from 'react';
import { useWords } from '@/shared/i18n/language';
import { uiWords } from '@/ui/words';
import { timelineWords } from './words';

/** What the marks mean: colour, shape and word. */
export function Legend() {
  const t = useWords(timelineWords);
  const ui = useWords(uiWords);
  const bar = (className: string) => <svg width="20" height="8" aria-hidden="true"><rect x="0.5" y="0.5" width="19" height="7" className={className} /></svg>;
  const mark = (className: string) => <svg width="12" height="12" aria-hidden="true"><path d="M6 1l5 5-5 5-5-5z" className={className} /></svg>;
  const items: [ReactNode, string][] = [
    [bar('tl-actual'), t.actual], [bar('tl-fc'), t.forecast], [bar('tl-cb'), ui.toCautious], [mark('tl-plan'), t.planned], [mark('tl-base'), t.baseline], [bar('tl-crit'), ui.criticalPath],
    [<svg key="s" width="20" height="6" aria-hidden="true"><line x1="0" x2="20" y1="3" y2="3" className="tl-slip" /></svg>, t.slip], [bar('tl-off'), t.daysOff],
  ];
  return <div className="tl-legend">{items.map(([picture, word]) => <span key={word}>{picture}{word}</span>)}<span className="t3">{t.none}</span></div>;
}
