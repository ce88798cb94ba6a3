import type { ReactNode } from 'react';
import { useWords } from '@/shared/i18n/language';
import type { IsoDate } from '@/shared/dates';
import { DateText } from './DateText';
import { Shape, type ShapeName } from './Shape';
import { uiWords } from './words';

export interface Cause { shape?: ShapeName; text: string; businessDays: number; date?: IsoDate | null; evidence?: ReactNode }

/** The chain behind a forecast; the days add up to the slip, steps without delay show 0 BD. */
export function CauseList({ causes }: { causes: Cause[] }) {
  const t = useWords(uiWords);
  return (
    <ol className="causes">
      {causes.map((c) => (
        <li key={c.text}>
          <Shape name={c.shape ?? 'ring'} className={c.businessDays > 0 ? 'acc' : 't3'} />
          <b>{c.text}</b>
          <b className={`tn nw ${c.businessDays > 0 ? 'late' : c.businessDays < 0 ? 'ok' : 't3'}`}>{c.businessDays > 0 ? `+${t.days(c.businessDays)}` : t.days(c.businessDays).replace('-', '−')}</b>
          <span className="ev"><DateText date={c.date} />{c.evidence && <>, {c.evidence}</>}</span>
        </li>
      ))}
    </ol>
  );
}
