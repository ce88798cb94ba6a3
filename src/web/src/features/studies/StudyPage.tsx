import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { studyPath } from '@/app/place';
import { ActMenu } from '@/features/commands/ActMenu';
import { useRight, useSession } from '@/shared/api/session';
import { useWords } from '@/shared/i18n/language';
import { slipOf } from '@/shared/levels';
import { DateText } from '@/ui/DateText';
import { ErrorState } from '@/ui/ErrorState';
import { Icon } from '@/ui/icons';
import { PageHeader } from '@/ui/PageHeader';
import { Shape } from '@/ui/Shape';
import { SkeletonRows } from '@/ui/Skeleton';
import { SlipLabel } from '@/ui/SlipLabel';
import { StatusBadge } from '@/ui/StatusBadge';
import { Milestones } from '@/features/site/Milestones';
import { CountriesTable } from './CountriesTable';
import { Curve } from './Curve';
import { DryRunDialog } from './DryRunDialog';
import { countriesQuery, curveQuery, studyQuery } from './queries';
import { StartDialog } from './StartDialog';
import { studyTone } from './tone';
import { studyWords } from './words';

/** A study at a glance: four figures that each answer a question, the curve, the countries. */
export default function StudyPage() {
  const t = useWords(studyWords);
  const { study = '' } = useParams<{ study: string }>();
  const { instance } = useSession();
  const record = useQuery(studyQuery(study));
  const curve = useQuery(curveQuery(study)).data;
  const countries = useQuery(countriesQuery(study)).data;
  const [dialog, setDialog] = useState<'start' | 'dry' | null>(null);
  const mayStart = useRight('setUpStudies');
  const mayRehearse = useRight('rehearse');
  if (record.error && !record.data) return <ErrorState error={record.error} onRetry={() => void record.refetch()} />;
  const s = record.data;
  if (!s) return <SkeletonRows />;
  const gap = s.activated - s.plannedByToday;
  const startable = ['draft', 'planning', 'registered'].includes(s.status);
  return (
    <>
      <PageHeader
        title={s.shortTitle ?? s.title}
        beside={<StatusBadge {...studyTone(s.status)} word={s.statusWord} tag />}
        sub={<>{[s.shortTitle ? s.title : null, s.phase, s.sponsor, s.protocolNumber, s.registryId].filter(Boolean).join(' · ')}</>}
        acts={
          <>
            {mayRehearse && <button type="button" className="btn" onClick={() => setDialog('dry')}><Icon name="history" small />{t.dryRun}</button>}
            <ActMenu target={{ kind: 'studies', key: s.key, version: s.version, name: s.shortTitle ?? s.title }} allowed={s.allowed} label={t.moreActs} />
            {mayStart && startable
              ? <button type="button" className="btn p" onClick={() => setDialog('start')}>{t.start}</button>
              : <Link className="btn p" href={studyPath(study, '/sites')}>{t.openSites}</Link>}
          </>
        }
      />
      <div className="figures">
        <Figure label={t.sitesActivated} value={<>{s.activated} <small>{t.of} {s.sites}</small></>}>
          {gap < 0 ? <span className="st late"><Shape name="triangle" />{t.behind(-gap)}</span> : <span className="st"><Shape name="tick" />{gap > 0 ? t.ahead(gap) : t.onPlan}</span>}
        </Figure>
        <Figure label={t.lastSite} value={<DateText date={s.lastForecast} />}>
          <SlipLabel slip={slipOf(s.slipBusinessDays)} /> <span className="t3">{t.lastPlanned} <DateText date={s.lastPlanned} /></span>
        </Figure>
        <Figure label={t.late} value={<Link href={studyPath(study, '/sites?f.slip=11')}>{s.lateSites}</Link>}><span className="t3">{t.lateNote}</span></Figure>
        <Figure label={t.waitingUs} value={<Link href={studyPath(study, '/sites?f.waiting=us')}>{t.steps(s.waitingOnUs ?? 0)}</Link>}><span className="t3">{t.waitingUsNote}</span></Figure>
      </div>
      <section aria-label={t.curve} style={{ borderTop: '1px solid var(--line)', paddingTop: 12 }}>
        <div className="row pad" style={{ paddingBottom: 8 }}><h2 className="grow">{t.curve}</h2><span className="t3 small">{t.curveNote}</span></div>
        {curve ? <Curve points={curve} today={instance.today} total={s.sites} /> : <SkeletonRows rows={4} />}
      </section>
      <CountriesTable study={study} countries={countries} />
      {s.milestones.length > 0 && <div className="pad" style={{ paddingBottom: 24 }}><Milestones milestones={s.milestones} type="study.milestone" mayPlan={s.allowed.includes('study.milestone')} target={{ kind: 'studies', key: s.key, version: s.version, name: s.shortTitle ?? s.title }} /></div>}
      {dialog === 'start' && <StartDialog study={s} onClose={() => setDialog(null)} />}
      {dialog === 'dry' && <DryRunDialog study={s} onClose={() => setDialog(null)} />}
    </>
  );
}

function Figure({ label, value, children }: { label: string; value: React.ReactNode; children: React.ReactNode }) {
  return <div><div className="label">{label}</div><div className="value">{value}</div><div className="small">{children}</div></div>;
}
