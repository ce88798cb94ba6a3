import { Fragment } from 'react';
import { formatDate, formatInstant, type IsoDate } from '@/shared/dates';

/** One date as 12-Mar-2026; an en dash where there is none. It never wraps. */
export function DateText({ date, className }: { date: IsoDate | null | undefined; className?: string }) {
  if (!date) return <span className={`dt t3${className ? ` ${className}` : ''}`}>–</span>;
  const [day, ...rest] = formatDate(date).split('-');
  return (
    <time dateTime={date} className={`dt${className ? ` ${className}` : ''}`}>
      {day}
      {rest.map((part) => <Fragment key={part}><i>-</i>{part}</Fragment>)}
    </time>
  );
}

/** An instant in the reader's zone; the exact UTC instant on hover. */
export function InstantText({ instant, className }: { instant: string; className?: string }) {
  const [date, time] = formatInstant(instant).split(' ');
  const parts = (date ?? '').split('-');
  return (
    <time dateTime={instant} title={instant} className={`dt${className ? ` ${className}` : ''}`}>
      {parts.map((part, i) => <Fragment key={part}>{i > 0 && <i>-</i>}{part}</Fragment>)} {time}
    </time>
  );
}
