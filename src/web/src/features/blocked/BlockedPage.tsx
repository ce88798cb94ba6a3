import { Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { sitePath, studyPath } from '@/app/place';
import { studiesQuery } from '@/features/studies/queries';
import { get, newKey, post } from '@/shared/api/client';
import { countryName } from '@/shared/countries';
import { list, text } from '@/shared/api/records';
import { useRight } from '@/shared/api/session';
import { codeWord } from '@/shared/i18n/codes';
import { useDraft } from '@/shared/draft';
import { useLanguage, useWords } from '@/shared/i18n/language';
import { firstField } from '@/ui/firstField';
import { DateText, InstantText } from '@/ui/DateText';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNote, ErrorState } from '@/ui/ErrorState';
import { TextArea } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { StatusBadge } from '@/ui/StatusBadge';
import { useToast } from '@/ui/Toasts';
import { uiWords } from '@/ui/words';
import { planPath } from '@/features/plans/queries';
import { Undeliverable } from './Undeliverable';
import { blockedWords } from './words';

interface BlockedStep { kind: 'step' | 'task' | 'plans'; plan: string; activity: string; step: string; cause: string; code: string; study: string | null; site: string | null; country: string | null; since: string | null }
type Move = 'retry' | 'skip' | 'cancel';
type Loose = Record<string, unknown>;

const toStep = (raw: unknown): BlockedStep => {
  const r = raw as Loose;
  return {
    kind: r.kind === 'task' || r.kind === 'plans' ? r.kind : 'step', plan: text(r.plan) ?? '', activity: text(r.step) ?? '', step: text(r.name) ?? text(r.planTitle) ?? text(r.activity) ?? '', cause: text(r.message) ?? '', code: text(r.cause) ?? 'fault',
    study: text(r.study), site: text(r.site), country: text(r.country), since: text(r.since),
  };
};

/** Every step that cannot go on by itself, with its cause; three moves, each with what it does. */
export default function BlockedPage() {
  const t = useWords(blockedWords);
  const { language } = useLanguage();
  const may = useRight('unblockPlans');
  const studies = useQuery(studiesQuery).data;
  const names = new Map((studies ?? []).map((s) => [s.key, s.protocolNumber ?? s.shortTitle ?? s.title]));
  const [moving, setMoving] = useState<{ step: BlockedStep; move: Move } | null>(null);
  const steps = useQuery({ queryKey: ['blocked'], queryFn: async ({ signal }) => { const a = await get<Loose | unknown[]>('/blocked-steps', signal); return (Array.isArray(a) ? a : list(a.items)).map(toStep); } });
  if (steps.error && !steps.data) return <ErrorState error={steps.error} onRetry={() => void steps.refetch()} />;
  return (
    <>
      <PageHeader title={t.title} sub={t.sub} />
      {!steps.data ? <SkeletonRows /> : steps.data.length === 0 ? <EmptyState title={t.emptyTitle} text={t.emptyText} /> : (
        <div className="pad tscroll" tabIndex={0} role="region" aria-label={t.title}>
          <table className="tb">
            <thead><tr><th>{t.step}</th><th>{t.cause}</th><th>{t.where}</th><th>{t.since}</th><td /></tr></thead>
            <tbody>
              {steps.data.map((s) => (
                <tr key={`${s.plan}${s.activity}`}>
                  <td>{s.plan ? <Link href={planPath(s.plan)}><StatusBadge tone="late" shape="octagon" word={s.step} /></Link> : <StatusBadge tone="late" shape="octagon" word={s.step} />}</td>
                  <td className="wrapping" style={{ maxWidth: 520 }}>{s.kind === 'step' || !s.cause ? <><b>{codeWord('cause', s.code) ?? s.code}</b>{s.cause && <div className="t2">{s.cause}</div>}</> : s.cause}</td>
                  <td>{s.study && s.site ? <Link href={sitePath(s.study, s.site)}>{s.site}</Link> : s.study ? <Link href={studyPath(s.study)}>{[names.get(s.study) ?? s.study, countryName(s.country, language)].filter(Boolean).join(', ')}</Link> : null}</td>
                  <td className="t2">{s.since && (s.since.length > 10 ? <InstantText instant={s.since} /> : <DateText date={s.since} />)}</td>
                  <td className="num">{s.kind === 'task' && s.study && <Link href={s.site ? sitePath(s.study, s.site, '?tab=people') : studyPath(s.study)}>{t.name}<span className="sr">: {s.step}</span></Link>}
                    {may && s.kind === 'step' && <span className="row" style={{ justifyContent: 'flex-end' }}>{(['retry', 'skip', 'cancel'] as const).map((move) => <button key={move} type="button" className="act" onClick={() => setMoving({ step: s, move })}>{t[move]}<span className="sr">: {s.step}</span></button>)}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Undeliverable />
      {moving && <MoveDialog {...moving} onClose={() => setMoving(null)} />}
    </>
  );
}

function MoveDialog({ step, move, onClose }: { step: BlockedStep; move: Move; onClose: () => void }) {
  const t = useWords(blockedWords);
  const ui = useWords(uiWords);
  const client = useQueryClient();
  const toast = useToast();
  const draft = useDraft(`blocked.${step.plan}.${step.activity}`, () => ({ reason: '' }));
  const { reason } = draft.values;
  const [key] = useState(newKey);
  const mutation = useMutation({
    mutationFn: () => post(`/plans/${encodeURIComponent(step.plan)}/blocked-steps/${encodeURIComponent(step.activity)}/${move}`, reason.trim() ? { reason: reason.trim() } : {}, { idempotencyKey: key }),
    onSuccess: async () => { draft.forget(); await client.invalidateQueries(); toast(t.done); onClose(); },
  });
  const needs = move !== 'retry';
  const submit = (e: FormEvent) => { e.preventDefault(); if (!needs || reason.trim()) mutation.mutate(); };
  return (
    <Modal opened onClose={onClose} title={`${t[move]}: ${step.step}`} size={460} centered>
      <form ref={firstField} className="form" onSubmit={submit}>
        <p className="t2">{step.cause}</p>
        <p>{{ retry: t.retryHow, skip: t.skipHow, cancel: t.cancelHow }[move]}</p>
        <TextArea label={t.reason} value={reason} onValue={(text) => draft.put({ reason: text })} required={needs} />
        <ErrorNote error={mutation.error} />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <button type="button" className="btn l" onClick={() => { draft.forget(); onClose(); }}>{ui.cancel}</button>
          <button type="submit" className="btn l p" disabled={mutation.isPending || (needs && !reason.trim())}>{t[move]}</button>
        </div>
      </form>
    </Modal>
  );
}
