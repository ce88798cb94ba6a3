import { scheduleWords } from '@/features/schedule/words';
import { useLanguage, useWords } from '@/shared/i18n/language';
import { roleWord, useOwnerName } from '@/shared/roles';

/** Who holds which role in the study. */
export function TeamPanel({ team }: { team: Record<string, string> }) {
  const t = useWords(scheduleWords);
  const { language } = useLanguage();
  const ownerName = useOwnerName();
  const people = new Map<string, string[]>();
  for (const [role, person] of Object.entries(team)) people.set(person, [...(people.get(person) ?? []), roleWord(role, language)]);
  return (
    <section className="sec" aria-label={t.team}>
      <h2 style={{ paddingBottom: 8 }}>{t.team}</h2>
      {people.size === 0 && <p className="t3">{t.nobodyYet}</p>}
      {[...people].map(([person, roles]) => <div key={person} style={{ padding: '4px 0' }}><div style={{ fontWeight: 500 }}>{ownerName(person)}</div><div className="small t3">{roles.join(', ')}</div></div>)}
    </section>
  );
}
