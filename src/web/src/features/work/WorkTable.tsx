import { Fragment } from 'react';
import { partyWord } from '@/features/sites/columns';
import { sitesWords } from '@/features/sites/words';
import { useWords } from '@/shared/i18n/language';
import { waitingOf } from '@/shared/levels';
import { DateText } from '@/ui/DateText';
import { Icon, type IconName } from '@/ui/icons';
import { Shape } from '@/ui/Shape';
import { WaitingOn } from '@/ui/WaitingOn';
import type { WorkGroup, WorkItem } from './queries';
import { workWords } from './words';

const GROUP_ICON: Record<string, IconName> = { due: 'clock', questions: 'question', arrived: 'inbox', waiting: 'wait', approvals: 'lock' };

/** Groups in the order of urgency; whom it waits on in each row. */
export function WorkTable({ groups, idOf, current, onPick, onAct }: {
  groups: WorkGroup[]; idOf: (item: WorkItem) => string; current: string | null; onPick: (item: WorkItem) => void; onAct: (item: WorkItem) => void;
}) {
  const t = useWords(workWords);
  const st = useWords(sitesWords);
  const word = (key: string) => (({ overdue: t.overdue, due: t.due, questions: t.questions, blocked: t.blocked, arrived: t.arrived, waiting: t.waiting, approvals: t.approvals }) as Record<string, string>)[key] ?? key;
  return (
    <table className="tb">
      <thead><tr><th>{t.what}</th><th>{t.where}</th><th>{t.waitingOn}</th><th className="num">{t.target}</th><th /></tr></thead>
      <tbody>
        {groups.map((g) => (
          <Fragment key={g.key}>
            <tr className="gr"><td colSpan={5}><span className="row">
              {g.key === 'overdue' ? <Shape name="triangle" className="late" /> : g.key === 'blocked' ? <Shape name="octagon" className="late" /> : <Icon name={GROUP_ICON[g.key] ?? 'inbox'} small />}
              {word(g.key)} <span className="t3" style={{ fontWeight: 400 }}>{g.items.length}</span>
            </span></td></tr>
            {g.items.map((item) => (
              <tr key={`${g.key}${idOf(item)}`} className={`it${current === idOf(item) ? ' cur' : ''}`} onClick={() => onPick(item)} onDoubleClick={() => onAct(item)}>
                <td className="ell main-cell" style={{ maxWidth: 380 }} title={item.title}>{g.key === 'questions' && item.question ? `“${item.question}”` : item.title}</td>
                <td className="ell" style={{ maxWidth: 200 }}><span style={{ fontWeight: 500 }}>{item.siteCode ?? item.studyName ?? item.study}</span> <span className="t2">{item.countryName}</span></td>
                <td><WaitingOn waiting={waitingOf(item, (p) => partyWord(st, p))} /></td>
                <td className="num"><DateText date={item.due} {...(g.key === 'overdue' ? { className: 'late' } : {})} /></td>
                <td className="num"><button type="button" className="act" onClick={(e) => { e.stopPropagation(); onAct(item); }}>{item.kind === 'tasks' ? (g.key === 'questions' ? t.reply : t.act) : item.kind === 'plans' ? t.resolve : t.open}<span className="sr">: {item.title}</span></button></td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
