import { defineWords } from '@/shared/i18n/words';

export const operationsWords = defineWords(
  {
    production: 'production', training: 'training', rehearsal: 'dry run', title: 'Operations', sub: 'How this installation runs: what waits, who hosts what, and mail that is held back.',
    ready: 'Ready', notReady: 'Not ready', version: 'Version', database: 'Database', machine: 'Answers here', since: 'Runs since', actors: 'Actors in memory', memory: 'Memory in use',
    waiting: 'What waits', messages: 'Messages to be delivered', mails: 'of them mails and invitations', undeliverable: 'Undeliverable, wait for a person', timers: 'Timers set',
    messageLag: 'Oldest message late by', timerLag: 'Oldest timer late by', horizon: 'Oldest running transaction', clock: 'Clock ahead of the database', seconds: 's',
    cluster: 'Hosts of the cluster', host: 'Host', status: 'Status', alive: 'Last sign of life', here: 'this one', relay: 'Looks after', owner: 'Owner', carried: 'Carried', relayMessages: 'Messages', relayTimers: 'Timers',
    held: 'No mail leaves', heldHow: 'Look at what waits. Take away what must not leave, then let the rest go. Both ask a reason and stand in the audit trail.',
    mail: 'Mail', to: 'To', due: 'Due', cause: 'Caused by', discard: 'Take away', release: 'Let mail leave', reason: 'Reason', done: 'Done', noMail: 'No mail waits.', waitingMail: 'Mail that waits',
  },
  {
    production: 'Produktion', training: 'Schulung', rehearsal: 'Probelauf', title: 'Betrieb', sub: 'Wie diese Installation läuft: was wartet, wer was ausführt, und zurückgehaltene Mails.',
    ready: 'Bereit', notReady: 'Nicht bereit', version: 'Version', database: 'Datenbank', machine: 'Antwortet hier', since: 'Läuft seit', actors: 'Akteure im Speicher', memory: 'Belegter Speicher',
    waiting: 'Was wartet', messages: 'Zuzustellende Nachrichten', mails: 'davon Mails und Einladungen', undeliverable: 'Unzustellbar, warten auf einen Menschen', timers: 'Gestellte Wecker',
    messageLag: 'Älteste Nachricht verspätet um', timerLag: 'Ältester Wecker verspätet um', horizon: 'Älteste laufende Transaktion', clock: 'Uhr vor der Datenbank', seconds: 's',
    cluster: 'Rechner des Verbunds', host: 'Rechner', status: 'Status', alive: 'Letztes Lebenszeichen', here: 'dieser', relay: 'Kümmert sich um', owner: 'Besitzer', carried: 'Zugestellt', relayMessages: 'Nachrichten', relayTimers: 'Wecker',
    held: 'Es gehen keine Mails hinaus', heldHow: 'Sehen Sie an, was wartet. Nehmen Sie weg, was nicht hinausgehen darf, und geben Sie den Rest frei. Beides verlangt einen Grund und steht im Prüfpfad.',
    mail: 'Mail', to: 'An', due: 'Fällig', cause: 'Ausgelöst von', discard: 'Wegnehmen', release: 'Mails freigeben', reason: 'Grund', done: 'Erledigt', noMail: 'Keine Mail wartet.', waitingMail: 'Wartende Mails',
  },
);
