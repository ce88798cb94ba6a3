import { Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, newKey, post } from '@/shared/api/client';
import type { StudyRow } from '@/shared/api/records';
import { formatDate } from '@/shared/dates';
import { useWords } from '@/shared/i18n/language';
import { sayName, sayValue } from '@/shared/api/history';
import { ErrorNote } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { Shape } from '@/ui/Shape';
import { studyWords } from './words';

interface Rehearsal {
  id: string; status: string; day?: string | null; done?: number | null; total?: number | null; error?: string | null;
  result?: Record<string, unknown> | null;
}

const running = (status: string | undefined) => status === undefined || ['running', 'queued', 'started', 'pending'].includes(status.toLowerCase());

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
    refetchInterval: (query) => (running(query.state.data?.status) ? 1000 : false),
  });
  const data = run.data ?? start.data;
  const share = data?.total ? Math.min(1, (data.done ?? 0) / data.total) : null;
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
            <div className={`st ${running(data.status) ? 'acc' : data.error ? 'late' : 'ok'}`} role="status">
              <Shape name={running(data.status) ? 'half' : data.error ? 'triangle' : 'tick'} />
              {running(data.status) ? t.dryRunning : data.error ? t.dryFailed : t.dryDone}
              {data.day && <span className="t2 tn">, {t.dryDay} {formatDate(data.day)}</span>}
            </div>
            {running(data.status) && (
              <progress className="progress" max={1} {...(share === null ? {} : { value: share })} aria-label={t.dryRunning} />
            )}
            {data.error && <p className="late">{data.error}</p>}
            {data.result && (
              <dl className="dl">
                {Object.entries(data.result).map(([name, value]) => {
                  const said = sayValue(value);
                  return said ? [<dt key={`${name}t`}>{sayName(name)}</dt>, <dd key={`${name}d`} className="tn">{said}</dd>] : null;
                })}
              </dl>
            )}
            <ErrorNote error={run.error} />
            <div className="row" style={{ justifyContent: 'flex-end' }}><button type="button" className="btn l" onClick={onClose}>{t.close}</button></div>
          </>
        )}
      </div>
    </Modal>
  );
}
