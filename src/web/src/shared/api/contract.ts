/**
 * Holds the web app's types to the API's own description: a member that the server does not send does not compile. The
 * description's types are generated before each check (`npm run generate`); nothing here runs.
 */
import type { components } from '../../../generated/api';
import type { SearchHit } from '@/app/paletteEntries';
import type { Letter } from '@/features/mail/queries';
import type { HeldMailPage, Hold, Member, Operations, Relay } from '@/features/operations/queries';
import type { PersonLine, RoleLine } from '@/features/people/queries';
import type { DefinitionRow, MigrationLine, MigrationReport } from '@/features/plans/queries';
import type { Bottleneck, CauseLine, PlanPreview, PlanPreviewSite, ScheduleLine, TimelineSite, WaitingItem, Why } from '@/features/schedule/queries';
import type { SiteCondition, SiteContact, SiteDetail, SiteGate, SiteMilestone } from '@/features/site/queries';
import type { ComparedSite, Report } from '@/features/studies/dryRuns';
import type { Work, WorkGroup, WorkItem } from '@/features/work/queries';
import type { AuditLine } from './history';
import type { CountryRow, CurvePoint, NextMilestone, PhaseRow, RecordRow, SiteRow, StudyRow } from './records';
import type { Grant, Session } from './session';

type Schemas = components['schemas'];

/** The members that are neither in the description nor made here from others; `never` when all are. */
type Unknown<Ours, Theirs extends keyof Schemas, MadeHere = never> = Exclude<keyof Ours, keyof Schemas[Theirs] | MadeHere>;

type None<Left extends never> = Left;

export type Contract = [
  None<Unknown<SearchHit, 'SearchHit'>>,
  None<Unknown<Letter, 'LetterLine'>>,
  None<Unknown<HeldMailPage, 'HeldMailPage'>>,
  None<Unknown<Hold, 'Hold'>>,
  None<Unknown<Member, 'ClusterMember'>>,
  None<Unknown<Operations, 'OperationsInfo'>>,
  None<Unknown<Relay, 'RelayStatus'>>,
  None<Unknown<PersonLine, 'PersonLine'>>,
  None<Unknown<RoleLine, 'RoleLine'>>,
  None<Unknown<DefinitionRow, 'DefinitionLine'>>,
  None<Unknown<MigrationLine, 'MigrationLine'>>,
  None<Unknown<MigrationReport, 'MigrationReport'>>,
  None<Unknown<Bottleneck, 'Bottleneck'>>,
  None<Unknown<CauseLine, 'CauseLine'>>,
  None<Unknown<Why, 'WhyAnswer'>>,
  None<Unknown<PlanPreview, 'PlanPreview'>>,
  None<Unknown<PlanPreviewSite, 'PlanPreviewSite'>>,
  None<Unknown<ScheduleLine, 'ScheduleLine'>>,
  None<Unknown<TimelineSite, 'TimelineSite'>>,
  None<Unknown<WaitingItem, 'WaitingItem'>>,
  None<Unknown<SiteDetail, 'SiteDetail', 'row'>>,
  None<Unknown<SiteGate, 'GateLine'>>,
  None<Unknown<SiteCondition, 'ConditionLine'>>,
  None<Unknown<SiteContact, 'ContactLine', 'roleName'>>,
  None<Unknown<SiteMilestone, 'MilestoneLine'>>,
  None<Unknown<ComparedSite, 'ComparedSite'>>,
  None<Unknown<Report, 'RehearsalReport'>>,
  None<Unknown<Work, 'WorkAnswer'>>,
  None<Unknown<WorkGroup, 'WorkGroup'>>,
  None<Unknown<WorkItem, 'WorkLine', 'countryName' | 'waitingName' | 'question'>>,
  None<Unknown<AuditLine, 'AuditLine'>>,
  None<Unknown<CountryRow, 'CountryLine', 'name' | 'nextStep'>>,
  None<Unknown<CurvePoint, 'CurvePoint'>>,
  None<Unknown<NextMilestone, 'NextMilestone'>>,
  None<Unknown<PhaseRow, 'PhaseLine'>>,
  None<Unknown<RecordRow, 'RecordRow'>>,
  None<Unknown<SiteRow, 'SiteLine', 'countryName'>>,
  None<Unknown<StudyRow, 'StudyLine', 'sponsorKey'>>,
  None<Unknown<Grant, 'SessionGrant', 'id'>>,
  None<Unknown<Session, 'SessionInfo'>>,
];
