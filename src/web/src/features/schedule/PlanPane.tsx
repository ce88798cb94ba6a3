import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { historyQuery, sayName } from '@/shared/api/history';
import type { IsoDate } from '@/shared/dates';
import { useWords } from '@/shared/i18n/language';
import { HistoryItem } from '@/ui/HistoryItem';
import { PlanEdit, type PlanEditTarget } from './PlanEdit';
import { scheduleWords } from './words';

/** The planned date of one milestone beside what is looked at: another date with its reach, and who changed it last and why. */
export function PlanPane({ study, target, initial, onDone, choices, onChoose, onHistory }: {
  study: string; target: PlanEditTarget; initial?: IsoDate; onDone: () => void;
  /** The site's other milestones whose planned date may be changed here. */
  choices?: readonly { code: string; name: string }[]; onChoose?: (code: string) => void;
  /** Opens all changes of this date. */
  onHistory?: () => void;
}) {
  const t = useWords(scheduleWords);
  const pane = useRef<HTMLElement>(null);
  // Whoever opened it by a key types at once; afterwards the focus stands where it was.
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    pane.current?.scrollIntoView?.({ block: 'nearest' });
    pane.current?.querySelector<HTMLElement>('form input')?.focus();
    return () => { if (before?.isConnected && before !== document.body) before.focus(); };
  }, [target.site]);
  const field = sayName(`${target.milestone}.plan`);
  const history = useQuery(historyQuery('sites', target.site)).data;
  const last = history?.find((e) => e.field === field);
  return (
    <aside className="panel" aria-label={t.change} ref={pane}>
      <div className="sec col" style={{ gap: 12 }}>
        <h2>{t.change}</h2>
        {choices && onChoose && (
          <select className="field" aria-label={t.which} value={target.milestone} onChange={(e) => onChoose(e.target.value)}>
            {choices.map((m) => <option key={m.code} value={m.code}>{m.name}</option>)}
          </select>
        )}
        <PlanEdit key={`${target.site}${target.milestone}${initial ?? ''}`} study={study} target={target} onDone={onDone} {...(initial ? { initial } : {})} />
      </div>
      {history && (
        <section className="sec">
          <h3>{t.lastChange}</h3>
          {last ? <ol className="hist"><HistoryItem entry={last} /></ol> : <p className="t3">{t.neverChanged}</p>}
          {last && onHistory && <button type="button" className="act" onClick={onHistory}>{t.allChanges}</button>}
        </section>
      )}
    </aside>
  );
}
