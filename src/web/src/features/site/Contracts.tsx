import { useState } from 'react';
import { contractRound } from '@/features/commands/acts/contract';
import { CommandDialog } from '@/features/commands/CommandDialog';
import { useRight } from '@/shared/api/session';
import { list, text, type RecordRow } from '@/shared/api/records';
import { partyOf } from '@/shared/levels';
import { statusWord } from '@/shared/i18n/codes';
import { useWords } from '@/shared/i18n/language';
import { RoundLedger, type Round } from '@/ui/RoundLedger';
import { SkeletonRows } from '@/ui/Skeleton';
import { StatusBadge } from '@/ui/StatusBadge';
import { uiWords } from '@/ui/words';
import { LazyActMenu } from './LazyActMenu';
import { isEnded, recordTone } from './tone';
import { siteWords } from './words';

interface Ball { side: string; from: string; to?: string | null; businessDays?: number | null }
interface TrackView { name: 'text' | 'budget'; status: string; round: number; ball: Ball[]; clauses: string[]; agreedOn: string | null }

/** The two tracks of a contract as its line tells them. */
export function tracksOf(row: RecordRow): TrackView[] {
  const d = row.details;
  return (['text', 'budget'] as const).filter((name) => text(d[name])).map((name) => ({
    name, status: text(d[name]) ?? '', round: typeof d[`${name}.round`] === 'number' ? (d[`${name}.round`] as number) : 0,
    ball: list<Ball>(d[`${name}.ball`]), clauses: list<string>(d[`${name}.clauses`]), agreedOn: text(d[`${name}.agreedOn`]),
  }));
}

/** One line a stretch of days with one side; the site's stretches after ours open a round. */
export function roundsOf(track: TrackView, step: (side: string) => string): Round[] {
  let round = 1;
  return track.ball.map((b, i) => {
    if (i > 0 && b.side !== 'us') round++;
    const days = b.businessDays ?? 0;
    return { round, step: step(b.side), with: partyOf(b.side), from: b.from, to: b.to ?? null, businessDays: days, level: days > 15 ? 'late' : days > 10 ? 'risk' : 'ok', ...(i === track.ball.length - 1 && track.clauses.length ? { clauses: track.clauses.join(', ') } : {}) };
  });
}

const daysOf = (track: TrackView, us: boolean) => track.ball.filter((b) => (b.side === 'us') === us).reduce((sum, b) => sum + (b.businessDays ?? 0), 0);

/** Contract text and site budget: two tracks with their rounds and the days each side held them. */
export function Contracts({ rows, study, brief }: { rows: RecordRow[] | undefined; study: string; brief?: boolean }) {
  const t = useWords(siteWords);
  const ui = useWords(uiWords);
  const may = useRight('recordStartUp');
  const [round, setRound] = useState<RecordRow | null>(null);
  if (!rows) return <SkeletonRows rows={2} />;
  return (
    <section aria-label={t.contract}>
      {round && <CommandDialog act={contractRound} target={{ kind: 'contracts', key: round.key, version: round.version, name: round.title ?? t.contract, study }} onClose={() => setRound(null)} />}
      {rows.length === 0 && <><h2>{t.contract}</h2><p className="t3">{t.noContract}</p></>}
      {rows.map((row) => (
        <div key={row.key}>
          <div className="sec-head">
            <h2>{row.title && !brief ? row.title : t.contract}</h2>
            <StatusBadge {...recordTone(row.status)} word={row.statusWord} tag />
            <span className="grow" />
            {may && !isEnded(row.status) && <button type="button" className="act" onClick={() => setRound(row)}>{t.recordRound}</button>}
            <LazyActMenu kind="contracts" row={row} study={study} />
          </div>
          {tracksOf(row).map((track) => {
            const rounds = roundsOf(track, (side) => (side === 'us' ? t.withUs : t.withSite));
            const name = track.name === 'budget' ? t.budgetTrack : t.textTrack;
            return (
              <div key={track.name} style={{ paddingBottom: 8 }}>
                <div className="sec-head">
                  <h3>{name}</h3>
                  <StatusBadge {...recordTone(track.status.replace(/ \d+$/, ''))} word={statusWord('track', track.status.replace(/ \d+$/, ''))} />
                  <span className="grow" />
                  {rounds.length > 0 && <span className="t2 tn">{ui.perSide(daysOf(track, true), daysOf(track, false), Math.max(track.round, ...rounds.map((r) => r.round)))}</span>}
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
