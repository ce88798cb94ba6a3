import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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
import { bottlenecksQuery } from '@/features/schedule/queries';
import { scheduleWords } from '@/features/schedule/words';
import { post } from '@/shared/api/client';
import { useToast } from '@/ui/Toasts';
import { BottlenecksPanel, NextMilestonesPanel } from './BottlenecksPanel';
import { CountriesTable } from './CountriesTable';
import { Curve } from './Curve';
import { DryRunDialog } from './DryRunDialog';
import { countriesQuery, curveQuery, studyQuery } from './queries';
import { StartDialog } from './StartDialog';
import { TeamPanel } from './TeamPanel';
import { studyTone } from './tone';
import { studyWords } from './words';

/** A study at a glance: four figures that each answer a question, the curve, the countries. */
export default function StudyPage() {
  const t = useWords(studyWords);
  const w = useWords(scheduleWords);
  const { study = '' } = useParams<{ study: string }>();
  const { instance } = useSession();
  const record = useQuery(studyQuery(study));
  const curve = useQuery(curveQuery(study)).data;
  const countries = useQuery(countriesQuery(study)).data;
  const [dialog, setDialog] = useState<'start' | 'dry' | null>(null);
  const waits = useQuery(bottlenecksQuery(study)).data;
  const mayStart = useRight('setUpStudies');
  const mayPlan = useRight('replan');
  const client = useQueryClient();
  const toast = useToast();
  const propose = useMutation({ mutationFn: () => post<{ planned: number }>(`/studies/${encodeURIComponent(study)}/plan-dates`, {}), onSuccess: async (a) => { await client.invalidateQueries(); toast(w.gaveDates(a.planned)); } });
  const mayRehearse = useRight('rehearse');
  if (record.error && !record.data) return <ErrorState error={record.error} onRetry={() => void record.refetch()} />;
  const s = record.data;
  if (!s) return <SkeletonRows />;
  const gap = s.activated - s.plannedByToday;
  // The worst stands first: late sites without groups, most slip at the top.
  const worst = studyPath(study, '/sites?f.slip=11&group=none');
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
              : <Link className="btn p" href={s.lateSites > 0 ? worst : studyPath(study, '/sites')}>{s.lateSites > 0 ? t.openLate : t.openSites}</Link>}
          </>
        }
      />
      <div className="figures">
        <Figure label={t.sitesActivated} value={<>{s.activated} <small>{t.of} {s.sites}</small></>}>
          {gap < 0 ? <span className="st late"><Shape name="triangle" />{t.behind(-gap)}</span> : <span className="st"><Shape name="tick" />{gap > 0 ? t.ahead(gap) : t.onPlan}</span>}
        </Figure>
        <Figure label={t.lastSite} value={<DateText date={s.lastForecast} />}>
          {s.lastPlanned ? <><SlipLabel slip={slipOf(s.slipBusinessDays)} /> <span className="t3">{t.plannedShort} <DateText date={s.lastPlanned} />{s.lastCautious && <>, {t.cautious} <DateText date={s.lastCautious} /></>}</span></> : <span className="t3">{t.noPlanYet}</span>}
        </Figure>
        <Figure label={t.late} value={<Link href={worst}>{s.lateSites}</Link>}>
          <span className="t3" title={t.lateNote}>{(waits && w.lateSplit(waits.lateSitesByParty.site ?? 0, waits.lateSitesByParty.us ?? 0, (waits.lateSitesByParty.authority ?? 0) + (waits.lateSitesByParty.ethics ?? 0))) || t.lateNote}</span>
        </Figure>
        <Figure label={t.waitingUs} value={<Link href={studyPath(study, '/sites?f.waiting=us')}>{w.steps(waits?.oursCount ?? s.waitingOnUs ?? 0)}</Link>}>
          {waits && waits.oursCount > 0 && <><span className="t3">{w.median(waits.oursMedianDays)}</span> {waits.oursOverUsual > 0 && <span className="st risk"><Shape name="diamond" />{w.over(waits.oursOverUsual)}</span>}</>}
        </Figure>
      </div>
      <div className="study-cols">
        <div className="study-main">
          <section aria-label={t.curve} style={{ paddingTop: 12 }}>
            <div className="row pad" style={{ paddingBottom: 8 }}><h2 className="grow">{t.curve}</h2><span className="t3 small">{t.curveNote}</span></div>
            {curve ? <Curve points={curve} today={instance.today} total={s.sites} /> : <SkeletonRows rows={4} />}
            {mayPlan && s.sites > 0 && s.lastPlanned === null && (
              <div className="pad row wrap"><span className="t2">{w.noDates}</span><button type="button" className="btn" disabled={propose.isPending} onClick={() => propose.mutate()}>{w.giveDates}</button></div>
            )}
          </section>
          <CountriesTable study={study} countries={countries} />
          {s.milestones.length > 0 && <div className="pad" style={{ paddingBottom: 24 }}><Milestones milestones={s.milestones} type="study.milestone" mayPlan={s.allowed.includes('study.milestone')} target={{ kind: 'studies', key: s.key, version: s.version, name: s.shortTitle ?? s.title }} /></div>}
        </div>
        <div className="panel"><BottlenecksPanel study={study} data={waits} /><NextMilestonesPanel study={study} data={waits} /><TeamPanel team={s.team} /></div>
      </div>
      {dialog === 'start' && <StartDialog study={s} onClose={() => setDialog(null)} />}
      {dialog === 'dry' && <DryRunDialog study={s} onClose={() => setDialog(null)} />}
    </>
  );
}

function Figure({ label, value, children }: { label: string; value: React.ReactNode; children: React.ReactNode }) {
  return <div><div className="label">{label}</div><div className="value">{value}</div><div className="small">{children}</div></div>;
}
