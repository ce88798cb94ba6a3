import { useState } from 'react';
import { useWords } from '@/shared/i18n/language';
import { DateText } from '@/ui/DateText';
import { ErrorNote } from '@/ui/ErrorState';
import { Icon } from '@/ui/icons';
import { Shape } from '@/ui/Shape';
import type { PlanPreview } from './queries';
import { scheduleWords } from './words';

/** How far a change of plan reaches, before it is made; each move on request. */
export function Reach({ preview, pending, error, open }: { preview: PlanPreview | undefined; pending: boolean; error: unknown; open?: boolean }) {
  const t = useWords(scheduleWords);
  const [each, setEach] = useState(open ?? false);
  if (error) return <ErrorNote error={error} />;
  if (pending || !preview) return <span className="t3" role="status">{pending ? t.looking : ''}</span>;
  if (preview.movedSites === 0) return <span className="t3" role="status">{t.nothingMoves}</span>;
  return (
    <div className="reach">
      <div className="row wrap" role="status" style={{ gap: '4px 8px' }}>
        <Icon name="flow" small /><span>{t.lookMove} <b>{t.reach(preview.movedSites, preview.laterSteps)}</b></span>
        {preview.becomeLate > 0 && <span className="tag risk"><Shape name="diamond" />{t.becomeLate(preview.becomeLate)}</span>}
        {preview.noLongerLate > 0 && <span className="tag ok"><Shape name="tick" />{t.noLongerLate(preview.noLongerLate)}</span>}
        {preview.lastActivationFrom !== preview.lastActivationTo && preview.lastActivationTo
          ? <span className="t2">{t.forecastMoves} <DateText date={preview.lastActivationFrom} className="was" /> {t.to} <b><DateText date={preview.lastActivationTo} /></b></span>
          : <span className="t3">{t.forecastStays}</span>}
        {!open && <button type="button" className="act" aria-expanded={each} onClick={() => setEach(!each)}>{each ? t.hideEach : t.showEach}</button>}
      </div>
      {each && (
        <ul className="reach-list">
          {preview.sites.slice(0, 60).map((s) => (
            <li key={s.key}><b>{s.code}</b>{s.becomesLate && <Shape name="diamond" className="risk" />} {s.moves.map((m) => <span key={m.code} className="t2">{m.name} <DateText date={m.from} className="was" /> <DateText date={m.to} className="strong" /></span>)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
