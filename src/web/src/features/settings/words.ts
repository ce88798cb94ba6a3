import { defineWords } from '@/shared/i18n/words';

export const settingsWords = defineWords(
  {
    title: 'Settings', sub: 'What holds for the whole installation. Every change stands in the audit trail.', installation: 'Installation', bornAs: 'chosen when the database was born; it cannot change', production: 'Production', training: 'Training', rehearsal: 'Dry run',
    mail: 'Mail', instanceName: 'Name of the installation, on every page and mail', senderName: 'Mails leave under the name', senderAddress: 'From the address', replyTo: 'Answers go to', baseUrl: 'Address of these pages, in links', defaultTimeZone: 'Time zone of people without one', quietFrom: 'Quiet hours from, e.g. 20:00', quietTo: 'until', quietHint: 'In the time zone of whoever receives the mail. Mails that want something wait until they end.',
    save: 'Save', saved: 'Settings saved', conflict: 'Somebody else changed the settings meanwhile. Your entries are still here: reload the page, compare, save again.',
    calendars: 'Calendars', calendarsText: 'Business days are counted without weekends and these days.', country: 'Country', year: 'Year', date: 'Date', holiday: 'Day off', unknown: 'Holidays of this year are not known: weekends only are counted.',
  },
  {
    title: 'Einstellungen', sub: 'Was für die ganze Installation gilt. Jede Änderung steht im Audit-Trail.', installation: 'Installation', bornAs: 'bei der Geburt der Datenbank gewählt; unveränderlich', production: 'Produktion', training: 'Schulung', rehearsal: 'Probelauf',
    mail: 'Mail', instanceName: 'Name der Installation, auf jeder Seite und Mail', senderName: 'Mails gehen hinaus unter dem Namen', senderAddress: 'Von der Adresse', replyTo: 'Antworten gehen an', baseUrl: 'Adresse dieser Seiten, in Links', defaultTimeZone: 'Zeitzone von Personen ohne eine', quietFrom: 'Ruhezeit von, z. B. 20:00', quietTo: 'bis', quietHint: 'In der Zeitzone des Empfängers. Mails, die etwas wollen, warten bis zu ihrem Ende.',
    save: 'Speichern', saved: 'Einstellungen gespeichert', conflict: 'Jemand anderes hat die Einstellungen inzwischen geändert. Ihre Eingaben sind noch da: Seite neu laden, vergleichen, erneut speichern.',
    calendars: 'Kalender', calendarsText: 'Arbeitstage zählen ohne Wochenenden und diese Tage.', country: 'Land', year: 'Jahr', date: 'Datum', holiday: 'Freier Tag', unknown: 'Feiertage dieses Jahres sind nicht bekannt: Nur Wochenenden zählen.',
  },
);
