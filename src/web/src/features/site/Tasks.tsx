import { useState } from 'react';
import { partyWord } from '@/features/sites/columns';
import { sitesWords } from '@/features/sites/words';
import { text, type RecordRow } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { useOwnerName } from '@/shared/roles';
import { waitingOf } from '@/shared/levels';
import { CompleteDialog } from '@/features/work/CompleteDialog';
import { DateText } from '@/ui/DateText';
import { SkeletonRows } from '@/ui/Skeleton';
import { StatusBadge } from '@/ui/StatusBadge';
import { WaitingOn } from '@/ui/WaitingOn';
import { AnswerRfiDialog } from './AnswerRfiDialog';
import { LazyActMenu } from './LazyActMenu';
import { isEnded, recordTone } from './tone';
import { siteWords } from './words';

/** A task that is done by recording our answer at the submission it is about. */
const submissionOf = (row: RecordRow): string | null => (row.code === 'rfi-answer' ? (/^submission\/(.+)$/.exec(text(row.details.relatedActor) ?? '')?.[1] ?? null) : null);

/** Tasks of a site; ended ones are folded. */
export function Tasks({ rows, study, brief }: { rows: RecordRow[] | undefined; study: string; brief?: boolean }) {
  const t = useWords(siteWords);
  const st = useWords(sitesWords);
  const ownerName = useOwnerName();
  const [all, setAll] = useState(false);
  const [doing, setDoing] = useState<RecordRow | null>(null);
  if (!rows) return <SkeletonRows rows={3} />;
  const open = rows.filter((r) => !isEnded(r.status));
  const shown = all ? rows : open;
  return (
    <section>
      <h2>{t.tasks}</h2>
      {shown.length === 0 ? <p className="t3">{t.noTasks}</p> : (
        <div className="tscroll" tabIndex={0} role="region" aria-label={t.tasks}>
          <table className="tb stack">
            <thead><tr><th>{t.task}</th><th>{t.status}</th><th>{t.waitingOn}</th><th className="num">{t.due}</th><td /></tr></thead>
            <tbody>
              {shown.slice(0, brief ? 8 : undefined).map((r) => (
                <tr key={r.key}>
                  <td className="ell" style={{ maxWidth: 360, fontWeight: 500 }} title={text(r.details.why) ?? undefined}>{r.title ?? r.code}</td>
                  <td><StatusBadge {...recordTone(r.status)} word={r.statusWord} /></td>
                  <td><WaitingOn waiting={waitingOf({ ...r, waitingName: ownerName(r.owner) }, (p) => partyWord(st, p))} /></td>
                  <td className="num" data-label={t.due}><DateText date={r.due} /></td>
                  <td className="num nw">
                    <span className="row" style={{ justifyContent: 'flex-end' }}>
                      {!isEnded(r.status) && <button type="button" className="act" onClick={() => setDoing(r)}>{t.answer}</button>}
                      <LazyActMenu kind="tasks" row={r} study={study} />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > open.length && <button type="button" className="act no-print" onClick={() => setAll(!all)}>{all ? t.hideDone : t.done(rows.length - open.length)}</button>}
      {doing && (submissionOf(doing) ? <AnswerRfiDialog submission={submissionOf(doing)!} name={doing.title ?? ''} onClose={() => setDoing(null)} /> : <CompleteDialog tasks={[{ key: doing.key, where: '' }]} onClose={() => setDoing(null)} />)}
    </section>
  );
}
