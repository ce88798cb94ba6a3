import { useWords } from '@/shared/i18n/language';
import { slipOf } from '@/shared/levels';
import { DateText } from '@/ui/DateText';
import { Icon } from '@/ui/icons';
import { SlipLabel } from '@/ui/SlipLabel';
import { StatusBadge } from '@/ui/StatusBadge';
import { siteTone } from '@/features/sites/columns';
import { statusWord } from '@/shared/i18n/codes';
import { uiWords } from '@/ui/words';
import type { ComparedSite } from './dryRuns';
import { studyWords } from './words';

/** One site of a dry run: each milestone there, beside its plan. */
export function DryRunSite({ site, onClose }: { site: ComparedSite; onClose: () => void }) {
  const t = useWords(studyWords);
  const ui = useWords(uiWords);
  return (
    <aside className="panel" aria-label={site.code}>
      <div className="sec">
        <div className="sec-head"><h2 className="grow">{site.code}</h2><StatusBadge {...siteTone(site.status)} word={statusWord('site', site.status)} tag />
          <button type="button" className="btn g ic" onClick={onClose} aria-label={ui.close}><Icon name="x" /></button></div>
        {site.steps.length === 0 ? <p className="t3">{t.dryNothingReached}</p> : (
          <div className="tscroll" tabIndex={0} role="region" aria-label={t.drySteps}>
            <table className="tb">
              <thead><tr><th>{ui.milestone}</th><th className="num">{t.dryPlayed}</th></tr></thead>
              <tbody>
                {site.steps.map((s) => (
                  <tr key={s.code}>
                    <td className="wrapping" style={{ fontWeight: 500 }}>{s.name}{s.planned && <div className="small t3" style={{ fontWeight: 400 }}>{ui.planned} <DateText date={s.planned} /></div>}</td>
                    <td className="num"><DateText date={s.played} />{s.planned && s.played && <div className="small"><SlipLabel slip={slipOf(s.againstPlan)} /></div>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </aside>
  );
}

/** How to look at everything of a dry run: its folder holds a whole installation. */
export function OpenDryRun({ id }: { id: string }) {
  const t = useWords(studyWords);
  const command = `dotnet run --project src/StartupOrchestrator.Server -- --data data/rehearsals/${id} --urls http://127.0.0.1:5081`;
  return (
    <details className="pad" style={{ paddingBottom: 8 }}>
      <summary className="act">{t.dryOpenAll}</summary>
      <p className="t2" style={{ maxWidth: 720, padding: '4px 0' }}>{t.dryOpenHow}</p>
      <pre className="quote" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{command}</pre>
    </details>
  );
}
