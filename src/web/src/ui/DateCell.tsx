import { useWords } from '@/shared/i18n/language';
import type { FourDates } from '@/shared/types';
import { DateText } from './DateText';
import { uiWords } from './words';

/** A forecast opens the chain of its causes. */
export function ForecastDate({ date, onWhy }: { date: FourDates['forecast']; onWhy?: (() => void) | undefined }) {
  const t = useWords(uiWords);
  if (!date || !onWhy) return <DateText date={date} />;
  return (
    <button type="button" className="why" onClick={onWhy} title={t.whyThisDate}>
      <DateText date={date} />
      <span className="sr">, {t.whyThisDate}</span>
    </button>
  );
}

/** The four table cells of one milestone, in the order in which people compare them. */
export function DateCells({ dates, onWhy }: { dates: FourDates; onWhy?: () => void }) {
  return (
    <>
      <td className="num t2"><DateText date={dates.baseline} /></td>
      <td className="num"><DateText date={dates.planned} /></td>
      <td className="num">{dates.actual ? <DateText date={null} /> : <ForecastDate date={dates.forecast} onWhy={onWhy} />}</td>
      <td className="num">{dates.actual ? <b><DateText date={dates.actual} /></b> : <DateText date={null} />}</td>
    </>
  );
}
