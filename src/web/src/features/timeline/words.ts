import { defineWords } from '@/shared/i18n/words';

export const timelineWords = defineWords(
  {
    title: 'Timeline', head: 'Country or site', sub: 'Activation of every site: when planned, when expected, when it happened.', week: 'Week', month: 'Month', year: 'Year', zoom: 'Zoom', actual: 'Activated', forecast: 'Forecast (P50)', planned: 'Planned', baseline: 'Baseline', slip: 'Later than planned', print: 'Print',
    spoken: (name: string, planned: string, end: string) => `${name}: planned ${planned}, activated or expected ${end}`, none: 'Sites without any date are left out.', empty: 'No site has a date yet', emptyText: 'Planned dates come with the start-up plan of each site, or are set by hand on its page.', openSites: 'Open the sites', sites: (n: number) => `${n} sites`,
  },
  {
    title: 'Zeitachse', head: 'Land oder Zentrum', sub: 'Aktivierung jedes Zentrums: wann geplant, wann erwartet, wann geschehen.', week: 'Woche', month: 'Monat', year: 'Jahr', zoom: 'Maßstab', actual: 'Aktiviert', forecast: 'Prognose (P50)', planned: 'Geplant', baseline: 'Basisplan', slip: 'Später als geplant', print: 'Drucken',
    spoken: (name: string, planned: string, end: string) => `${name}: geplant ${planned}, aktiviert oder erwartet ${end}`, none: 'Zentren ohne Datum sind weggelassen.', empty: 'Noch kein Zentrum hat ein Datum', emptyText: 'Geplante Daten kommen mit dem Start-up-Plan jedes Zentrums oder werden auf seiner Seite gesetzt.', openSites: 'Zentren öffnen', sites: (n: number) => `${n} Zentren`,
  },
);
