import { Link } from 'wouter';
import { studyPath } from '@/app/place';
import { partyWord } from '@/features/sites/columns';
import { sitesWords } from '@/features/sites/words';
import type { CountryRow } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { slipOf, waitingOf } from '@/shared/levels';
import { DateText } from '@/ui/DateText';
import { PlanBar } from '@/ui/PlanBar';
import { SkeletonRows } from '@/ui/Skeleton';
import { SlipLabel } from '@/ui/SlipLabel';
import { StatusBadge } from '@/ui/StatusBadge';
import { WaitingOn } from '@/ui/WaitingOn';
import { LazyActMenu } from '@/features/site/LazyActMenu';
import { studyTone } from './tone';
import { studyWords } from './words';

/** The countries of a study, each against its plan. */
export function CountriesTable({ study, countries }: { study: string; countries: CountryRow[] | undefined }) {
  const t = useWords(studyWords);
  const st = useWords(sitesWords);
  return (
    <section className="pad" style={{ paddingTop: 12, paddingBottom: 24 }}>
      <h2>{t.countries}</h2>
      {!countries ? <SkeletonRows rows={5} /> : countries.length === 0 ? <p className="t3">{t.countriesNone}</p> : (
        <div className="tscroll" tabIndex={0} role="region" aria-label={t.countries}>
          <table className="tb">
            <thead><tr><th>{t.country}</th><th>{t.status}</th><th>{t.activated}</th><th className="num wide-col">{t.lastPlanned}</th><th className="num">{t.lastForecast}</th><th>{t.slip}</th><th>{t.waitsOn}</th><th><span className="sr">{t.acts}</span></th></tr></thead>
            <tbody>
              {countries.map((c) => (
                <tr key={c.key}>
                  <td className="wrapping"><Link href={studyPath(study, `/sites?f.country=${c.iso2}`)} style={{ fontWeight: 500 }}>{c.name}</Link></td>
                  <td><StatusBadge {...studyTone(c.status)} word={c.statusWord} /></td>
                  <td><span className="row" style={{ gap: 6 }}><span className="tn" style={{ width: 48 }}>{c.activated} <span className="t3">{t.of} {c.sites}</span></span><PlanBar done={c.activated} total={c.sites} planned={c.plannedByToday} /></span></td>
                  <td className="num t2 wide-col"><DateText date={c.lastPlanned} /></td>
                  <td className="num"><DateText date={c.lastForecast} /></td>
                  <td><SlipLabel slip={slipOf(c.slipBusinessDays)} /></td>
                  <td className="wrapping waits-most"><WaitingOn waiting={waitingOf({ ...c, waitingName: c.waitingWhat ?? c.waitingName ?? null }, (p) => partyWord(st, p))} /></td>
                  <td className="num"><LazyActMenu kind="countries" row={{ key: c.key, title: c.name }} study={study} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
