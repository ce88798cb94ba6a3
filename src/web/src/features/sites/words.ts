import { defineWords } from '@/shared/i18n/words';

export const sitesWords = defineWords(
  {
    title: 'Sites', what: 'sites', site: 'Site', institution: 'Institution', country: 'Country', pi: 'PI', status: 'Status', nextStep: 'Next step', waitingOn: 'Waiting on', days: 'Days waiting', city: 'City',
    planned: 'Planned', forecast: 'Forecast (P50)', actual: 'Actual', slip: 'Slip',
    groupNote: (all: number, activated: number, late: number) => `${all} sites, ${activated} activated${late ? `, ${late} late` : ''}`,
    emptyTitle: (study: string) => `No sites in ${study} yet`,
    emptyText: 'Each site gets its own start-up plan: who has to do what, whom it waits on, and when it will be activated. Bring the list you already have; you see every row and its errors before anything is saved.',
    emptyGhost: 'This is what a site will look like here', firstSite: 'Your first site', importSites: 'Import a list of sites', addSite: 'Add one site', coordinator: 'Coordinator',
    exportView: 'Export', lateOnly: 'Late', waitingUs: 'Waiting on us', all: 'All',
    sub: (late: number, us: number) => `${late} late, ${us} waiting on us`,
    party_us: 'Us', party_site: 'Site', party_authority: 'Authority', party_ethics: 'Ethics committee', party_sponsor: 'Sponsor', party_nobody: 'Nobody, planned work',
    movePlanned: 'Move planned date', moveBy: 'Move planned activation to', because: 'because', apply: (n: number) => `Apply to ${n}`, applied: (n: number) => `Planned activation moved for ${n} sites`, moving: (n: number, of: number) => `${n} of ${of} saved`,
    reach: (n: number) => `Changes ${n} planned dates; forecasts stay.`, reachOne: 'Changes 1 planned date; its forecast stays.', failedRows: (n: number) => `${n} were refused and are still selected`,
    newSite: 'New site', code: 'Code, as people call it', iso2: 'Country, two letters', timeZone: 'Time zone', save: 'Add the site',
  },
  {
    title: 'Zentren', what: 'Zentren', site: 'Zentrum', institution: 'Einrichtung', country: 'Land', pi: 'PI', status: 'Status', nextStep: 'Nächster Schritt', waitingOn: 'Wartet auf', days: 'Wartetage', city: 'Ort',
    planned: 'Geplant', forecast: 'Prognose (P50)', actual: 'Tatsächlich', slip: 'Verzug',
    groupNote: (all: number, activated: number, late: number) => `${all} Zentren, ${activated} aktiviert${late ? `, ${late} verspätet` : ''}`,
    emptyTitle: (study: string) => `Noch keine Zentren in ${study}`,
    emptyText: 'Jedes Zentrum bekommt seinen Start-up-Plan: wer was tun muss, auf wen es wartet und wann es aktiviert wird. Bringen Sie Ihre Liste mit; Sie sehen jede Zeile und ihre Fehler, bevor etwas gespeichert wird.',
    emptyGhost: 'So wird ein Zentrum hier aussehen', firstSite: 'Ihr erstes Zentrum', importSites: 'Liste der Zentren importieren', addSite: 'Ein Zentrum anlegen', coordinator: 'Koordination',
    exportView: 'Exportieren', lateOnly: 'Verspätet', waitingUs: 'Wartet auf uns', all: 'Alle',
    sub: (late: number, us: number) => `${late} verspätet, ${us} warten auf uns`,
    party_us: 'Wir', party_site: 'Zentrum', party_authority: 'Behörde', party_ethics: 'Ethikkommission', party_sponsor: 'Sponsor', party_nobody: 'Niemand, geplante Arbeit',
    movePlanned: 'Geplantes Datum verschieben', moveBy: 'Geplante Aktivierung auf', because: 'weil', apply: (n: number) => `Auf ${n} anwenden`, applied: (n: number) => `Geplante Aktivierung für ${n} Zentren verschoben`, moving: (n: number, of: number) => `${n} von ${of} gespeichert`,
    reach: (n: number) => `Ändert ${n} geplante Daten; Prognosen bleiben.`, reachOne: 'Ändert 1 geplantes Datum; die Prognose bleibt.', failedRows: (n: number) => `${n} wurden abgelehnt und sind noch ausgewählt`,
    newSite: 'Neues Zentrum', code: 'Code, wie man es nennt', iso2: 'Land, zwei Buchstaben', timeZone: 'Zeitzone', save: 'Zentrum anlegen',
  },
);
