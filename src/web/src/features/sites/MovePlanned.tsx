import { useDebouncedValue } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { commandWords } from '@/features/commands/words';
import { useApplyPlan, type RefusedSite } from '@/features/schedule/applyPlan';
import { previewQuery, type PlanPreview, type PlanRequest } from '@/features/schedule/queries';
import { Reach } from '@/features/schedule/Reach';
import '@/features/schedule/schedule.css';
import { scheduleWords } from '@/features/schedule/words';
import { useDraft } from '@/shared/draft';
import type { SiteRow } from '@/shared/api/records';
import { useWords } from '@/shared/i18n/language';
import { DateInput } from '@/ui/DateInput';
import { ErrorNote } from '@/ui/ErrorState';
import { sitesWords } from './words';

/** The reach in several studies as one; each study was asked for its own. */
function together(parts: (PlanPreview | undefined)[]): PlanPreview | undefined {
  const all = parts.filter((p): p is PlanPreview => p !== undefined);
  if (all.length === 0 || all.length < parts.length) return undefined;
  const sum = (of: (p: PlanPreview) => number) => all.reduce((n, p) => n + of(p), 0);
  const last = (of: (p: PlanPreview) => string | null) => all.map(of).filter((d): d is string => d !== null).sort().at(-1) ?? null;
  return { ...all[0]!, sites: all.flatMap((p) => p.sites), movedSites: sum((p) => p.movedSites), laterSteps: sum((p) => p.laterSteps), becomeLate: sum((p) => p.becomeLate), noLongerLate: sum((p) => p.noLongerLate), lastActivationFrom: last((p) => p.lastActivationFrom), lastActivationTo: last((p) => p.lastActivationTo) };
}

/** Moves a planned date of all chosen sites; how far that reaches stands there before Apply. Refused sites stay chosen. */
export function MovePlanned({ sites, onLeft }: { sites: SiteRow[]; onLeft: (keys: Set<string>) => void }) {
  const t = useWords(sitesWords);
  const s = useWords(scheduleWords);
  const c = useWords(commandWords);
  const apply = useApplyPlan();
  const draft = useDraft('bulk-move', () => ({ milestone: 'SI-270', days: '10', date: '', reason: '' }));
  const { milestone, days, date, reason } = draft.values;
  const [done, setDone] = useState<number | null>(null);
  const [refused, setRefused] = useState<RefusedSite[]>([]);
  const by = Number(days);
  const move = date ? { milestone, date } : Number.isInteger(by) && by !== 0 ? { milestone, byBusinessDays: by } : null;
  const studies = [...new Set(sites.map((x) => x.study))].sort();
  const request = move && studies.map((study): [string, PlanRequest] => [study, { sites: sites.filter((x) => x.study === study).map((x) => x.key), ...move }]);
  const [asked] = useDebouncedValue(request, 250);
  const previews = useQueries({ queries: (asked ?? []).map(([study, wanted]) => previewQuery(study, wanted)) });
  const preview = { data: together(previews.map((q) => q.data)), isFetching: previews.some((q) => q.isFetching), error: previews.find((q) => q.error)?.error ?? null };
  const ready = preview.data && preview.data.movedSites > 0 && JSON.stringify(asked) === JSON.stringify(request) && reason.trim() !== '';
  const submit = async (e: FormEvent) => {
    e.preventDefault();
    if (!ready || !preview.data) return;
    setDone(0);
    const failed = await apply(preview.data.sites, reason.trim(), setDone);
    setDone(null);
    setRefused(failed);
    if (failed.length === 0) draft.forget();
    onLeft(new Set(failed.map((r) => r.key)));
  };
  return (
    <form className="row wrap form-row" style={{ width: '100%' }} onSubmit={(e) => void submit(e)}>
      <label><span>{s.which}</span>
        <select className="field" style={{ width: 150 }} value={milestone} onChange={(e) => draft.put({ milestone: e.target.value })}>
          {([['SI-160', t.contract], ['SI-220', t.visit], ['SI-250', t.ipRelease], ['SI-270', t.activation]] as const).map(([value, label]) => <option key={value} value={value}>{label}</option>)}
        </select>
      </label>
      <label><span>{s.by}</span><input className="field tn" style={{ width: 60 }} inputMode="numeric" value={days} disabled={date !== ''} onChange={(e) => draft.put({ days: e.target.value })} /><span>{s.bd}</span></label>
      <DateInput label={s.or} value={date} onValue={(next) => draft.put({ date: next })} error={c.noDate} />
      <label><span>{t.because}</span><input className="field" style={{ width: 200 }} value={reason} onChange={(e) => draft.put({ reason: e.target.value })} required /></label>
      <div className="grow" style={{ minWidth: 260 }}>{done !== null ? <span className="t2 tn" role="status">{s.saving(done, sites.length)}</span> : <Reach preview={preview.data} pending={preview.isFetching && !preview.data} error={preview.error} />}</div>
      <button type="submit" className="btn p" disabled={!ready || done !== null}>{s.applyTo(preview.data?.movedSites ?? sites.length)}</button>
      {refused.length > 0 && <div style={{ width: '100%' }}><b>{s.failed(refused.length)}</b><ErrorNote error={refused[0]?.error} /></div>}
    </form>
  );
}
