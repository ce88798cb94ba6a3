import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { newKey, post } from '@/shared/api/client';
import { useWords } from '@/shared/i18n/language';
import { ErrorNote } from '@/ui/ErrorState';
import { Choice, TextArea } from '@/ui/Field';
import { StatusBadge } from '@/ui/StatusBadge';
import { useToast } from '@/ui/Toasts';
import { planPath, versionsQuery, type MigrationLine, type MigrationReport } from './queries';
import { planWords } from './words';

/** Moves running plans to another version: first what would happen, plan by plan; then, with a reason, that and nothing else. */
export function MovePlans({ definition }: { definition: string }) {
  const t = useWords(planWords);
  const client = useQueryClient();
  const toast = useToast();
  const versions = (useQuery(versionsQuery(definition)).data?.versions ?? []).filter((v) => !v.retractedAt);
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const [report, setReport] = useState<MigrationReport | null>(null);
  const version = chosen || String(versions[0]?.number ?? '');
  const path = `/definitions/${encodeURIComponent(definition)}/migration`;
  const look = useMutation({ mutationFn: () => post<MigrationReport>(`${path}/preview`, { version: Number(version) }), onSuccess: setReport });
  const possible = report?.plans.filter((p) => p.possible && !p.moved) ?? [];
  const move = useMutation({
    mutationFn: () => post<MigrationReport>(path, { version: report!.version, plans: possible.map((p) => p.plan), reason: reason.trim() }, { idempotencyKey: newKey() }),
    onSuccess: async (answer) => { setReport(answer); setReason(''); toast(t.applied); await client.invalidateQueries({ queryKey: ['plans'] }); },
  });
  const submit = (e: FormEvent) => { e.preventDefault(); if (reason.trim() && possible.length > 0) move.mutate(); };
  if (versions.length === 0) return null;
  return (
    <section className="pad col" aria-label={t.move} style={{ paddingBottom: 16 }}>
      <h2>{t.move}</h2>
      <p className="t2">{t.moveHow}</p>
      <div className="form" style={{ flexDirection: 'row', flexWrap: 'wrap', alignItems: 'end' }}>
        <div style={{ width: 280 }}><Choice label={t.to} value={version} onValue={(v) => { setChosen(v); setReport(null); }} options={versions.map((v) => ({ value: String(v.number), label: v.note ? `${v.number}: ${v.note}` : String(v.number) }))} /></div>
        <button type="button" className="btn l" disabled={look.isPending} onClick={() => look.mutate()}>{t.preview}</button>
      </div>
      <ErrorNote error={look.error} />
      {report && (report.plans.length === 0 ? <p role="status">{t.nothing}</p> : (
        <>
          {report.gone.length > 0 && <div className="note warn" role="status">{t.gone(report.gone.join(', '))}</div>}
          <MoveTable lines={report.plans} />
          {report.more && <p className="t3">{t.moreToMove}</p>}
          {possible.length > 0 && (
            <form className="form" style={{ maxWidth: 460 }} onSubmit={submit}>
              <TextArea label={t.reason} value={reason} onValue={setReason} required />
              <ErrorNote error={move.error} />
              <div><button type="submit" className="btn l p" disabled={move.isPending || !reason.trim()}>{t.apply(possible.length)}</button></div>
            </form>
          )}
        </>
      ))}
    </section>
  );
}

function MoveTable({ lines }: { lines: MigrationLine[] }) {
  const t = useWords(planWords);
  return (
    <div className="tscroll" tabIndex={0} role="region" aria-label={t.result}>
      <table className="tb">
        <thead><tr><th>{t.plan}</th><th>{t.version}</th><th>{t.result}</th><th>{t.stands}</th><th>{t.why}</th></tr></thead>
        <tbody>
          {lines.map((p) => (
            <tr key={p.plan}>
              <td className="strong"><Link href={planPath(p.plan)}>{p.title ?? p.plan}</Link></td>
              <td>{p.from}</td>
              <td>{p.moved ? <StatusBadge tone="ok" word={t.moved} /> : p.possible ? <StatusBadge tone="acc" word={t.would} /> : <StatusBadge tone="late" word={t.stays} />}</td>
              <td className="wrapping">{p.moves.map((m) => t.becomes(m.from, m.to)).join(', ')}</td>
              <td className="wrapping" style={{ maxWidth: 420 }}>{(p.possible ? p.notes : p.refusals).join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
