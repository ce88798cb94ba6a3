import { defineWords } from '@/shared/i18n/words';

export const paletteWords = defineWords(
  {
    title: 'Search or act', placeholder: 'Site, study, person or page', nothing: 'Nothing found. Try a site code, an institution or a registry number.',
    choose: 'choose', open: 'open', newTab: 'new tab', sites: 'Sites', studies: 'Studies', people: 'People', other: 'More', pages: 'Go to',
    mail: 'Sent mail', settings: 'Settings', commands: 'Commands', work: 'My work', portfolio: 'Portfolio', siteList: 'Sites of this study', study: 'This study', imports: 'Import a study or sites', blocked: 'Blocked steps', activities: 'Activities of workflows', peoplePage: 'People and roles', audit: 'Audit trail', tokens: 'API tokens',
  },
  {
    title: 'Suchen oder handeln', placeholder: 'Zentrum, Studie, Person oder Seite', nothing: 'Nichts gefunden. Versuchen Sie einen Zentrumscode, eine Einrichtung oder eine Registernummer.',
    choose: 'wählen', open: 'öffnen', newTab: 'neuer Tab', sites: 'Zentren', studies: 'Studien', people: 'Personen', other: 'Mehr', pages: 'Gehe zu',
    mail: 'Gesendete Mails', settings: 'Einstellungen', commands: 'Befehle', work: 'Meine Arbeit', portfolio: 'Portfolio', siteList: 'Zentren dieser Studie', study: 'Diese Studie', imports: 'Studie oder Zentren importieren', blocked: 'Blockierte Schritte', activities: 'Aktivitäten der Workflows', peoplePage: 'Personen und Rollen', audit: 'Audit-Trail', tokens: 'API-Schlüssel',
  },
);
