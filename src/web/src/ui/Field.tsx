import { useId, type InputHTMLAttributes, type ReactNode } from 'react';

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  onValue: (value: string) => void;
}

/** One labelled input; a refusal stands below it, in words. */
export function Field({ label, hint, error, onValue, ...input }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}><span>{label}</span></label>
      <input id={id} className="field" aria-invalid={error ? true : undefined} aria-describedby={hint || error ? `${id}-d` : undefined}
        onChange={(e) => onValue(e.target.value)} {...input} />
      <span id={`${id}-d`}>
        {error && <span className="wrong">{error}</span>}
        {hint && !error && <span className="hint">{hint}</span>}
      </span>
    </div>
  );
}

/** A choice among few; the browser's own control, so that phones and readers know it. */
export function Choice({ label, value, options, onValue, hint }: {
  label: string; value: string; options: { value: string; label: string }[]; onValue: (value: string) => void; hint?: string;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}><span>{label}</span></label>
      <select id={id} className="field" value={value} onChange={(e) => onValue(e.target.value)}>
        {options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
      </select>
      {hint && <span className="hint">{hint}</span>}
    </div>
  );
}

/** Several lines of text. */
export function TextArea({ label, value, onValue, hint, required }: { label: string; value: string; onValue: (value: string) => void; hint?: string; required?: boolean }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}><span>{label}</span></label>
      <textarea id={id} className="field" value={value} required={required} onChange={(e) => onValue(e.target.value)} />
      {hint && <span className="hint">{hint}</span>}
    </div>
  );
}
