import { useState, type KeyboardEvent } from 'react';
import { singleKeys } from '@/app/keys';
import { milestoneAct } from '@/features/commands/acts/site';
import { CommandDialog } from '@/features/commands/CommandDialog';
import type { Act, Target } from '@/features/commands/types';
import { useWords } from '@/shared/i18n/language';
import { slipOf } from '@/shared/levels';
import { ForecastDate } from '@/ui/DateCell';
import { DateText } from '@/ui/DateText';
import { SlipLabel } from '@/ui/SlipLabel';
import { uiWords } from '@/ui/words';
import type { SiteMilestone } from './queries';
import { siteWords } from './words';

/** Four dates a milestone, never one instead of the other. */
export function Milestones({ milestones, target, mayPlan, type = 'site.milestone', onWhy, onPlan, onHistory }: {
  milestones: SiteMilestone[]; target: Target; mayPlan: boolean; type?: 'site.milestone' | 'study.milestone';
  /** Opens the causes of a forecast; changes a planned date with its reach. */
  onWhy?: (code: string) => void; onPlan?: (milestone: SiteMilestone) => void;
  /** Opens the history of one date: H on it. */
  onHistory?: (code: string, kind: 'plan' | 'actual' | 'forecast') => void;
}) {
  const t = useWords(siteWords);
  const ui = useWords(uiWords);
  const [all, setAll] = useState(false);
  const [act, setAct] = useState<Act | null>(null);
  const planned = milestones.filter((m) => m.planned || (m.forecast && !m.actual));
  const dated = planned.length > 0 ? planned : milestones.filter((m) => m.baseline || m.forecast || m.actual);
  const shown = all ? milestones : dated;
  const historyKey = (m: SiteMilestone, kind: 'plan' | 'actual' | 'forecast') => (e: KeyboardEvent) => {
    if (!onHistory || e.key.toLowerCase() !== 'h' || e.ctrlKey || e.metaKey || e.altKey || !singleKeys()) return;
    e.preventDefault();
    onHistory(m.code, kind);
  };
  const cell = (m: SiteMilestone, kind: 'plan' | 'actual') => {
    const date = kind === 'plan' ? m.planned : m.actual;
    const text = <DateText date={date} {...(kind === 'actual' && date ? { className: 'strong' } : {})} />;
    if (!mayPlan) return text;
    return (
      <button type="button" className="cellbtn" onKeyDown={historyKey(m, kind)} onClick={() => (kind === 'plan' && onPlan && !m.actual ? onPlan(m) : setAct(milestoneAct(type, m.code, m.name, kind, date ?? null)))}>
        {text}<span className="sr">, {kind === 'plan' ? t.setPlanned(m.name) : t.setActual(m.name)}</span>
      </button>
    );
  };
  return (
    <section>
      <h2>{t.milestones}</h2>
      {shown.length === 0 ? <p className="t3">{t.noMilestones}</p> : (
        <div className="tscroll" tabIndex={0} role="region" aria-label={t.milestones}>
          <table className="tb stack">
            <thead><tr><th>{ui.milestone}</th><th className="num base-col">{ui.baseline}</th><th className="num">{ui.planned}</th><th className="num">{ui.forecast}</th><th className="num">{ui.actual}</th><th>{ui.slip}</th></tr></thead>
            <tbody>
              {shown.map((m) => (
                <tr key={m.code}>
                  <td style={{ fontWeight: 500 }} title={m.code}>{m.name}</td>
                  <td className="num t2 base-col"><DateText date={m.baseline} /></td>
                  <td className="num" data-label={ui.planned}>{cell(m, 'plan')}</td>
                  <td className={`num${m.actual || !m.forecast ? ' phone-off' : ''}`} data-label={ui.forecast} onKeyDown={historyKey(m, 'forecast')}>{onWhy ? <ForecastDate date={m.actual ? null : m.forecast} onWhy={m.planned ? () => onWhy(m.code) : undefined} /> : <DateText date={m.actual ? null : m.forecast} />}</td>
                  <td className="num" data-label={ui.actual}>{cell(m, 'actual')}</td>
                  <td><SlipLabel slip={slipOf(m.slipBusinessDays)} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {milestones.length > dated.length && (
        <button type="button" className="act no-print" onClick={() => setAll(!all)}>{all ? t.fewer : t.allMilestones(milestones.length - dated.length)}</button>
      )}
      {act && <CommandDialog act={act} target={target} onClose={() => setAct(null)} />}
    </section>
  );
}
