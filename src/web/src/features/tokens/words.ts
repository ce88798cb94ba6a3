import { defineWords } from '@/shared/i18n/words';

export const tokenWords = defineWords(
  {
    title: 'API tokens', sub: 'For programs that act as you: same roles, same history. A program sends it as "Authorization: Bearer ...".', label: 'What it is for', days: 'Days that it holds, 1 to 366', make: 'Make a token', made: 'The token. It is shown this once only: keep it in a safe place now.', copy: 'Copy', copied: 'Copied', created: 'Made', expires: 'Ends', revoke: 'End now', revoked: 'The token has ended', none: 'You have no tokens.', name: 'For', hide: 'I have kept it', password: 'My password', changePassword: 'Change my password',
  },
  {
    title: 'API-Schlüssel', sub: 'Für Programme, die als Sie handeln: gleiche Rollen, gleicher Verlauf. Ein Programm sendet ihn als "Authorization: Bearer ...".', label: 'Wofür er ist', days: 'Gültige Tage, 1 bis 366', make: 'Schlüssel erzeugen', made: 'Der Schlüssel. Er wird nur dieses eine Mal gezeigt: Bewahren Sie ihn jetzt sicher auf.', copy: 'Kopieren', copied: 'Kopiert', created: 'Erzeugt', expires: 'Endet', revoke: 'Jetzt beenden', revoked: 'Der Schlüssel ist beendet', none: 'Sie haben keine Schlüssel.', name: 'Für', hide: 'Ich habe ihn aufbewahrt', password: 'Mein Passwort', changePassword: 'Mein Passwort ändern',
  },
);
