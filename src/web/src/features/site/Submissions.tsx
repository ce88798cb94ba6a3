import { list, text, type RecordRow } from '@/shared/api/records';
import { sayName } from '@/shared/api/history';
import { codeWord, statusWord } from '@/shared/i18n/codes';
import { useWords } from '@/shared/i18n/language';
import { ClockBadge, type Clock } from '@/ui/ClockBadge';
import { DateText } from '@/ui/DateText';
import { Icon } from '@/ui/icons';
import { SkeletonRows } from '@/ui/Skeleton';
import { StatusBadge } from '@/ui/StatusBadge';
import { LazyActMenu } from './LazyActMenu';
import { Rfis } from './Rfis';
import { recordTone } from './tone';
import { siteWords } from './words';
import { keepDates } from '@/features/work/taskForm';

interface Stretch { holder?: string; stopped?: boolean; to?: string | null }

/** What the server says about the clock; nothing is counted here. */
export function clockOf(row: RecordRow, rfiWord: string): Clock | null {
  const d = row.details;
  const due = text(d.statutoryDue);
  if (!text(d.clockName) && !due) return null;
  const now = list<Stretch>(d.stretches).find((s) => !s.to);
  const state: Clock['state'] = row.status === 'decided' ? 'ended' : !text(d.submittedOn) ? 'none' : now?.stopped ? 'stopped' : 'running';
  return { state, ...(row.status === 'rfi-open' ? { note: rfiWord } : text(d.clockName) ? { note: text(d.clockName)! } : {}), statutoryDue: state === 'ended' ? null : due, target: row.status === 'rfi-open' ? text(d.rfiDue) : null };
}

/** Submissions with their clocks. */
export function Submissions({ rows, study, brief, heading }: { rows: RecordRow[] | undefined; study: string; brief?: boolean; heading?: string }) {
  const t = useWords(siteWords);
  if (!rows) return <SkeletonRows rows={2} />;
  return (
    <section aria-label={heading ?? t.submissions}>
      <h2>{heading ?? t.submissions}</h2>
      {rows.length === 0 && <p className="t3">{t.noSubmissions}</p>}
      {rows.map((r) => {
        const clock = clockOf(r, t.rfi);
        const explained = list<string>(r.details.dueExplained);
        const submitted = text(r.details.submittedOn) ?? text(r.details.submitted);
        return (
          <div key={r.key} className="line">
            <Icon name="authority" small />
            <div className="row wrap" style={{ gap: '4px 24px', alignItems: 'flex-start' }}>
              <div style={{ minWidth: 220 }}>
                <b>{!r.title || r.title === r.type ? codeWord('submission', r.type ?? '') ?? sayName(r.type ?? r.key) : r.title}</b>
                <div className="small t3">{submitted ? <>{t.submittedOn} <DateText date={submitted} /></> : text(r.details.body)}</div>
              </div>
              <StatusBadge {...recordTone(text(r.details.decision) ?? r.status)} word={text(r.details.decision) ? statusWord('decision', text(r.details.decision)!) : r.statusWord} />
              {clock && <ClockBadge clock={clock} />}
              {explained.length > 0 && <details className="small t3"><summary>{t.why}</summary><ul>{explained.map((step) => <li key={step}>{keepDates(step)}</li>)}</ul></details>}
              {r.due && !clock && <span className="small t3">{t.due} <DateText date={r.due} /></span>}
              {!brief && <div style={{ flexBasis: '100%' }}><Rfis row={r} /></div>}
            </div>
            <LazyActMenu kind="submissions" row={r} study={study} />
          </div>
        );
      })}
    </section>
  );
}
