import { lazy, type ComponentType } from 'react';

/** Every page and its address; each loads when it is opened. */
export const pages: { path: string; Page: ComponentType }[] = [
  { path: '/work', Page: lazy(() => import('@/features/work/WorkPage')) },
  { path: '/studies', Page: lazy(() => import('@/features/studies/PortfolioPage')) },
  { path: '/studies/:study', Page: lazy(() => import('@/features/studies/StudyPage')) },
  { path: '/studies/:study/timeline', Page: lazy(() => import('@/features/timeline/TimelinePage')) },
  { path: '/studies/:study/sites', Page: lazy(() => import('@/features/sites/SitesPage')) },
  { path: '/studies/:study/sites/:site', Page: lazy(() => import('@/features/site/SitePage')) },
  { path: '/studies/:study/dry-runs', Page: lazy(() => import('@/features/studies/DryRunsPage')) },
  { path: '/sites', Page: lazy(() => import('@/features/sites/AllSitesPage')) },
  { path: '/import', Page: lazy(() => import('@/features/imports/ImportPage')) },
  { path: '/blocked', Page: lazy(() => import('@/features/blocked/BlockedPage')) },
  { path: '/plans', Page: lazy(() => import('@/features/plans/PlansPage')) },
  { path: '/plans/:plan', Page: lazy(() => import('@/features/plans/PlanPage')) },
  { path: '/activities', Page: lazy(() => import('@/features/activities/ActivitiesPage')) },
  { path: '/mail', Page: lazy(() => import('@/features/mail/MailPage')) },
  { path: '/settings', Page: lazy(() => import('@/features/settings/SettingsPage')) },
  { path: '/people', Page: lazy(() => import('@/features/people/PeoplePage')) },
  { path: '/audit', Page: lazy(() => import('@/features/audit/AuditPage')) },
  { path: '/operations', Page: lazy(() => import('@/features/operations/OperationsPage')) },
  { path: '/tokens', Page: lazy(() => import('@/features/tokens/TokensPage')) },
];
