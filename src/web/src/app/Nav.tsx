import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { useRight } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { workQuery } from '@/features/work/queries';
import { studyQuery } from '@/features/studies/queries';
import { Icon, type IconName } from '@/ui/icons';
import { Brand } from './Brand';
import { Me } from './Me';
import { studyPath } from './place';
import { appWords } from './words';

/** Same order everywhere: my own, the study at hand, what one manages. */
export function Nav({ open, study, onKeys }: { open: boolean; study: string | null; onKeys: () => void }) {
  const t = useWords(appWords);
  const mayRehearse = useRight('rehearse');
  const mayImport = useRight('setUpStudies');
  const mayPeople = useRight('readPersonal');
  const mayAudit = useRight('readAudit');
  const mayOperate = useRight('operate');
  const work = useQuery(workQuery).data;
  const record = useQuery({ ...studyQuery(study ?? ''), enabled: study !== null }).data;
  const count = work?.groups.reduce((sum, g) => sum + g.items.length, 0);
  return (
    <nav className={`nav${open ? ' open' : ''}`} aria-label={t.main}>
      <Brand />
      <Item href="/work" icon="inbox" text={t.myWork} n={count} />
      <Item href="/studies" icon="brief" text={t.portfolio} exact />
      <Item href="/sites" icon="grid" text={t.allSites} />
      {study && (
        <>
          <h2 className="ell">{record?.protocolNumber ?? record?.shortTitle ?? study}</h2>
          <Item href={studyPath(study)} icon="chart" text={t.study} exact />
          <Item href={studyPath(study, '/sites')} icon="grid" text={t.sites} n={record?.sites} />
          <Item href={studyPath(study, '/timeline')} icon="time" text={t.timeline} />
          {mayRehearse && <Item href={studyPath(study, '/dry-runs')} icon="history" text={t.dryRuns} />}
        </>
      )}
      <h2>{t.manage}</h2>
      {mayImport && <Item href="/import" icon="upload" text={t.imports} />}
      <Item href="/mail" icon="mail" text={t.sentMail} />
      <Item href="/plans" icon="flow" text={t.plans} />
      <Item href="/blocked" icon="stop" text={t.blocked} />
      {mayPeople && <Item href="/people" icon="users" text={t.people} />}
      {mayAudit && <Item href="/audit" icon="history" text={t.audit} />}
      {mayOperate && <Item href="/operations" icon="bolt" text={t.operations} />}
      <Item href="/settings" icon="gear" text={t.settings} />
      <Me onKeys={onKeys} />
    </nav>
  );
}

function Item({ href, icon, text, n, exact }: { href: string; icon: IconName; text: string; n?: number | undefined; exact?: boolean }) {
  const [path] = useLocation();
  const here = exact ? path === href : path === href || path.startsWith(`${href}/`);
  return (
    <Link href={href} aria-current={here ? 'page' : undefined}>
      <Icon name={icon} />{text}{n !== undefined && n > 0 && <span className="n">{n}</span>}
    </Link>
  );
}
