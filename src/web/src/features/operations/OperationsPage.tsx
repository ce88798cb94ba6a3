import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '@/shared/i18n/language';
import { InstantText } from '@/ui/DateText';
import { ErrorState } from '@/ui/ErrorState';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { StatusBadge } from '@/ui/StatusBadge';
import { ClusterTables } from './ClusterTables';
import { HeldMail } from './HeldMail';
import { operationsQuery, type Operations } from './queries';
import { operationsWords } from './words';

/** How the installation runs, for those who run it. */
export default function OperationsPage() {
  const t = useWords(operationsWords);
  const { data, error, refetch } = useQuery(operationsQuery);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader title={t.title} sub={t.sub} />
      {!data ? <SkeletonRows /> : (
        <div className="pad col" style={{ gap: 24, maxWidth: 1100 }}>
          <Readiness data={data} />
          <Waiting data={data} />
          {data.cluster && <ClusterTables cluster={data.cluster} />}
          <HeldMail />
        </div>
      )}
    </>
  );
}

function Readiness({ data }: { data: Operations }) {
  const t = useWords(operationsWords);
  const ready = data.notReady.length === 0;
  return (
    <section className="col" aria-label={ready ? t.ready : t.notReady}>
      <StatusBadge tone={ready ? 'ok' : 'late'} shape={ready ? 'tick' : 'octagon'} word={ready ? t.ready : t.notReady} />
      {data.notReady.map((reason) => <p key={reason} className="wrapping">{reason}</p>)}
      <Facts rows={[
        [t.version, data.version], [t.database, `${data.database} (${({ production: t.production, training: t.training, rehearsal: t.rehearsal } as Record<string, string>)[data.nature] ?? data.nature})`], [t.machine, `${data.machine}, ${data.process}`],
        [t.since, <InstantText key="since" instant={data.started} />], [t.actors, data.actors], [t.memory, `${Math.round(data.memory / 1_048_576)} MB`],
      ]} />
    </section>
  );
}

function Waiting({ data }: { data: Operations }) {
  const t = useWords(operationsWords);
  const w = data.waiting;
  if (!w) return null;
  const seconds = (value: number) => `${Math.round(value)} ${t.seconds}`;
  return (
    <section className="col" aria-label={t.waiting}>
      <h2>{t.waiting}</h2>
      <Facts rows={[
        [t.messages, w.messages], [t.mails, w.mails], [t.undeliverable, w.undeliverable], [t.timers, w.timers],
        [t.messageLag, seconds(w.messageLag)], [t.timerLag, seconds(w.timerLag)], [t.horizon, seconds(w.horizonAge)], [t.clock, seconds(w.clockApart)],
      ]} />
    </section>
  );
}

function Facts({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <div className="tscroll" style={{ maxWidth: 576 }}>
      <table className="tb">
        <tbody>{rows.map(([name, value]) => <tr key={name}><th scope="row" className="t2" style={{ textAlign: 'left' }}>{name}</th><td className="num">{value}</td></tr>)}</tbody>
      </table>
    </div>
  );
}
