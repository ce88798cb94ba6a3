import { statusWord } from '@/shared/i18n/codes';
import { useWords } from '@/shared/i18n/language';
import { DateText } from '@/ui/DateText';
import { Shape } from '@/ui/Shape';
import type { ComparedSite, Report } from './dryRuns';
import { studyWords } from './words';

/** What a dry run came to in four figures, and where a person would have to look. */
export function DryRunFigures({ report: r, compared }: { report: Report; compared: ComparedSite[] | undefined }) {
  const t = useWords(studyWords);
  const later = compared?.filter((c) => (c.againstPlan ?? 0) > 0).length ?? 0;
  const active = r.byStatus.active ?? 0;
  const look = [...r.blockedSteps, ...r.unfinished];
  return (
    <>
      <div className="figures">
        <div><div className="label">{t.sitesActivated}</div><div className="value">{active} <small>{t.of} {r.sites}</small></div><div className="small t3">{Object.entries(r.byStatus).filter(([k]) => k !== 'active').map(([k, n]) => `${statusWord('site', k)} ${n}`).join(', ')}</div></div>
        <div><div className="label">{t.dryLast}</div><div className="value"><DateText date={r.lastActivation} /></div><div className="small t3">{t.dryFirst} <DateText date={r.firstActivation} /></div></div>
        <div><div className="label">{t.dryLater}</div><div className="value">{later}</div><div className="small t3">{t.dryLaterNote}</div></div>
        <div><div className="label">{t.dryMails}</div><div className="value">{r.mails}</div><div className="small t3">{t.dryAnswers(r.answers)}, {t.dryActs.toLowerCase()} {r.acts}</div></div>
      </div>
      {look.length > 0 && <details className="pad" style={{ paddingBottom: 8 }}><summary className="st risk"><Shape name="diamond" />{t.dryLook} ({look.length})</summary><ul className="t2">{look.slice(0, 60).map((text) => <li key={text}>{text}</li>)}</ul></details>}
    </>
  );
}
