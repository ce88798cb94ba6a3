import { defineWords } from '@/shared/i18n/words';

export const studyWords = defineWords(
  {
    portfolio: 'Portfolio', what: 'studies', sub: (n: number, sites: number) => `${n} studies, ${sites} sites`, import: 'Import a study', emptyTitle: 'No studies yet',
    emptyText: 'A study begins with its registry record: title, sponsor, countries and sites are read from it, and you see every row and its errors before anything is saved. Each country and site then gets its start-up plan.',
    ghost: 'This is what a study will look like here', firstStudy: 'Your first study',
    study: 'Study', title: 'Title', sponsor: 'Sponsor', phase: 'Phase', status: 'Status', countries: 'Countries', sites: 'Sites', activated: 'Activated', of: 'of', planToday: 'Plan today', behind: (n: number) => `${n} behind plan`, ahead: (n: number) => `${n} ahead of plan`, onPlan: 'on plan',
    lastPlanned: 'Last site, planned', lastForecast: 'Forecast (P50)', slip: 'Slip', late: 'Late sites', lateNote: 'later than planned by more than 10 business days', registry: 'Registry', protocol: 'Protocol',
    sitesActivated: 'Sites activated', lastSite: 'Last site activated, forecast (P50)', waitingUs: 'Waiting on us', waitingUsNote: 'sites whose next step is ours', steps: (n: number) => (n === 1 ? '1 site' : `${n} sites`),
    openSites: 'Open the sites', start: 'Start the study', startText: 'Gives every country and site of the study its start-up plan. Tasks go to their owners and mails to site contacts.', started: 'The study is starting', dryRun: 'Dry run', country: 'Country', waitsOn: 'Waits most on',
    dryRunText: 'Runs the start-up plan of this study on a copy with a moved clock. No mail leaves, nothing in the study changes.', startDryRun: 'Start the dry run', dryRunning: 'The dry run is under way', dryDone: 'The dry run is done', dryFailed: 'The dry run stopped', seed: 'Seed (same seed, same run)', until: 'Until', dryDay: 'Reached', results: 'What happened', close: 'Close', steps2: 'Steps', activatedIn: 'Sites activated',
    curve: 'Activation curve', curveNote: 'Cumulative sites activated', curvePlan: 'Planned', curveActual: 'Activated', curveForecast: 'Forecast (P50)', today: 'Today', noCurve: 'The curve appears as soon as sites have planned dates.', asTable: 'As a table', date: 'Date', countriesNone: 'No countries yet. They come with the import or with the first site.', acts: 'Acts', moreActs: 'Study acts',
    phaseIn: (phase: string) => phase, dataAsOf: 'Data as of', history: 'History', exportIt: 'Export',
  },
  {
    portfolio: 'Portfolio', what: 'Studien', sub: (n: number, sites: number) => `${n} Studien, ${sites} Zentren`, import: 'Studie importieren', emptyTitle: 'Noch keine Studien',
    emptyText: 'Eine Studie beginnt mit ihrem Registereintrag: Titel, Sponsor, Länder und Zentren werden daraus gelesen, und Sie sehen jede Zeile und ihre Fehler, bevor etwas gespeichert wird. Danach bekommt jedes Land und Zentrum seinen Start-up-Plan.',
    ghost: 'So wird eine Studie hier aussehen', firstStudy: 'Ihre erste Studie',
    study: 'Studie', title: 'Titel', sponsor: 'Sponsor', phase: 'Phase', status: 'Status', countries: 'Länder', sites: 'Zentren', activated: 'Aktiviert', of: 'von', planToday: 'Plan heute', behind: (n: number) => `${n} hinter dem Plan`, ahead: (n: number) => `${n} vor dem Plan`, onPlan: 'im Plan',
    lastPlanned: 'Letztes Zentrum, geplant', lastForecast: 'Prognose (P50)', slip: 'Verzug', late: 'Verspätete Zentren', lateNote: 'mehr als 10 Arbeitstage später als geplant', registry: 'Register', protocol: 'Protokoll',
    sitesActivated: 'Zentren aktiviert', lastSite: 'Letztes Zentrum aktiviert, Prognose (P50)', waitingUs: 'Wartet auf uns', waitingUsNote: 'Zentren, deren nächster Schritt unserer ist', steps: (n: number) => (n === 1 ? '1 Zentrum' : `${n} Zentren`),
    openSites: 'Zentren öffnen', start: 'Studie starten', startText: 'Gibt jedem Land und Zentrum der Studie seinen Start-up-Plan. Aufgaben gehen an ihre Verantwortlichen, Mails an die Kontakte der Zentren.', started: 'Die Studie startet', dryRun: 'Probelauf', country: 'Land', waitsOn: 'Wartet meist auf',
    dryRunText: 'Lässt den Start-up-Plan dieser Studie auf einer Kopie mit gestellter Uhr laufen. Keine Post geht hinaus, in der Studie ändert sich nichts.', startDryRun: 'Probelauf starten', dryRunning: 'Der Probelauf läuft', dryDone: 'Der Probelauf ist fertig', dryFailed: 'Der Probelauf hielt an', seed: 'Startwert (gleicher Wert, gleicher Lauf)', until: 'Bis', dryDay: 'Erreicht', results: 'Was geschah', close: 'Schließen', steps2: 'Schritte', activatedIn: 'Zentren aktiviert',
    curve: 'Aktivierungskurve', curveNote: 'Aktivierte Zentren, kumuliert', curvePlan: 'Geplant', curveActual: 'Aktiviert', curveForecast: 'Prognose (P50)', today: 'Heute', noCurve: 'Die Kurve erscheint, sobald Zentren geplante Daten haben.', asTable: 'Als Tabelle', date: 'Datum', countriesNone: 'Noch keine Länder. Sie kommen mit dem Import oder dem ersten Zentrum.', acts: 'Aktionen', moreActs: 'Aktionen der Studie',
    phaseIn: (phase: string) => phase, dataAsOf: 'Stand', history: 'Verlauf', exportIt: 'Exportieren',
  },
);
