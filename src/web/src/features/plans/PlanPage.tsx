import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useParams } from 'wouter';
import { newKey, post } from '@/shared/api/client';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { InstantText } from '@/ui/DateText';
import { ErrorNote, ErrorState } from '@/ui/ErrorState';
import { TextArea } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { useToast } from '@/ui/Toasts';
import { canTakeBack, valuesText } from './history';
import { PlanStatus } from './PlanStatus';
import { planPath, planQuery, stepsQuery, type PlanStep, type StepActivity } from './queries';
import { causeWord, planWords } from './words';

/** One plan: what it did step by step, with inputs and outputs; sensitive ones come masked from the server. */
export default function PlanPage() {
  const t = useWords(planWords);
  const { plan = '' } = useParams<{ plan: string }>();
  const may = useRight('unblockPlans');
  const record = useQuery(planQuery(plan));
  const steps = useQuery(stepsQuery(plan));
  const error = record.error ?? steps.error;
  if (error && !steps.data) return <ErrorState error={error} onRetry={() => { void record.refetch(); void steps.refetch(); }} />;
  const row = record.data?.record;
  return (
    <>
      <PageHeader title={row?.title ?? t.plan} beside={row && <PlanStatus status={row.status} />} sub={row && [`${t.version} ${row.details.version}`, row.site ?? row.study].filter(Boolean).join(' · ')} />
      {may && steps.data && canTakeBack(steps.data) && <TakeBack plan={plan} />}
      <section className="pad col" aria-label={t.history} style={{ paddingBottom: 24 }}>
        <h2>{t.history}</h2>
        {!steps.data ? <SkeletonRows /> : steps.data.length === 0 ? <p className="t3">{t.noSteps}</p> : (
          <ol className="col" style={{ listStyle: 'none', padding: 0, margin: 0, gap: 16 }}>
            {[...steps.data].reverse().map((s) => <Step key={s.version} step={s} />)}
          </ol>
        )}
      </section>
    </>
  );
}

function Step({ step }: { step: PlanStep }) {
  const t = useWords(planWords);
  return (
    <li className="col" style={{ gap: 4 }}>
      <div className="row wrap"><b>{causeWord(step.cause, t)}</b><span className="t2"><InstantText instant={step.at} /></span>{step.by !== 'system' && <span className="t3">{t.by(step.by.replace(/^person\//, ''))}</span>}</div>
      <ul className="col t2" style={{ gap: 2, margin: 0, paddingLeft: 20 }}>
        {step.begun.map((a, i) => <Act key={`b${i}`} act={a} word={t.began} detail={valuesText(a.values)} />)}
        {step.ended.map((a, i) => <Act key={`e${i}`} act={a} word={t.ended} detail={[a.outcomes?.filter((o) => o !== 'Done').join(', '), valuesText(a.values)].filter(Boolean).join('; ')} />)}
        {step.blocked.map((a, i) => <Act key={`x${i}`} act={a} word={t.stopped} detail={a.message ?? ''} />)}
        {step.lines.map((line, i) => <li key={`l${i}`}>{step.cause.startsWith('migration') ? line : `${t.printed}: ${line}`}</li>)}
        {step.outcome && <li>{t.endedWith(step.outcome)}</li>}
      </ul>
    </li>
  );
}

function Act({ act, word, detail }: { act: StepActivity; word: string; detail: string }) {
  return <li><span className="strong">{act.name ?? act.activity}</span> {word}{detail && `: ${detail}`}</li>;
}

function TakeBack({ plan }: { plan: string }) {
  const t = useWords(planWords);
  const client = useQueryClient();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const back = useMutation({
    mutationFn: () => post(`${planPath(plan)}/commands`, { type: 'plan.revert-migration', reason: reason.trim() }, { idempotencyKey: newKey() }),
    onSuccess: async () => { toast(t.taken); await client.invalidateQueries({ queryKey: ['plan', plan] }); },
  });
  const submit = (e: FormEvent) => { e.preventDefault(); if (reason.trim()) back.mutate(); };
  return (
    <form className="pad form" style={{ maxWidth: 480, paddingBottom: 16 }} onSubmit={submit} aria-label={t.back}>
      <p className="t2">{t.backHow}</p>
      <TextArea label={t.reason} value={reason} onValue={setReason} required />
      <ErrorNote error={back.error} />
      <div><button type="submit" className="btn l" disabled={back.isPending || !reason.trim()}>{t.back}</button></div>
    </form>
  );
}
