import { useState } from 'react';
import { useRight } from '@/shared/api/session';
import { sayName } from '@/shared/api/history';
import { list, type RecordRow } from '@/shared/api/records';
import { statusWord } from '@/shared/i18n/codes';
import { useWords } from '@/shared/i18n/language';
import { DateText } from '@/ui/DateText';
import { StatusBadge } from '@/ui/StatusBadge';
import { uiWords } from '@/ui/words';
import { AnswerRfiDialog } from './AnswerRfiDialog';
import { siteWords } from './words';

interface Rfi { index: number; kind: string; status: string; receivedOn: string; communicatedDue?: string | null; computedDue?: string | null; number?: string | null; answeredOn?: string | null; question?: string | null; answer?: string | null }
interface Stretch { holder?: string; stopped?: boolean; from: string; to?: string | null; businessDays?: number }

/** What a committee or authority asked, what we answered, and who held the clock for how long. */
export function Rfis({ row }: { row: RecordRow }) {
  const t = useWords(siteWords);
  const ui = useWords(uiWords);
  const may = useRight('recordSubmissions');
  const [answering, setAnswering] = useState<Rfi | null>(null);
  const rfis = list<Rfi>(row.details.rfis);
  const stretches = list<Stretch>(row.details.stretches);
  if (rfis.length === 0 && stretches.length === 0) return null;
  return (
    <div className="rfis">
      {rfis.map((r) => (
        <div key={r.index}>
          <div className="row wrap small"><b>{t.rfiNo(r.index)}</b><span className="t2">{statusWord('rfi-kind', r.kind)}{r.number && `, ${r.number}`}</span>
            <StatusBadge tone={r.answeredOn ? 'ok' : 'risk'} word={statusWord('rfi', r.status)} />
            <span className="t3">{t.asked} <DateText date={r.receivedOn} />{r.answeredOn ? <>, {t.answeredOn} <DateText date={r.answeredOn} /></> : (r.communicatedDue ?? r.computedDue) && <>, {t.rfiDue} <DateText date={r.communicatedDue ?? r.computedDue} /></>}</span>
            {may && !r.answeredOn && row.status === 'rfi-open' && <button type="button" className="act" onClick={() => setAnswering(r)}>{t.recordOurAnswer}</button>}</div>
          {r.question && <p className="quote">“{r.question}”</p>}
          {r.answer && <p className="quote">{t.ourAnswer}: {r.answer}</p>}
        </div>
      ))}
      {stretches.length > 0 && <p className="small t3">{t.clock}: {stretches.map((s, i) => <span key={i}>{i > 0 && ', '}{sayName(s.holder ?? '').toLowerCase()} <b className="tn">{ui.days(s.businessDays ?? 0)}</b>{s.stopped && ` (${ui.clockStopped.toLowerCase()})`}</span>)}</p>}
      {answering && <AnswerRfiDialog submission={row.key} name={`${row.title ?? ''} ${t.rfiNo(answering.index)}`.trim()} onClose={() => setAnswering(null)} />}
    </div>
  );
}
