import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { usePageKeys } from '@/app/keys';
import { submissionActs } from '@/features/commands/acts/submission';
import { taskActs } from '@/features/commands/acts/task';
import { AnswerRfiDialog } from '@/features/site/AnswerRfiDialog';
import { CommandDialog } from '@/features/commands/CommandDialog';
import { useWords } from '@/shared/i18n/language';
import { useUrlState } from '@/shared/url';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNote, ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/icons';
import { PageHeader } from '@/ui/PageHeader';
import { SelectionBar } from '@/ui/SelectionBar';
import { SkeletonRows } from '@/ui/Skeleton';
import { uiWords } from '@/ui/words';
import { CompleteDialog } from './CompleteDialog';
import { workOf, type Who, type WorkItem } from './queries';
import { useSteadyWork } from './steadyWork';
import { useWorkActs } from './useWorkActs';
import './work.css';
import { WorkPane } from './WorkPane';
import { WorkTable } from './WorkTable';
import { workWords } from './words';

const idOf = (item: WorkItem) => `${item.kind}/${item.key}`;
const NONE: ReadonlySet<string> = new Set();
const decide = submissionActs.find((a) => a.type === 'submission.decide');
const ask = submissionActs.find((a) => a.type === 'submission.receive-rfi');
const reply = taskActs.find((a) => a.type === 'task.reply');

/** One list of everything that waits on the person or their team, most days lost first; the pane says why it matters. */
export default function WorkPage() {
  const t = useWords(workWords);
  const ui = useWords(uiWords);
  const [url, setUrl] = useUrlState();
  const who: Who = url.get('who') === 'team' ? 'team' : 'mine';
  const work = useQuery(workOf(who));
  const steady = useSteadyWork(work.data, who, idOf);
  const acts = useWorkActs();
  const [selected, setSelected] = useState<ReadonlySet<string>>(NONE);
  const list = useRef<HTMLDivElement>(null);
  const closed = new Set((url.get('closed') ?? '').split('~').filter(Boolean));
  const groups = steady.groups.filter((g) => g.items.length > 0);
  const all = groups.flatMap((g) => g.items);
  const items = groups.filter((g) => !closed.has(g.key)).flatMap((g) => g.items);
  const picked = url.get('item');
  const at = items.findIndex((i) => idOf(i) === picked);
  const current = items[at];
  const chosen = all.filter((i) => selected.has(idOf(i)));
  const remindable = chosen.filter((i) => i.kind === 'tasks' && i.waitingOn === 'site');
  const recordable = chosen.filter((i) => i.kind === 'tasks' && (i.act === 'complete' || i.act === 'remind'));
  const recordChosen = () => acts.record(recordable);
  const move = (by: number) => {
    const next = items[Math.max(0, Math.min(items.length - 1, at < 0 ? 0 : at + by))];
    if (next) setUrl({ item: idOf(next) });
  };
  const select = (item: WorkItem) => setSelected((before) => { const after = new Set(before); if (!after.delete(idOf(item))) after.add(idOf(item)); return after; });
  const toggle = (group: string) => { const after = new Set(closed); if (!after.delete(group)) after.add(group); setUrl({ closed: [...after].join('~') || null }); };
  usePageKeys({
    j: () => move(1), k: () => move(-1), arrowdown: () => move(1), arrowup: () => move(-1), x: () => current && select(current),
    e: () => (recordable.length > 0 ? recordChosen() : current && acts.act(current)), enter: () => current && acts.act(current), o: () => current && acts.open(current), h: () => current && acts.open(current, '?pane=history'),
    q: () => current && acts.also(current),
    r: () => (remindable.length > 0 ? acts.remind.mutate(remindable.map((i) => i.key)) : current?.kind === 'tasks' && acts.remind.mutate([current.key])),
    escape: () => (selected.size > 0 ? setSelected(NONE) : setUrl({ item: null })),
  });
  useEffect(() => {
    list.current?.querySelector('tr.cur')?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  if (work.error && !work.data) return <ErrorState error={work.error} onRetry={() => void work.refetch()} />;
  const overdue = groups.find((g) => g.key === 'overdue')?.items.length ?? 0;
  const filter = (
    <span className="row no-print" role="group" aria-label={t.whose} style={{ gap: 4 }}>
      {(['mine', 'team'] as const).map((w) => <button key={w} type="button" className="chip" aria-pressed={who === w} onClick={() => { setSelected(NONE); setUrl({ who: w === 'mine' ? null : w, item: null }); }}>{w === 'mine' ? t.mine : t.team}</button>)}
    </span>
  );
  return (
    <div className={`work${current ? ' with-pane' : ''}`}>
      <div className="work-list" ref={list}>
        <PageHeader title={t.title} acts={<>{steady.pending > 0 && <button type="button" className="btn g" onClick={steady.show}><Icon name="bell" small />{ui.changes(steady.pending)}</button>}{filter}</>}
          sub={work.data && all.length > 0 && <>{t.open(all.length)}, <span className={overdue ? 'late' : ''}>{overdue ? t.nOverdue(overdue) : t.noneOverdue}</span>{work.data.firstThreeDays > 0 && <>. {t.firstThree} <b>{t.bd(work.data.firstThreeDays)}</b>.</>}</>} />
        <div className="pad"><ErrorNote error={acts.remind.error} /></div>
        {!work.data ? <SkeletonRows rows={12} /> : all.length === 0
          ? who === 'mine' && work.data.teamOpen > 0
            ? <EmptyState title={t.emptyTitle} text={t.emptyMine(work.data.teamOpen)} acts={<button type="button" className="btn p l" onClick={() => setUrl({ who: 'team' })}>{t.showTeam}</button>} foot={<Link href="/studies">{t.toPortfolio}</Link>} />
            : <EmptyState title={t.emptyTitle} text={t.emptyText} acts={<Link className="btn p l" href="/studies">{t.toPortfolio}</Link>} />
          : <WorkTable groups={groups} idOf={idOf} current={picked} selected={selected} closed={closed} onPick={(item) => setUrl({ item: idOf(item) })} onAct={acts.act} onAlso={acts.also} onSelect={select} onToggle={toggle} />}
        <SelectionBar count={chosen.length} what={t.items} onClear={() => setSelected(NONE)} acts={<>
          <button type="button" className="btn" disabled={recordable.length === 0} onClick={recordChosen}>{t.recordN(recordable.length)} <kbd className="kbd">E</kbd></button>
          <button type="button" className="btn p" disabled={remindable.length === 0 || acts.remind.isPending} onClick={() => acts.remind.mutate(remindable.map((i) => i.key), { onSuccess: () => setSelected(NONE) })}>{t.remindN(remindable.length)} <kbd className="kbd" style={{ background: 'transparent', color: 'inherit', borderColor: 'currentColor' }}>R</kbd></button>
        </>} />
        {all.length > 0 && chosen.length === 0 && (
          <div className="work-foot no-print">
            <span><kbd className="kbd">J</kbd> <kbd className="kbd">K</kbd> {t.keys}</span><span><kbd className="kbd">E</kbd> {t.doIt}</span><span><kbd className="kbd">R</kbd> {t.keyRemind}</span><span><kbd className="kbd">X</kbd> {t.keySelect}</span><span><kbd className="kbd">H</kbd> {ui.history}</span><span><kbd className="kbd">?</kbd> {t.keyAll}</span>
            <span className="grow" /><span>{t.order}</span>
          </div>
        )}
      </div>
      {current && <WorkPane item={current} onAct={() => acts.act(current)} onAlso={() => acts.also(current)} onRemind={() => acts.remind.mutate([current.key])} onComplete={() => acts.record([current])} onClose={() => setUrl({ item: null })} closeWord={ui.close} />}
      {acts.doing && <CompleteDialog tasks={acts.doing} onClose={() => acts.setDoing(null)} />}
      {([[decide, acts.deciding, acts.setDeciding], [ask, acts.asking, acts.setAsking]] as const).map(([act, item, set]) => act && item && (
        <CommandDialog key={act.type} act={act} target={{ kind: 'submissions', key: item.key, version: item.version, name: [item.siteCode, item.title].filter(Boolean).join(', ') }} onClose={() => set(null)} />
      ))}
      {acts.answering?.about && <AnswerRfiDialog submission={acts.answering.about.split('/')[1] ?? ''} name={[acts.answering.siteCode, acts.answering.title].filter(Boolean).join(', ')} onClose={() => acts.setAnswering(null)} />}
      {acts.replying && reply && <CommandDialog act={reply} target={{ kind: 'tasks', key: acts.replying.key, version: acts.replying.version, name: acts.replying.title }} onClose={() => acts.setReplying(null)}
        above={acts.replying.question && <p className="quote">“{acts.replying.question}”</p>} />}
    </div>
  );
}
