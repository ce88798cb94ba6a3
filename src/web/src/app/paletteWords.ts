import { defineWords } from '@/shared/i18n/words';

export const paletteWords = defineWords(
  {
    title: 'Search or act', placeholder: 'Site, study, person or page', nothing: 'Nothing found. Try a site code, an institution or a registry number.',
    choose: 'choose', open: 'open', newTab: 'new tab', sites: 'Sites', studies: 'Studies', people: 'People', other: 'More', pages: 'Go to',
    mail: 'Sent mail', settings: 'Settings', commands: 'Commands', actOn: (code: string) => `Act on ${code}`, actTasks: 'Record or remind', actMove: 'Move planned activation...', actWhy: 'Why this date?', actHistory: 'Show history', actNote: 'Write a note', actMail: 'Correspondence', cmdLight: 'Light theme', cmdDark: 'Dark theme', cmdDensity: 'Switch density', cmdLanguage: 'Auf Deutsch', cmdCopy: 'Copy the link to this page', cmdPrint: 'Print this page', cmdLate: 'Late sites of this study', cmdTimeline: 'Timeline of this study', cmdTeam: 'Work of the whole team', inMenu: 'Every command is in a menu too', work: 'My work', portfolio: 'Portfolio', siteList: 'Sites of this study', study: 'This study', imports: 'Import a study or sites', blocked: 'Blocked steps', plansPage: 'Start-up plans', activities: 'Activities of workflows', peoplePage: 'People and roles', audit: 'Audit trail', tokens: 'API tokens',
  },
  {
    title: 'Suchen oder handeln', placeholder: 'Zentrum, Studie, Person oder Seite', nothing: 'Nichts gefunden. Versuchen Sie einen Zentrumscode, eine Einrichtung oder eine Registernummer.',
    choose: 'wählen', open: 'öffnen', newTab: 'neuer Tab', sites: 'Zentren', studies: 'Studien', people: 'Personen', other: 'Mehr', pages: 'Gehe zu',
    mail: 'Gesendete Mails', settings: 'Einstellungen', commands: 'Befehle', actOn: (code: string) => `Handeln an ${code}`, actTasks: 'Festhalten oder erinnern', actMove: 'Geplante Aktivierung verschieben...', actWhy: 'Warum dieses Datum?', actHistory: 'Verlauf zeigen', actNote: 'Notiz schreiben', actMail: 'Korrespondenz', cmdLight: 'Helles Aussehen', cmdDark: 'Dunkles Aussehen', cmdDensity: 'Dichte wechseln', cmdLanguage: 'In English', cmdCopy: 'Link auf diese Seite kopieren', cmdPrint: 'Diese Seite drucken', cmdLate: 'Verspätete Zentren dieser Studie', cmdTimeline: 'Zeitachse dieser Studie', cmdTeam: 'Arbeit des ganzen Teams', inMenu: 'Jeder Befehl steht auch in einem Menü', work: 'Meine Arbeit', portfolio: 'Portfolio', siteList: 'Zentren dieser Studie', study: 'Diese Studie', imports: 'Studie oder Zentren importieren', blocked: 'Blockierte Schritte', plansPage: 'Start-up-Pläne', activities: 'Aktivitäten der Workflows', peoplePage: 'Personen und Rollen', audit: 'Audit-Trail', tokens: 'API-Schlüssel',
  },
);
