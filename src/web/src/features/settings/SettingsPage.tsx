import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { get, send } from '@/shared/api/client';
import { useIntention } from '@/shared/api/intention';
import { asApiError } from '@/shared/api/problem';
import { useRight } from '@/shared/api/session';
import { useDraft } from '@/shared/draft';
import { uiWords } from '@/ui/words';
import { useWords } from '@/shared/i18n/language';
import { useUrlState } from '@/shared/url';
import { DateText } from '@/ui/DateText';
import { ErrorNote, ErrorState } from '@/ui/ErrorState';
import { Choice, Field } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { StatusBadge } from '@/ui/StatusBadge';
import { useToast } from '@/ui/Toasts';
import { COUNTRIES, countryName } from '@/shared/countries';
import { useLanguage } from '@/shared/i18n/language';
import { settingsWords } from './words';

interface Settings { instanceName: string; nature: string; senderName: string | null; senderAddress: string | null; replyTo: string | null; baseUrl: string | null; defaultLanguage: string | null; defaultTimeZone: string | null; quietFrom: string | null; quietTo: string | null; version: number }
type Text = Record<'instanceName' | 'senderName' | 'senderAddress' | 'replyTo' | 'baseUrl' | 'defaultTimeZone' | 'quietFrom' | 'quietTo', string>;
const FIELDS = ['instanceName', 'senderName', 'senderAddress', 'replyTo', 'baseUrl', 'defaultTimeZone', 'quietFrom', 'quietTo'] as const;

/** The installation: its mark, from whom mails leave, quiet hours, and the calendars that count business days. */
export default function SettingsPage() {
  const t = useWords(settingsWords);
  const settings = useQuery({ queryKey: ['settings'], queryFn: ({ signal }) => get<Settings>('/settings', signal) });
  if (settings.error && !settings.data) return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  return (
    <>
      <PageHeader title={t.title} sub={t.sub} />
      {!settings.data ? <SkeletonRows /> : <div className="pad settings"><SettingsForm key={settings.data.version} settings={settings.data} /><Calendar /></div>}
    </>
  );
}

function SettingsForm({ settings }: { settings: Settings }) {
  const t = useWords(settingsWords);
  const ui = useWords(uiWords);
  const may = useRight('managePeople');
  const client = useQueryClient();
  const toast = useToast();
  // Only what was typed is kept: what others saved meanwhile stays theirs.
  const draft = useDraft<Partial<Text>>('settings', () => ({}));
  const values = Object.fromEntries(FIELDS.map((f) => [f, draft.values[f] ?? settings[f] ?? ''])) as Text;
  const intention = useIntention();
  const changed = Object.fromEntries(FIELDS.filter((f) => values[f].trim() !== (settings[f] ?? '') && values[f].trim() !== '').map((f) => [f, values[f].trim()]));
  const save = useMutation({
    mutationFn: () => send('/settings', { method: 'PUT', body: changed, idempotencyKey: intention.key, ...(settings.version ? { ifMatch: `"${settings.version}"` } : {}) }),
    onSuccess: async () => { draft.forget(); await client.invalidateQueries(); toast(t.saved); },
    onError: intention.failed,
  });
  const refusal = save.error ? asApiError(save.error) : null;
  const submit = (e: FormEvent) => { e.preventDefault(); if (Object.keys(changed).length > 0) save.mutate(); };
  const nature = { production: t.production, training: t.training, rehearsal: t.rehearsal }[settings.nature] ?? settings.nature;
  return (
    <form className="form" style={{ maxWidth: 460 }} onSubmit={submit}>
      <h2>{t.installation}</h2>
      {draft.restored && Object.keys(changed).length > 0 && <p className="small t3">{ui.draftBack} <button type="button" className="act" onClick={() => { draft.put(Object.fromEntries(FIELDS.map((f) => [f, undefined]))); draft.forget(); }}>{ui.throwAway}</button></p>}
      <p><StatusBadge tone={settings.nature === 'production' ? 'ok' : 'acc'} word={nature} tag /> <span className="t3">{t.bornAs}</span></p>
      {FIELDS.map((f) => (
        <div key={f}>{f === 'senderName' && <h2 style={{ padding: '12px 0' }}>{t.mail}</h2>}
          <Field label={t[f]} value={values[f]} onValue={(v) => draft.put({ [f]: v })} readOnly={!may} error={refusal?.field(f)} {...(f === 'quietFrom' ? { hint: t.quietHint } : {})} /></div>
      ))}
      <ErrorNote error={refusal?.conflict ? null : save.error} />
      {refusal?.conflict && <div className="note risk" role="alert">{t.conflict}</div>}
      {may && <div><button type="submit" className="btn p l" disabled={save.isPending || Object.keys(changed).length === 0}>{t.save}</button></div>}
    </form>
  );
}

function Calendar() {
  const t = useWords(settingsWords);
  const { language } = useLanguage();
  const [url, setUrl] = useUrlState();
  const country = url.get('country') ?? 'DE';
  const year = url.get('year') ?? String(new Date().getFullYear());
  const data = useQuery({ queryKey: ['calendar', country, year], queryFn: ({ signal }) => get<{ name: string; known: boolean; days: { date: string; name: string }[] }>(`/calendars/${country}?year=${year}`, signal) }).data;
  const years = [0, 1, 2].map((n) => String(new Date().getFullYear() + n));
  return (
    <section aria-label={t.calendars}>
      <h2>{t.calendars}</h2>
      <p className="t3 small">{t.calendarsText}</p>
      <div className="row form" style={{ flexDirection: 'row', padding: '12px 0 8px' }}>
        <Choice label={t.country} value={country} onValue={(c) => setUrl({ country: c })} options={COUNTRIES.map((c) => ({ value: c, label: countryName(c, language) }))} />
        <Choice label={t.year} value={year} onValue={(y) => setUrl({ year: y })} options={[...new Set([year, ...years])].sort().map((y) => ({ value: y, label: y }))} />
      </div>
      {!data ? <SkeletonRows rows={6} /> : (
        <>
          {!data.known && <div className="note risk">{t.unknown}</div>}
          <table className="tb"><thead><tr><th className="num" style={{ width: 110 }}>{t.date}</th><th>{t.holiday}</th></tr></thead><tbody>{data.days.map((d) => <tr key={d.date}><td className="num"><DateText date={d.date} /></td><td>{d.name}</td></tr>)}</tbody></table>
        </>
      )}
    </section>
  );
}
