import { defineWords } from '@/shared/i18n/words';

export const timelineWords = defineWords(
  {
    title: 'Timeline', head: 'Site or step', sub: 'Select a row for the reasons of its date; drag a planned mark, or press M, to move it.', day: 'Day', daysOff: 'Days off', week: 'Week', month: 'Month', year: 'Year', zoom: 'Zoom', actual: 'Actual', forecast: 'Forecast (P50)', planned: 'Planned', baseline: 'Baseline', slip: 'Later than planned', print: 'Print',
    spoken: (name: string, planned: string, end: string) => `${name}: planned ${planned}, activated or expected ${end}`, none: 'Sites that left start-up are not shown.', empty: 'No site has a date yet', emptyText: 'Planned dates come with the start-up plan of each site, or are set by hand on its page.', openSites: 'Open the sites', sites: (n: number) => (n === 1 ? '1 site' : `${n} sites`),
  },
  {
    title: 'Zeitachse', head: 'Zentrum oder Schritt', sub: 'Eine Zeile wählen zeigt die Gründe ihres Datums; die geplante Marke ziehen oder M drücken verschiebt es.', day: 'Tag', daysOff: 'Freie Tage', week: 'Woche', month: 'Monat', year: 'Jahr', zoom: 'Maßstab', actual: 'Tatsächlich', forecast: 'Prognose (P50)', planned: 'Geplant', baseline: 'Basisplan', slip: 'Später als geplant', print: 'Drucken',
    spoken: (name: string, planned: string, end: string) => `${name}: geplant ${planned}, aktiviert oder erwartet ${end}`, none: 'Ausgeschiedene Zentren sind nicht gezeigt.', empty: 'Noch kein Zentrum hat ein Datum', emptyText: 'Geplante Daten kommen mit dem Start-up-Plan jedes Zentrums oder werden auf seiner Seite gesetzt.', openSites: 'Zentren öffnen', sites: (n: number) => (n === 1 ? '1 Zentrum' : `${n} Zentren`),
  },
);
