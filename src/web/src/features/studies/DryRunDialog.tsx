import { Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { studyPath } from '@/app/place';
import { get, newKey, post } from '@/shared/api/client';
import type { StudyRow } from '@/shared/api/records';
import { formatDate } from '@/shared/dates';
import { useWords } from '@/shared/i18n/language';
import { sayName } from '@/shared/api/history';
import { statusWord } from '@/shared/i18n/codes';
import { ErrorNote } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { DateText } from '@/ui/DateText';
import { Shape } from '@/ui/Shape';
import type { Rehearsal, Report } from './dryRuns';
import { studyWords } from './words';

const running = (status: string) => status === 'running';

/** A dry run on a copy, with its progress; it can be closed and goes on. */
export function DryRunDialog({ study, onClose }: { study: StudyRow; onClose: () => void }) {
  const t = useWords(studyWords);
  const [seed, setSeed] = useState('1');
  const [key] = useState(newKey);
  const start = useMutation({
    mutationFn: () => post<Rehearsal>(`/studies/${encodeURIComponent(study.key)}/rehearsals`, { seed: Number(seed) || 1 }, { idempotencyKey: key }),
  });
  const id = start.data?.id;
  const run = useQuery({
    queryKey: ['rehearsal', id],
    queryFn: ({ signal }) => get<Rehearsal>(`/rehearsals/${encodeURIComponent(id!)}`, signal),
    enabled: id !== undefined,
    refetchInterval: (query) => (running(query.state.data?.status ?? 'running') ? 1000 : false),
  });
  const data = run.data ?? start.data;
  const now = data?.progress;
  return (
    <Modal opened onClose={onClose} title={t.dryRun} size={480} centered>
      <div className="form">
        <p>{t.dryRunText}</p>
        {!data ? (
          <>
            <Field label={t.seed} inputMode="numeric" value={seed} onValue={setSeed} />
            <ErrorNote error={start.error} />
            <div className="row" style={{ justifyContent: 'flex-end' }}>
              <button type="button" className="btn l" onClick={onClose}>{t.close}</button>
              <button type="button" className="btn l p" disabled={start.isPending} onClick={() => start.mutate()}>{t.startDryRun}</button>
            </div>
          </>
        ) : (
          <>
            <div className={`st ${running(data.status) ? 'acc' : data.problem ? 'late' : 'ok'}`} role="status">
              <Shape name={running(data.status) ? 'half' : data.problem ? 'triangle' : 'tick'} />
              {running(data.status) ? t.dryRunning : data.problem ? t.dryFailed : t.dryDone}
              {running(data.status) && now && <span className="t2 tn">, {t.dryDay} {formatDate(now.today)}</span>}
            </div>
            {running(data.status) && (
              <>
                <progress className="progress" max={now?.sites || 1} {...(now?.sites ? { value: now.over } : {})} aria-label={t.dryRunning} />
                {now && <p className="t2 tn">{t.dryProgress(now.over, now.sites, now.acts)}</p>}
              </>
            )}
            {data.problem && <p className="late">{data.problem}</p>}
            {data.report && <DryRunReport report={data.report} />}
            <ErrorNote error={run.error} />
            <div className="row" style={{ justifyContent: 'flex-end' }}><button type="button" className="btn l" onClick={onClose}>{t.close}</button><Link className="btn l p" href={studyPath(study.key, `/dry-runs?run=${encodeURIComponent(data.id)}`)} onClick={onClose}>{t.dryOpen}</Link></div>
          </>
        )}
      </div>
    </Modal>
  );
}

/** What it came to: when sites were activated, what was sent, what would have stopped. */
function DryRunReport({ report: r }: { report: Report }) {
  const t = useWords(studyWords);
  const counts = (all: Record<string, number>) => Object.entries(all).map(([name, n]) => `${sayName(name).toLowerCase()} ${n}`).join(', ');
  return (
    <>
      <dl className="dl">
        <dt>{t.dryFirst}</dt><dd><DateText date={r.firstActivation} /></dd>
        <dt>{t.dryLast}</dt><dd><DateText date={r.lastActivation} /></dd>
        <dt>{t.sites}</dt><dd>{Object.entries(r.byStatus).map(([status, n]) => `${statusWord('site', status)} ${n}`).join(', ')}</dd>
        <dt>{t.dryActs}</dt><dd className="tn">{r.acts}</dd>
        <dt>{t.dryMails}</dt><dd className="tn">{r.mails}, {t.dryAnswers(r.answers)}</dd>
        {Object.keys(r.postponed).length > 0 && <><dt>{t.dryPostponed}</dt><dd>{counts(r.postponed)}</dd></>}
      </dl>
      {[...r.blockedSteps, ...r.unfinished].length > 0 && (
        <div className="note risk"><Shape name="diamond" /><div><b>{t.dryLook}</b><ul>{[...r.blockedSteps, ...r.unfinished].slice(0, 20).map((text) => <li key={text}>{text}</li>)}</ul></div></div>
      )}
    </>
  );
}
