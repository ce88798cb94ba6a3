import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { get } from '@/shared/api/client';
import type { AuditPage } from '@/shared/api/history';
import { text } from '@/shared/api/records';
import { formatDate, formatInstant, type IsoDate } from '@/shared/dates';
import { useDraft } from '@/shared/draft';
import { commandWords } from '@/features/commands/words';
import { useWords } from '@/shared/i18n/language';
import { ConflictDialog } from '@/ui/ConflictDialog';
import { DateInput } from '@/ui/DateInput';
import { ErrorNote } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { uiWords } from '@/ui/words';
import { isConflict, useApplyPlan } from './applyPlan';
import { previewQuery, type PlanPreviewSite } from './queries';
import { Reach } from './Reach';
import './schedule.css';
import { scheduleWords } from './words';

export interface PlanEditTarget { site: string; code: string; name: string; milestone: string; planned: IsoDate | null; version: number }
interface Conflict { date: IsoDate | null; who: string; version: number }

/** What somebody else saved since the value was shown; null when this date is still the same. */
async function newerDate(target: PlanEditTarget): Promise<Conflict | null> {
  const path = `/sites/${encodeURIComponent(target.site)}`;
  const detail = await get<{ site: { version: number }; milestones: { code: string; planned?: string | null }[] }>(path);
  const date = detail.milestones.find((m) => m.code === target.milestone)?.planned ?? null;
  if (date === target.planned) return { date, who: '', version: detail.site.version };
  const acts = (await get<AuditPage>(`${path}/history?limit=20`)).items;
  const act = acts.find((a) => a.changes.some((c) => c.field === `${target.milestone}.plan`)) ?? acts[0];
  return { date, version: detail.site.version, who: act ? [act.byName ?? text(act.by), formatInstant(act.at), act.reason && `“${act.reason}”`].filter(Boolean).join(', ') : '' };
}

/** Types another planned date, with its reach before Apply, an undo after it, and both values where someone else was first. */
export function PlanEdit({ study, target, initial, onDone }: { study: string; target: PlanEditTarget; initial?: IsoDate; onDone: () => void }) {
  const t = useWords(scheduleWords);
  const ui = useWords(uiWords);
  const c = useWords(commandWords);
  const client = useQueryClient();
  const apply = useApplyPlan();
  const draft = useDraft<{ date: IsoDate | ''; reason: string }>(`plan.${target.site}.${target.milestone}`, () => ({ date: target.planned ?? '', reason: '' }));
  // A date that was dragged to counts for more than one that was typed before.
  const [dragged, setDragged] = useState(initial);
  const { reason } = draft.values;
  const date = dragged ?? draft.values.date;
  const setDate = (next: IsoDate | '') => { setDragged(undefined); draft.put({ date: next }); };
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const changed = date !== '' && date !== target.planned;
  const preview = useQuery(previewQuery(study, changed ? { sites: [target.site], milestone: target.milestone, date } : null));
  const end = () => { draft.forget(); onDone(); };
  const save = async (site: PlanPreviewSite, why: string, again: boolean): Promise<void> => {
    setBusy(true);
    setError(null);
    const refused = (await apply([site], why))[0];
    setBusy(false);
    if (!refused) return end();
    if (!isConflict(refused.error)) return setError(refused.error);
    const newer = await newerDate(target);
    if (newer && newer.date === target.planned && again) return save({ ...site, version: newer.version }, why, false);
    setConflict(newer);
  };
  const submit = (e: FormEvent) => {
    e.preventDefault();
    setTried(true);
    const site = preview.data?.sites[0];
    if (changed && reason.trim() && site) void save({ ...site, version: target.version }, reason.trim(), true);
  };
  const mine = async (why: string) => {
    const site = preview.data?.sites[0];
    if (site && conflict) await save({ ...site, version: conflict.version }, why.trim() || reason.trim(), false);
    setConflict(null);
  };
  return (
    <form className="form edit-pop" onSubmit={submit} noValidate onKeyDown={(e) => { if (e.key === 'Escape') { e.stopPropagation(); onDone(); } }}>
      <span className="t2"><b>{target.code}</b>, {target.name}</span>
      {draft.restored && <p className="small t3">{c.draftBack}</p>}
      <DateInput label={t.planned} value={date} onValue={setDate} error={c.noDate} required />
      <Field label={t.because} value={reason} onValue={(text) => draft.put({ reason: text })} required error={tried && !reason.trim() ? c.missing : undefined} />
      {changed && <Reach preview={preview.data} pending={preview.isPending} error={preview.error} open />}
      <ErrorNote error={error} />
      <div className="acts">
        <button type="button" className="btn" onClick={end}>{ui.cancel}</button>
        <button type="submit" className="btn p" disabled={busy || !changed || !preview.data}>{t.apply}</button>
      </div>
      <ConflictDialog opened={conflict !== null} what={`${target.code}, ${target.name}. ${t.was} ${target.planned ? formatDate(target.planned) : '–'}.`}
        theirs={{ value: conflict?.date ? formatDate(conflict.date) : '–', who: conflict?.who || t.theirs }} mine={{ value: date ? formatDate(date) : '–', who: t.mine }}
        onKeepTheirs={() => { setConflict(null); void client.invalidateQueries(); end(); }} onUseMine={(why) => void mine(why)} onLater={() => setConflict(null)} />
    </form>
  );
}
