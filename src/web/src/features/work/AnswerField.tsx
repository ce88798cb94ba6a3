import { useId } from 'react';
import { FileField } from '@/features/commands/FileField';
import { useWords } from '@/shared/i18n/language';
import { DateInput } from '@/ui/DateInput';
import { Choice, Field, TextArea } from '@/ui/Field';
import type { AnswerValue, FormField } from './taskForm';
import { workWords } from './words';

/** One question of a task, drawn from what the API says about it. */
export function AnswerField({ field, value, onValue, wrong }: { field: FormField; value: AnswerValue; onValue: (value: AnswerValue) => void; wrong: boolean }) {
  const t = useWords(workWords);
  const id = useId();
  const text = typeof value === 'string' ? value : '';
  const hint = wrong ? { hint: t.missing } : field.help ? { hint: field.help } : {};
  switch (field.kind) {
    case 'choice':
      if (!field.multiple) return <Choice label={field.label} value={text} onValue={onValue} options={[{ value: '', label: t.choose }, ...(field.options ?? [])]} {...hint} />;
      return (
        <fieldset className="plain-set">
          <legend>{field.label}</legend>
          {(field.options ?? []).map((o) => {
            const chosen = Array.isArray(value) ? value : [];
            return (
              <label key={o.value} className="row"><input type="checkbox" className="check" checked={chosen.includes(o.value)}
                onChange={(e) => onValue(e.target.checked ? [...chosen, o.value] : chosen.filter((c) => c !== o.value))} />{o.label}</label>
            );
          })}
          {wrong && <span className="wrong">{t.missing}</span>}
        </fieldset>
      );
    case 'yes-no':
      return (
        <fieldset className="plain-set">
          <legend>{field.label}</legend>
          <span className="row" style={{ gap: 16 }}>
            <label className="row"><input type="radio" name={id} checked={value === true} onChange={() => onValue(true)} />{t.yes}</label>
            <label className="row"><input type="radio" name={id} checked={value === false} onChange={() => onValue(false)} />{t.no}</label>
          </span>
          {wrong && <span className="wrong">{t.missing}</span>}
        </fieldset>
      );
    case 'date': return <DateInput label={field.label} value={text || undefined} onValue={onValue} error={t.noDate} required={field.required} />;
    case 'file': return <FileField label={field.label} value={typeof value === 'object' && !Array.isArray(value) ? value : undefined} onValue={onValue} />;
    case 'number': return <Field label={field.label} inputMode="decimal" value={text} onValue={onValue} error={wrong ? t.missing : undefined} hint={field.help} />;
    case 'text': return <TextArea label={field.label} value={text} onValue={onValue} {...hint} />;
  }
}
