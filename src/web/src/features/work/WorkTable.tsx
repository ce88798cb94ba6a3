import { Fragment } from 'react';
import { partyWord } from '@/features/sites/columns';
import { sitesWords } from '@/features/sites/words';
import { useWords } from '@/shared/i18n/language';
import { waitingOf } from '@/shared/levels';
import { useOwnerName } from '@/shared/roles';
import { DateText } from '@/ui/DateText';
import { Icon, type IconName } from '@/ui/icons';
import { Shape } from '@/ui/Shape';
import { WaitingOn } from '@/ui/WaitingOn';
import { uiWords } from '@/ui/words';
import type { WorkGroup, WorkItem } from './queries';
import { workWords } from './words';

const GROUP_ICON: Record<string, IconName> = { due: 'clock', questions: 'question', arrived: 'inbox', approvals: 'lock', committees: 'authority', mentions: 'bell' };

/** Groups in the order of urgency, most days lost first; whom it waits on in each row. */
export function WorkTable({ groups, idOf, current, selected, closed, onPick, onAct, onAlso, onSelect, onToggle }: {
  groups: WorkGroup[]; idOf: (item: WorkItem) => string; current: string | null; selected: ReadonlySet<string>; closed: ReadonlySet<string>;
  onPick: (item: WorkItem) => void; onAct: (item: WorkItem) => void; onAlso: (item: WorkItem) => void; onSelect: (item: WorkItem) => void; onToggle: (group: string) => void;
}) {
  const t = useWords(workWords);
  const ui = useWords(uiWords);
  const st = useWords(sitesWords);
  const ownerName = useOwnerName();
  const word = (key: string) => (({ overdue: t.overdue, due: t.due, questions: t.questions, blocked: t.blocked, arrived: t.arrived, approvals: t.approvals, committees: t.committees, mentions: t.mentions }) as Record<string, string>)[key] ?? key;
  const actWord = (item: WorkItem) => ({ complete: t.act, remind: t.remind, reply: t.reply, review: t.review, decide: t.decide, decision: t.recordDecision, answer: t.recordAnswer, unblock: t.resolve })[item.act];
  return (
    <table className="tb work-tb">
      <thead><tr><th className="num">{t.daysLost}</th><th>{t.what}</th><th>{t.where}</th><th>{t.waitingOn}</th><th className="num">{t.target}</th><th><span className="sr">{t.helps}</span></th></tr></thead>
      <tbody>
        {groups.map((g) => (
          <Fragment key={g.key}>
            <tr className="gr"><td colSpan={6}><button type="button" className="gr-btn" aria-expanded={!closed.has(g.key)} onClick={() => onToggle(g.key)}>
              <Icon name={closed.has(g.key) ? 'right' : 'down'} small />
              {g.key === 'overdue' ? <Shape name="triangle" className="late" /> : g.key === 'blocked' ? <Shape name="octagon" className="late" /> : <Icon name={GROUP_ICON[g.key] ?? 'inbox'} small />}
              {word(g.key)} <span className="t3" style={{ fontWeight: 400 }}>{g.items.length}</span>
            </button></td></tr>
            {!closed.has(g.key) && g.items.map((item) => {
              const id = idOf(item);
              const chosen = selected.has(id);
              return (
                <tr key={`${g.key}${id}`} className={`it${current === id ? ' cur' : ''}${chosen ? ' sel' : ''}`} onClick={() => onPick(item)} onDoubleClick={() => onAct(item)}>
                  <td className="num nw">
                    <span className={`lost tn ${item.daysLost > 10 ? 'late' : item.daysLost > 0 ? 'risk' : 't3'}`} title={ui.daysSpoken(item.daysLost)}>{item.daysLost || '–'}</span>
                    <input type="checkbox" className="check pick" aria-label={ui.selectRow(item.title)} checked={chosen} onClick={(e) => e.stopPropagation()} onChange={() => onSelect(item)} />
                  </td>
                  <td className="ell main-cell" style={{ maxWidth: 330 }} title={item.title}>{g.key === 'questions' && item.question ? `“${item.question}”` : item.title}</td>
                  <td className="ell" style={{ maxWidth: 180 }}><span style={{ fontWeight: 500 }}>{item.siteCode ?? item.studyName ?? item.study}</span> <span className="t2">{item.countryName}</span></td>
                  <td className="ell wait-cell"><WaitingOn waiting={waitingOf({ ...item, waitingName: item.waitingName ?? ownerName(item.owner) }, (p) => partyWord(st, p))} />{item.reminders > 0 && <span className="t3 small"> {t.remindedN(item.reminders)}</span>}</td>
                  <td className="num"><DateText date={item.due} {...(g.key === 'overdue' ? { className: 'late' } : {})} /></td>
                  <td className="num nw">
                    {item.act === 'decision' && <><button type="button" className="act also" onClick={(e) => { e.stopPropagation(); onAlso(item); }}>{t.recordQuestion}<span className="sr">: {item.title}</span></button> </>}
                    <button type="button" className="act" onClick={(e) => { e.stopPropagation(); onAct(item); }}>{actWord(item)}<span className="sr">: {item.title}</span></button>
                  </td>
                </tr>
              );
            })}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
