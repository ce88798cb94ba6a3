import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { sitePath, studyPath } from '@/app/place';
import { useRemind } from '@/features/schedule/remind';
import { useWords } from '@/shared/i18n/language';
import { DateText, InstantText } from '@/ui/DateText';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNote, ErrorState } from '@/ui/ErrorState';
import { SkeletonRows } from '@/ui/Skeleton';
import { Shape } from '@/ui/Shape';
import { StatusBadge } from '@/ui/StatusBadge';
import { lettersQuery, type Letter, type LetterFilter } from './queries';
import { mailWords } from './words';

/** What left, to whom, when, and whether an answer came. */
export function LetterTable({ filter, withPlace }: { filter: LetterFilter; withPlace?: boolean }) {
  const t = useWords(mailWords);
  const letters = useInfiniteQuery(lettersQuery(filter));
  const remind = useRemind();
  const what = (l: Letter) => (t as unknown as Record<string, string>)[`t_${l.template.replace(/-/g, '_')}`] ?? l.template;
  if (letters.error && !letters.data) return <ErrorState error={letters.error} onRetry={() => void letters.refetch()} />;
  if (!letters.data) return <SkeletonRows />;
  const rows = letters.data.pages.flatMap((p) => p.items);
  if (rows.length === 0) return <EmptyState title={t.emptyTitle} text={t.emptyText} />;
  const status = (l: Letter) => (l.status === 'refused' ? <StatusBadge tone="late" word={l.code ? `${t.refused} (${l.code})` : t.refused} /> : l.status === 'withheld' ? <StatusBadge tone="none" word={t.withheld} /> : <StatusBadge tone="ok" word={t.sent} />);
  return (
    <div className="tscroll" tabIndex={0} role="region" aria-label={t.title}>
      <ErrorNote error={remind.error} />
      <table className="tb stack">
        <thead><tr><th>{t.when}</th><th>{t.what}</th><th>{t.to}</th>{withPlace && <th>{t.where}</th>}<th>{t.outcome}</th><th>{t.answered}</th><th><span className="sr">{t.acts}</span></th></tr></thead>
        <tbody>
          {rows.map((l) => (
            <tr key={l.key}>
              <td className="t2"><InstantText instant={l.at} /></td>
              <td className="ell" style={{ maxWidth: 320 }} title={l.taskTitle ?? undefined}><span style={{ fontWeight: 500 }}>{what(l)}</span>{l.taskTitle && <span className="t2">: {l.taskTitle}</span>}</td>
              <td className="ell" style={{ maxWidth: 220 }} title={l.toEmail ?? undefined}>{l.toName ?? l.to} <span className="t3">{l.toEmail}</span></td>
              {withPlace && <td>{l.study && l.site ? <Link href={sitePath(l.study, l.site, '?tab=mail')}>{l.siteCode ?? l.site}</Link> : l.study && <Link href={studyPath(l.study)}>{l.study}</Link>}</td>}
              <td>{status(l)}</td>
              <td className={l.answeredOn || l.waitingBusinessDays !== null ? undefined : 'phone-off'}>{l.answeredOn ? <span className="st ok"><Shape name="tick" /><span className="sr">{t.answered} </span><DateText date={l.answeredOn} /></span> : l.waitingBusinessDays !== null ? <span className={`tn ${l.waitingBusinessDays > 10 ? 'late strong' : l.waitingBusinessDays > 5 ? 'risk strong' : ''}`}>{t.waits(l.waitingBusinessDays)}</span> : <span className="t3">–</span>}</td>
              <td className="num">{l.task && !l.answeredOn && l.waitingBusinessDays !== null && <button type="button" className="act" disabled={remind.isPending} onClick={() => remind.mutate([l.task!])}>{t.remind}<span className="sr">: {l.taskTitle}</span></button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {letters.hasNextPage && <button type="button" className="btn" style={{ marginTop: 8 }} disabled={letters.isFetchingNextPage} onClick={() => void letters.fetchNextPage()}>{t.more}</button>}
    </div>
  );
}
