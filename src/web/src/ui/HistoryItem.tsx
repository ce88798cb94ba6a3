import { useWords } from '@/shared/i18n/language';
import { InstantText } from './DateText';
import { Icon, type IconName } from './icons';
import { uiWords } from './words';

export interface HistoryEntry {
  id: string;
  icon?: IconName;
  /** What happened, in words. */
  what: string;
  /** The field that changed, for filters. */
  field?: string | null;
  old?: string | null;
  new?: string | null;
  who: string | null;
  onBehalfOf?: string | null;
  reason?: string | null;
  /** Instant of the record, UTC. */
  at: string;
  /** The date on which it was true, when that differs. */
  on?: string | null;
}

/** Who changed what, when and why: old struck through, new bold. */
export function HistoryItem({ entry: e }: { entry: HistoryEntry }) {
  const t = useWords(uiWords);
  return (
    <li>
      <Icon name={e.icon ?? 'history'} small />
      <div>
        <div>{e.what}</div>
        {(e.old || e.new) && <div>{e.old && <><span className="was">{e.old}</span> </>}<b>{e.new}</b></div>}
        <div className="t2">
          {e.who ?? t.byAutomatic}
          {e.onBehalfOf && <>, {t.onBehalf(e.onBehalfOf)}</>}
          {e.reason && <>: “{e.reason}”</>}
        </div>
        <div className="when"><InstantText instant={e.at} />{e.on && <>, {e.on}</>}</div>
      </div>
    </li>
  );
}
