import { useWords } from '@/shared/i18n/language';
import type { IsoDate } from '@/shared/dates';
import type { Party } from '@/shared/types';
import { DateText } from './DateText';
import { Icon } from './icons';
import { PARTY_ICON } from './WaitingOn';
import { uiWords } from './words';

export interface Round {
  round: number;
  step: string;
  with: Party;
  from: IsoDate;
  /** Absent while it runs. */
  to?: IsoDate | null;
  businessDays: number;
  level?: 'ok' | 'risk' | 'late';
  clauses?: string;
}

/** Who held a contract and for how long; the open row is marked and says "running". */
export function RoundLedger({ rounds }: { rounds: Round[] }) {
  const t = useWords(uiWords);
  const clauses = rounds.some((r) => r.clauses);
  return (
    <div className="tscroll" tabIndex={0} role="region" aria-label={t.round}>
      <table className="tb stack">
        <thead>
          <tr>
            <th>{t.round}</th><th>{t.step}</th><th>{t.with}</th><th className="num">{t.from}</th>
            <th className="num">{t.to}</th><th className="num">{t.daysHead}</th>{clauses && <th>{t.clauses}</th>}
          </tr>
        </thead>
        <tbody>
          {rounds.map((r, i) => (
            <tr key={i} className={r.to ? '' : 'cur'}>
              <td className="tn t2" data-label={t.round}>{r.round}</td>
              <td>{r.step}</td>
              <td><span className="wait"><Icon name={PARTY_ICON[r.with]} small />{r.with === 'us' ? t.partyUs : t.partySite}</span></td>
              <td className="num t2" data-label={t.from}><DateText date={r.from} /></td>
              <td className="num t2" data-label={t.to}>{r.to ? <DateText date={r.to} /> : <span className="acc strong">{t.running}</span>}</td>
              <td className={`num strong ${r.level === 'late' ? 'late' : r.level === 'risk' ? 'risk' : ''}`} title={t.daysSpoken(r.businessDays)}>{t.days(r.businessDays)}</td>
              {clauses && <td className="t2">{r.clauses}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
