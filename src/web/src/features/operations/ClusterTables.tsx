import { useWords } from '@/shared/i18n/language';
import { InstantText } from '@/ui/DateText';
import type { Operations } from './queries';
import { operationsWords } from './words';

/** Who is a member, who owns how many actors, and who looks after messages and timers. */
export function ClusterTables({ cluster }: { cluster: NonNullable<Operations['cluster']> }) {
  const t = useWords(operationsWords);
  return (
    <section className="col" aria-label={t.cluster}>
      <h2>{t.cluster}</h2>
      <div className="tscroll col" tabIndex={0} role="region" aria-label={t.cluster}>
      <table className="tb">
        <thead><tr><th>{t.host}</th><th>{t.status}</th><th>{t.since}</th><th>{t.alive}</th><th className="num">{t.actors}</th></tr></thead>
        <tbody>
          {cluster.members.map((m) => (
            <tr key={m.address}>
              <td className="strong">{m.machine} {m.address}{m.here && ` (${t.here})`}</td><td>{m.status}</td>
              <td className="t2"><InstantText instant={m.since} /></td><td className="t2"><InstantText instant={m.alive} /></td><td className="num">{m.actors}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="tb">
        <thead><tr><th>{t.relay}</th><th>{t.owner}</th><th>{t.since}</th><th>{t.alive}</th><th className="num">{t.carried}</th></tr></thead>
        <tbody>
          {cluster.relays.map((r) => (
            <tr key={r.name}>
              <td className="strong">{r.name === 'messages' ? t.relayMessages : t.relayTimers}</td><td>{r.owner}</td>
              <td className="t2"><InstantText instant={r.since} /></td><td className="t2"><InstantText instant={r.looked} /></td><td className="num">{r.carried}</td>
            </tr>
          ))}
        </tbody>
      </table>
      </div>
    </section>
  );
}
