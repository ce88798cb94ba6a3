import { useLanguage, useWords } from '@/shared/i18n/language';
import { roleWord } from '@/shared/roles';
import type { SiteContact } from './queries';
import { siteWords } from './words';

/** Who holds which role at the site. */
export function People({ contacts }: { contacts: SiteContact[] }) {
  const t = useWords(siteWords);
  const { language } = useLanguage();
  return (
    <section aria-label={t.people}>
      <h2>{t.people}</h2>
      {contacts.length === 0 ? <p className="t3">{t.noPeople}</p> : (
        <table className="tb">
          <thead><tr><th>{t.role}</th><th>{t.name}</th><th>{t.email}</th></tr></thead>
          <tbody>{contacts.map((c) => <tr key={`${c.role}${c.person}`}><td>{c.roleName ?? roleWord(c.role, language)}</td><td style={{ fontWeight: 500 }}>{c.name ?? c.person}</td><td className="t2">{c.email ?? '–'}</td></tr>)}</tbody>
        </table>
      )}
    </section>
  );
}
