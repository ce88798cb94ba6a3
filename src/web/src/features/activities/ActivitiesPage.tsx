import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '@/shared/api/client';
import { useWords } from '@/shared/i18n/language';
import { ErrorState } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { activityWords } from './words';

interface Named { name: string; description: string }
interface Input extends Named { type: string; label: string; options: string[]; required: boolean; default?: unknown }
interface Activity {
  type: string; version: number; label: string; category: string; description: string; isTrigger: boolean;
  inputs: Input[]; outputs: Named[]; outcomes: Named[]; waits: { name: string; who: string; typical: number; longest: number }[];
}

const matches = (a: Activity, words: string) =>
  words.toLowerCase().split(/\s+/).every((w) => `${a.label} ${a.type} ${a.category} ${a.description}`.toLowerCase().includes(w));

/** Every activity that a workflow may use, as it declares itself. */
export default function ActivitiesPage() {
  const t = useWords(activityWords);
  const [words, setWords] = useState('');
  const activities = useQuery({ queryKey: ['activities'], queryFn: ({ signal }) => get<Activity[]>('/activities', signal), staleTime: Infinity });
  if (activities.error && !activities.data) return <ErrorState error={activities.error} onRetry={() => void activities.refetch()} />;
  const shown = (activities.data ?? []).filter((a) => matches(a, words));
  const sections = [...new Set(shown.map((a) => a.category))].sort((a, b) => a.localeCompare(b));
  return (
    <>
      <PageHeader title={t.title} sub={t.sub} />
      {!activities.data ? <SkeletonRows /> : (
        <div className="pad" style={{ maxWidth: 900, paddingBottom: 32 }}>
          <div style={{ width: 300, paddingBottom: 12 }}><Field label={t.find} value={words} onValue={setWords} /></div>
          {shown.length === 0 && <p className="t3">{t.none}</p>}
          {sections.map((section) => (
            <section key={section} aria-label={section}>
              <h2>{section}</h2>
              {shown.filter((a) => a.category === section).sort((a, b) => a.label.localeCompare(b.label)).map((a) => <Entry key={a.type} activity={a} />)}
            </section>
          ))}
        </div>
      )}
    </>
  );
}

function Entry({ activity: a }: { activity: Activity }) {
  const t = useWords(activityWords);
  return (
    <article id={a.type} style={{ padding: '12px 0' }}>
      <h3>{a.label}</h3>
      <p className="t3 small"><code>{a.type}</code> {t.version(a.version)}</p>
      <p>{a.description} {a.isTrigger && t.starts}</p>
      {a.inputs.length > 0 && (
        <div className="tscroll" tabIndex={0} role="region" aria-label={`${a.label} (${a.type}): ${t.input}`}>
          <table className="tb">
            <thead><tr><th>{t.input}</th><th>{t.type}</th><th>{t.standard}</th><th>{t.meaning}</th></tr></thead>
            <tbody>
              {a.inputs.map((i) => (
                <tr key={i.name}>
                  <td>{i.label}{i.required && <span className="t3 small"> ({t.required})</span>}<div className="t3 small"><code>{i.name}</code></div></td>
                  <td className="t2">{i.type}</td>
                  <td className="t2">{i.default === null || i.default === undefined ? '' : JSON.stringify(i.default)}</td>
                  <td className="wrapping">{i.description} {i.options.length > 0 && t.choices(i.options.join(', '))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>{t.outcomes}: {a.outcomes.map((o) => (o.description ? `${o.name} (${o.description.replace(/\.$/, '')})` : o.name)).join(', ')}.</p>
      {a.outputs.length > 0 && <p>{t.outputs}: {a.outputs.map((o) => (o.description ? `${o.name} (${o.description.replace(/\.$/, '')})` : o.name)).join(', ')}.</p>}
      {a.waits.map((w) => <p key={w.name} className="t2">{t.waits(w.who, w.name, w.typical, w.longest)}</p>)}
    </article>
  );
}
