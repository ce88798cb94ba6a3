import { useWords } from '@/shared/i18n/language';
import type { IsoDate } from '@/shared/dates';
import { DateText } from './DateText';
import { Shape } from './Shape';
import { uiWords } from './words';

export interface Clock {
  state: 'running' | 'stopped' | 'none' | 'ended';
  /** Who holds it, or why it stands. */
  note?: string;
  day?: number;
  of?: number;
  basis?: 'calendar' | 'business';
  statutoryDue?: IsoDate | null;
  target?: IsoDate | null;
}

/** The clock of a submission; its basis is always said, and the law's date differs from ours. */
export function ClockBadge({ clock }: { clock: Clock }) {
  const t = useWords(uiWords);
  const word = { running: t.clockRuns, stopped: t.clockStopped, none: t.noClock, ended: t.clockDone }[clock.state];
  const share = clock.of ? Math.min(1, (clock.day ?? 0) / clock.of) : 0;
  return (
    <span className="clock">
      <span className={`st ${clock.state === 'running' ? 'acc' : clock.state === 'ended' ? 'ok' : ''}`}>
        <Shape name={clock.state === 'running' ? 'half' : clock.state === 'stopped' ? 'bars' : clock.state === 'ended' ? 'tick' : 'ring'} />
        {clock.note ? `${word}, ${clock.note}` : word}
      </span>
      {clock.of !== undefined && (
        <>
          <span className={`bar ${clock.state === 'stopped' ? 'stopped' : ''}`}><i style={{ width: `${share * 100}%` }} /></span>
          <b className="small tn">{t.clockDay(clock.day ?? 0, clock.of, clock.basis === 'business' ? t.businessDaysBasis : t.calendarDays)}</b>
        </>
      )}
      {clock.statutoryDue && <span className="small t3">{t.statutoryDue} <DateText date={clock.statutoryDue} /></span>}
      {clock.target && <span className="small t3">{t.target} <DateText date={clock.target} /></span>}
    </span>
  );
}
