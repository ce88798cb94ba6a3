import { useId, useState } from 'react';
import { formatDate, parseDate, type IsoDate } from '@/shared/dates';
import { Icon } from './icons';

/** A date typed as 12-Mar-2026 or picked from the browser's calendar; what cannot be read stays as typed and is marked. */
export function DateInput({ label, value, onValue, error, required }: { label: string; value: string | undefined; onValue: (value: IsoDate | '') => void; error: string; required?: boolean | undefined }) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const leave = () => {
    if (typed === null) return;
    const read = parseDate(typed);
    if (typed.trim() === '' || read) {
      onValue(read ?? '');
      setTyped(null);
      setWrong(false);
    } else {
      onValue('');
      setWrong(true);
    }
  };
  return (
    <div>
      <label htmlFor={id}><span>{label}</span></label>
      <span className="date-in">
        <input id={id} className="field tn" inputMode="text" autoComplete="off" placeholder="12-Mar-2026" required={required} aria-invalid={wrong || undefined} aria-describedby={`${id}-d`}
          value={typed ?? (value ? formatDate(value) : '')} onChange={(e) => setTyped(e.target.value)} onBlur={leave} onKeyDown={(e) => { if (e.key === 'Enter') leave(); }} />
        <span className="date-pick"><Icon name="cal" />
          <input type="date" tabIndex={-1} aria-hidden="true" value={value ?? ''} onChange={(e) => { setTyped(null); setWrong(false); onValue(e.target.value); }}
            onClick={(e) => e.currentTarget.showPicker?.()} />
        </span>
      </span>
      <span id={`${id}-d`}>{wrong && <span className="wrong">{error}</span>}</span>
    </div>
  );
}
