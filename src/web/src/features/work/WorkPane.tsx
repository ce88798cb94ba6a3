import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { sitePath, studyPath } from '@/app/place';
import { ActMenu } from '@/features/commands/ActMenu';
import { whyQuery } from '@/features/schedule/queries';
import { get } from '@/shared/api/client';
import { historyQuery } from '@/shared/api/history';
import { text, type Kind, type RecordDetail } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { useOwnerName } from '@/shared/roles';
import { slipOf } from '@/shared/levels';
import { DateText } from '@/ui/DateText';
import { HistoryItem } from '@/ui/HistoryItem';
import { Icon } from '@/ui/icons';
import { SkeletonRows } from '@/ui/Skeleton';
import { SlipLabel } from '@/ui/SlipLabel';
import { StatusBadge } from '@/ui/StatusBadge';
import { recordTone } from '@/features/site/tone';
import type { WorkItem } from './queries';
import { questionOf, whyOf } from './taskForm';
import { workWords } from './words';

/** The thing at hand: why it matters before anything else, then what can be done. */
export function WorkPane({ item, onAct, onAlso, onRemind, onComplete, onClose, closeWord }: { item: WorkItem; onAct: () => void; onAlso: () => void; onRemind: () => void; onComplete: () => void; onClose: () => void; closeWord: string }) {
  const t = useWords(workWords);
  const kind = item.kind as Kind;
  const ownerName = useOwnerName();
  const isTask = kind === 'tasks';
  const impact = useQuery({ ...whyQuery(item.site ?? '', 'SI-270'), enabled: item.site !== null, retry: false }).data;
  const actWord = { complete: t.done, remind: t.remind, reply: t.reply, review: t.review, decide: isTask ? t.done : t.openIt, decision: t.recordDecision, answer: t.recordAnswer, unblock: t.resolve }[item.act];
  const detail = useQuery({ queryKey: [kind, item.key], queryFn: ({ signal }) => get<RecordDetail>(`/${kind}/${encodeURIComponent(item.key)}`, signal), enabled: kind !== 'plans' }).data;
  const history = useQuery({ ...historyQuery(kind, item.key), enabled: kind !== 'plans' }).data;
  const row = detail?.record;
  const question = (row && questionOf(row)) ?? item.question;
  const why = row && whyOf(row);
  return (
    <aside className="panel" aria-label={item.title}>
      <div className="sec col">
        <div className="row">
          {item.lateBusinessDays ? <SlipLabel slip={slipOf(item.lateBusinessDays)} tag /> : <StatusBadge {...recordTone(item.status)} word={item.statusWord} tag />}
          <span className="t3 ell grow">{[item.siteCode, item.countryName].filter(Boolean).join(', ')}</span>
          <button type="button" className="btn g ic" aria-label={closeWord} onClick={onClose}><Icon name="x" /></button>
        </div>
        <h2 style={{ fontSize: 16, lineHeight: '24px' }}>{item.title}</h2>
        <div className="t2">{item.study && item.site ? <Link href={sitePath(item.study, item.site)}>{[item.siteCode, item.siteName].filter(Boolean).join(' ') || t.openSite}</Link> : item.study && <Link href={studyPath(item.study)}>{item.studyName ?? item.study}</Link>}</div>
        <div className="row">
          <button type="button" className="btn p l grow" onClick={onAct}>{actWord} <kbd className="kbd" style={{ background: 'transparent', color: 'inherit', borderColor: 'currentColor' }}>E</kbd></button>
          {item.act === 'decision' && <button type="button" className="btn l" onClick={onAlso}>{t.recordQuestion} <kbd className="kbd">Q</kbd></button>}
          {isTask && item.act !== 'remind' && item.waitingOn === 'site' && <button type="button" className="btn l" onClick={onRemind}>{t.remind}</button>}
          {isTask && item.act === 'remind' && <button type="button" className="btn l" onClick={onComplete}>{t.done}</button>}
          {detail && row && <ActMenu target={{ kind, key: item.key, version: row.version, name: item.title, study: item.study }} allowed={detail.allowed} />}
        </div>
      </div>
      {impact?.planned && !impact.actual && (
        <section className="sec"><h3>{t.why}</h3>
          <p>{t.activation} {impact.planned !== impact.forecast ? <><DateText date={impact.planned} /> {t.movesTo} <b><DateText date={impact.forecast} /></b>{', '}</> : null}<SlipLabel slip={slipOf(impact.slipBusinessDays)} />.</p>
          {why && <p className="t2" style={{ paddingTop: 4 }}>{why}</p>}
        </section>
      )}
      {why && !(impact?.planned && !impact.actual) && <section className="sec"><h3>{t.why}</h3><p>{why}</p></section>}
      {question && <section className="sec"><h3>{kind === 'plans' ? t.cause : t.question}</h3><p className="quote">{question}</p></section>}
      <section className="sec">
        <h3>{t.details}</h3>
        <dl className="dl">
          {item.due && <><dt>{t.target}</dt><dd><DateText date={item.due} /></dd></>}
          {row && text(row.details.statutoryDue) && <><dt>{t.statutory}</dt><dd><DateText date={text(row.details.statutoryDue)} /></dd></>}
          {item.reminders > 0 && <><dt>{t.reminders}</dt><dd className="tn">{item.reminders}</dd></>}
          {item.studyName && <><dt>{t.study}</dt><dd className="ell">{item.studyName}</dd></>}
          {row?.owner && <><dt>{t.role}</dt><dd className="ell">{ownerName(row.owner)}</dd></>}
        </dl>
      </section>
      {kind !== 'plans' && (
        <section className="sec"><h3>{t.latest}</h3>{history ? <ol className="hist">{history.slice(0, 6).map((e) => <HistoryItem key={e.id} entry={e} />)}</ol> : <SkeletonRows rows={2} />}</section>
      )}
    </aside>
  );
}
