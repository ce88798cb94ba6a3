import { list, text, type RecordRow } from '@/shared/api/records';
import { sayName } from '@/shared/api/history';
import { useWords } from '@/shared/i18n/language';
import { ClockBadge, type Clock } from '@/ui/ClockBadge';
import { DateText } from '@/ui/DateText';
import { Icon } from '@/ui/icons';
import { SkeletonRows } from '@/ui/Skeleton';
import { StatusBadge } from '@/ui/StatusBadge';
import { LazyActMenu } from './LazyActMenu';
import { recordTone } from './tone';
import { siteWords } from './words';

interface RawClock { state?: string; status?: string; note?: string; reason?: string; day?: number; of?: number; length?: number; basis?: string; due?: string; statutoryDue?: string }

/** What the server says about the clock; nothing is counted here. */
export function clockOf(row: RecordRow): Clock | null {
  const raw = (row.details.clock as RawClock | null) ?? list<RawClock>(row.details.clocks).at(-1);
  if (!raw) return null;
  const state = (raw.state ?? raw.status ?? 'none') as Clock['state'];
  return {
    state: ['running', 'stopped', 'none', 'ended'].includes(state) ? state : 'none', ...((raw.note ?? raw.reason) ? { note: raw.note ?? raw.reason! } : {}),
    ...(raw.day === undefined ? {} : { day: raw.day }), ...((raw.of ?? raw.length) === undefined ? {} : { of: (raw.of ?? raw.length)! }),
    basis: raw.basis === 'business' ? 'business' : 'calendar', statutoryDue: raw.statutoryDue ?? raw.due ?? null,
  };
}

/** Submissions with their clocks. */
export function Submissions({ rows, study }: { rows: RecordRow[] | undefined; study: string }) {
  const t = useWords(siteWords);
  if (!rows) return <SkeletonRows rows={2} />;
  return (
    <section aria-label={t.submissions}>
      <h2>{t.submissions}</h2>
      {rows.length === 0 && <p className="t3">{t.noSubmissions}</p>}
      {rows.map((r) => {
        const clock = clockOf(r);
        const submitted = text(r.details.submittedOn) ?? text(r.details.submitted);
        return (
          <div key={r.key} className="line">
            <Icon name="authority" small />
            <div className="row wrap" style={{ gap: '4px 24px', alignItems: 'flex-start' }}>
              <div style={{ minWidth: 220 }}>
                <b>{r.title ?? sayName(r.type ?? r.key)}</b>
                <div className="small t3">{submitted ? <>{t.submittedOn} <DateText date={submitted} /></> : text(r.details.body)}</div>
              </div>
              <StatusBadge {...recordTone(r.status)} word={r.statusWord} />
              {clock && <ClockBadge clock={clock} />}
              {r.due && <span className="small t3">{t.due} <DateText date={r.due} /></span>}
            </div>
            <LazyActMenu kind="submissions" row={r} study={study} />
          </div>
        );
      })}
    </section>
  );
}
