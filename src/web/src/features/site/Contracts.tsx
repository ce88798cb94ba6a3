import { list, text, type RecordRow } from '@/shared/api/records';
import { partyOf } from '@/shared/levels';
import { useWords } from '@/shared/i18n/language';
import { RoundLedger, type Round } from '@/ui/RoundLedger';
import { SkeletonRows } from '@/ui/Skeleton';
import { StatusBadge } from '@/ui/StatusBadge';
import { uiWords } from '@/ui/words';
import { sayName } from '@/shared/api/history';
import { LazyActMenu } from './LazyActMenu';
import { recordTone } from './tone';
import { siteWords } from './words';

interface RawRound { round?: number; number?: number; step?: string; with?: string; party?: string; from?: string; since?: string; to?: string | null; businessDays?: number; days?: number; clauses?: string | string[] }
interface RawTrack { track?: string; name?: string; status?: string; statusWord?: string; round?: number; ball?: string; daysUs?: number; daysSite?: number; us?: number; site?: number; rounds?: RawRound[]; ledger?: RawRound[] }

/** The two tracks of a contract, whichever form they come in. */
export function tracksOf(row: RecordRow): RawTrack[] {
  const tracks = row.details.tracks;
  if (Array.isArray(tracks)) return tracks as RawTrack[];
  const named = (tracks ?? {}) as Record<string, RawTrack>;
  const all = { ...(row.details.contract ? { contract: row.details.contract as RawTrack } : {}), ...(row.details.budget ? { budget: row.details.budget as RawTrack } : {}), ...named };
  return Object.entries(all).filter(([, value]) => typeof value === 'object').map(([track, value]) => ({ track, ...value }));
}

export const roundsOf = (track: RawTrack): Round[] =>
  list<RawRound>(track.rounds ?? track.ledger).map((r, i) => {
    const days = r.businessDays ?? r.days ?? 0;
    return {
      round: r.round ?? r.number ?? i + 1, step: r.step ?? '', with: partyOf(r.with ?? r.party ?? 'us'), from: r.from ?? r.since ?? '', to: r.to ?? null, businessDays: days,
      level: days > 15 ? 'late' : days > 10 ? 'risk' : 'ok', ...(r.clauses ? { clauses: Array.isArray(r.clauses) ? r.clauses.join(', ') : r.clauses } : {}),
    };
  });

/** Contract text and site budget: two tracks with their rounds and the days each side held them. */
export function Contracts({ rows, study, brief }: { rows: RecordRow[] | undefined; study: string; brief?: boolean }) {
  const t = useWords(siteWords);
  const ui = useWords(uiWords);
  if (!rows) return <SkeletonRows rows={2} />;
  return (
    <section aria-label={t.contract}>
      {rows.length === 0 && <><h2>{t.contract}</h2><p className="t3">{t.noContract}</p></>}
      {rows.map((row) => (
        <div key={row.key}>
          <div className="sec-head">
            <h2>{row.title && !brief ? row.title : t.contract}</h2>
            <StatusBadge {...recordTone(row.status)} word={row.statusWord} tag />
            <span className="grow" />
            <LazyActMenu kind="contracts" row={row} study={study} />
          </div>
          {tracksOf(row).map((track) => {
            const rounds = roundsOf(track);
            const name = track.track === 'budget' ? t.budgetTrack : t.textTrack;
            return (
              <div key={track.track ?? name} style={{ paddingBottom: 8 }}>
                <div className="sec-head">
                  <h3>{name}</h3>
                  {track.status && <StatusBadge {...recordTone(track.status)} word={track.statusWord ?? sayName(track.status)} />}
                  <span className="grow" />
                  {(track.daysUs ?? track.us) !== undefined && <span className="t2 tn">{ui.perSide(track.daysUs ?? track.us ?? 0, track.daysSite ?? track.site ?? 0, track.round ?? rounds.length)}</span>}
                </div>
                {rounds.length > 0 && <RoundLedger rounds={rounds} />}
              </div>
            );
          })}
          {text(row.details.template) && !brief && <p className="t3 small">{text(row.details.template)}</p>}
        </div>
      ))}
    </section>
  );
}
