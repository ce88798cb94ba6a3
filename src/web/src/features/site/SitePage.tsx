import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { usePageKeys } from '@/app/keys';
import { SiteActMenu } from '@/features/commands/SiteActMenu';
import { PlanPane } from '@/features/schedule/PlanPane';
import { WhyPane } from '@/features/schedule/WhyPane';
import { LetterTable } from '@/features/mail/LetterTable';
import { Notes } from '@/features/notes/Notes';
import { notesQuery } from '@/features/notes/queries';
import { partyWord, siteTone } from '@/features/sites/columns';
import { sitesWords } from '@/features/sites/words';
import { historyQuery, sayName } from '@/shared/api/history';
import { useRight } from '@/shared/api/session';
import { useLanguage, useWords } from '@/shared/i18n/language';
import { countryName } from '@/shared/countries';
import { slipOf, waitingOf } from '@/shared/levels';
import { useUrlState } from '@/shared/url';
import { AuditDrawer } from '@/ui/AuditDrawer';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/icons';
import { PageHeader } from '@/ui/PageHeader';
import { SkeletonRows } from '@/ui/Skeleton';
import { SlipLabel } from '@/ui/SlipLabel';
import { StatusBadge } from '@/ui/StatusBadge';
import { WaitingOn } from '@/ui/WaitingOn';
import { Contracts } from './Contracts';
import { Documents } from './Documents';
import { Gates } from './Gates';
import { Milestones } from './Milestones';
import { People } from './People';
import { countrySubmissionsQuery, registerQuery, siteQuery, type SiteMilestone } from './queries';
import './site.css';
import { Submissions } from './Submissions';
import { Tasks } from './Tasks';
import { isEnded } from './tone';
import { siteWords } from './words';

const TABS = ['overview', 'tasks', 'documents', 'submissions', 'contract', 'people', 'mail', 'notes'] as const;
type Tab = (typeof TABS)[number];

/** One site: dates, gates with what is missing, tasks, documents, submissions, contract, people, history. */
export default function SitePage() {
  const t = useWords(siteWords);
  const st = useWords(sitesWords);
  const { language } = useLanguage();
  const { site = '', study = '' } = useParams<{ study: string; site: string }>();
  const [url, setUrl] = useUrlState();
  const detail = useQuery(siteQuery(site));
  const tasks = useQuery(registerQuery('tasks', site)).data;
  const documents = useQuery(registerQuery('documents', site)).data;
  const submissions = useQuery(registerQuery('submissions', site)).data;
  const contracts = useQuery(registerQuery('contracts', site)).data;
  const country = detail.data?.row.country ?? '';
  const above = useQuery({ ...countrySubmissionsQuery(study, country), enabled: country !== '' }).data;
  const mayAudit = useRight('readAudit');
  const notes = useQuery(notesQuery(site)).data;
  const pane = url.get('pane') === 'history';
  const why = url.get('why');
  const plan = url.get('plan');
  const showHistory = (code: string, kind: 'plan' | 'actual' | 'forecast') => setUrl({ pane: 'history', field: sayName(`${code}.${kind}`), why: null, plan: null });
  const setPlanning = (m: SiteMilestone | null) => setUrl({ plan: m?.code ?? null, ...(m ? { pane: null, why: null } : {}) });
  const history = useQuery({ ...historyQuery('sites', site), enabled: pane }).data;
  usePageKeys({ h: () => setUrl({ pane: pane ? null : 'history', why: null }), w: () => setUrl({ why: why ? null : 'SI-270', pane: null, plan: null }), m: () => setUrl({ plan: plan ? null : 'SI-270', pane: null, why: null }), n: () => setUrl({ tab: 'notes' }), escape: () => setUrl({ pane: null, why: null, plan: null }) });
  if (detail.error && !detail.data) return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data) return <SkeletonRows rows={12} />;
  const { row, milestones, contacts, gates, allowed, next } = detail.data;
  const planning = plan && allowed.includes('site.plan-dates') ? (milestones.find((m) => m.code === plan && !m.actual) ?? null) : null;
  const tab = (TABS as readonly string[]).includes(url.get('tab') ?? '') ? (url.get('tab') as Tab) : 'overview';
  const missing = documents?.filter((d) => !isEnded(d.status)).length ?? 0;
  const labels: Record<Tab, string> = {
    overview: t.overview, tasks: count(t.tasks, tasks?.filter((r) => !isEnded(r.status)).length), documents: documents?.length ? `${t.documents}, ${t.missingOf(missing, documents.length)}` : t.documents,
    submissions: count(t.submissions, submissions?.length), contract: t.contract, people: count(t.people, contacts.length), mail: t.mail, notes: count(t.notes, notes?.length),
  };
  const target = { kind: 'sites' as const, key: site, version: row.version, name: `${row.code} ${row.name}`, study };
  const waiting = waitingOf(row, (p) => partyWord(st, p));
  const timeThere = otherTime(row.timeZone);
  const pi = contacts.find((c) => c.role === 'PI');
  return (
    <div className="body fixed">
      <PageHeader
        title={`${row.code} ${row.name}`}
        beside={<><StatusBadge {...siteTone(row.status)} word={row.statusWord} tag /><SlipLabel slip={slipOf(row.slipBusinessDays)} tag /></>}
        sub={<span className="row wrap" style={{ gap: '0 12px' }}><span>{[pi?.name && `PI ${pi.name}`, row.city, countryName(row.country, language), timeThere && t.timeThere(timeThere)].filter(Boolean).join(', ')}</span>{row.nextStep && <span>{t.nextStep}: {row.nextStep}</span>}{waiting && <WaitingOn waiting={waiting} />}</span>}
        acts={
          <>
            <button type="button" className="btn g" aria-pressed={pane} onClick={() => setUrl({ pane: pane ? null : 'history' })}><Icon name="history" small />{t.showHistory} <kbd className="kbd">H</kbd></button>
            <SiteActMenu target={target} allowed={allowed} next={next} country={row.country} label={t.acts} />
          </>
        }
      />
      <nav className="tabs no-print" aria-label={row.code}>
        {TABS.map((name) => (
          <a key={name} href={`?tab=${name}`} aria-current={tab === name ? 'page' : undefined} onClick={(e) => { e.preventDefault(); setUrl({ tab: name === 'overview' ? null : name }); }}>{labels[name]}</a>
        ))}
      </nav>
      <div tabIndex={0} className={`site-cols${pane || why || planning ? ' with-pane' : ''}${tab === 'overview' ? ' with-gates' : ''}`}>
        <div className="site-main">
          {tab === 'overview' && (
            <>
              <Milestones milestones={milestones} target={target} mayPlan={allowed.includes('site.milestone')} onWhy={(code) => setUrl({ why: code, pane: null, plan: null })} onHistory={showHistory} {...(allowed.includes('site.plan-dates') ? { onPlan: setPlanning } : {})} />
              <Contracts rows={contracts} study={study} brief />
              <Submissions rows={submissions} study={study} brief />
              <Tasks rows={tasks} study={study} brief />
            </>
          )}
          {tab === 'tasks' && <Tasks rows={tasks} study={study} />}
          {tab === 'documents' && <Documents rows={documents} study={study} />}
          {tab === 'submissions' && <><Submissions rows={submissions} study={study} /><Submissions rows={above} study={study} heading={t.ofCountry(countryName(row.country, language))} /></>}
          {tab === 'contract' && <Contracts rows={contracts} study={study} />}
          {tab === 'people' && <People contacts={contacts} />}
          {tab === 'mail' && <section aria-label={t.mail}><h2>{t.mail}</h2><LetterTable filter={{ site }} /></section>}
          {tab === 'notes' && <Notes site={site} />}
        </div>
        {tab === 'overview' && <div className="panel site-gates"><Gates gates={gates} target={target} allowed={allowed} onOpen={(name) => setUrl({ tab: name })} /><Documents rows={documents} study={study} aside /></div>}
        {planning && !pane ? (
          <PlanPane study={study} onDone={() => setPlanning(null)} onHistory={() => showHistory(planning.code, 'plan')} choices={milestones.filter((m) => m.planned && !m.actual)} onChoose={(code) => setUrl({ plan: code })}
            target={{ site, code: row.code, name: planning.name, milestone: planning.code, planned: planning.planned ?? null, version: row.version }} />
        ) : why && !pane && <WhyPane site={site} study={study} name={`${row.code} ${row.name}`} milestone={why} onClose={() => setUrl({ why: null })} />}
        {pane && <AuditDrawer entries={history} onClose={() => setUrl({ pane: null, field: null })} field={url.get('field')} onField={(field) => setUrl({ field })}
          foot={mayAudit && <a href={`/api/v1/audit.csv?record=${encodeURIComponent(`site/${site}`)}`} download>{t.exportHistory}</a>} />}
      </div>
    </div>
  );
}

/** The time at the site, where it differs from the reader's. */
function otherTime(zone: string | null | undefined): string | null {
  if (!zone) return null;
  const at = (timeZone?: string) => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...(timeZone ? { timeZone } : {}) }).format(new Date());
  try {
    return at(zone) === at() ? null : at(zone);
  } catch {
    return null;
  }
}

const count = (word: string, n: number | undefined) => (n ? `${word} ${n}` : word);
