import { defineWords } from '@/shared/i18n/words';

export const workWords = defineWords(
  {
    title: 'My work', sub: (open: number, overdue: number) => `${open} open, ${overdue} overdue`, noneOverdue: 'nothing overdue',
    overdue: 'Overdue', due: 'Due', questions: 'Questions from sites', blocked: 'Blocked steps', arrived: 'Just arrived', waiting: 'Waiting on others', approvals: 'Approvals asked for',
    what: 'What', where: 'Where', waitingOn: 'Waiting on', target: 'Target', late: 'Late', act: 'Record', reply: 'Answer', open: 'Open', resolve: 'Resolve', review: 'Review',
    emptyTitle: 'Nothing waits on you', emptyText: 'Tasks of your roles, questions from sites and what just arrived stand here as soon as a study starts.', toPortfolio: 'Open the portfolio',
    keys: 'move', doIt: 'do it', openSite: 'Open the site', why: 'Why it matters', details: 'Details', question: 'What the site asked', cause: 'Why it is blocked', latest: 'Latest', done: 'Record the result', close: 'Close', role: 'For', given: 'Given', study: 'Study', statutory: 'Statutory due',
    complete: 'Record the result', completeFor: 'Complete on behalf of the site', outcome: 'Decision', on: 'On', how: 'How we learned of it', phone: 'By phone', mail: 'By mail', paper: 'On paper', meeting: 'In a meeting', save: 'Save', saving: 'Saving', saved: 'Recorded', myself: 'I did it', behalf: 'The site did it, I record it', yes: 'Yes', no: 'No', choose: 'Choose', evidence: 'Evidence, the mail or paper', missing: 'Please fill this in.', noDate: 'Write the date as 12-Mar-2026.', reason: 'Note (optional)', who: 'Who did it', cannot: 'Your roles do not allow this here.',
    order: 'Overdue first, then by target',
  },
  {
    title: 'Meine Arbeit', sub: (open: number, overdue: number) => `${open} offen, ${overdue} überfällig`, noneOverdue: 'nichts überfällig',
    overdue: 'Überfällig', due: 'Fällig', questions: 'Fragen von Zentren', blocked: 'Blockierte Schritte', arrived: 'Eben eingetroffen', waiting: 'Wartet auf andere', approvals: 'Erbetene Genehmigungen',
    what: 'Was', where: 'Wo', waitingOn: 'Wartet auf', target: 'Ziel', late: 'Verspätet', act: 'Festhalten', reply: 'Antworten', open: 'Öffnen', resolve: 'Lösen', review: 'Prüfen',
    emptyTitle: 'Nichts wartet auf Sie', emptyText: 'Aufgaben Ihrer Rollen, Fragen von Zentren und eben Eingetroffenes stehen hier, sobald eine Studie startet.', toPortfolio: 'Portfolio öffnen',
    keys: 'bewegen', doIt: 'tun', openSite: 'Zentrum öffnen', why: 'Warum es zählt', details: 'Einzelheiten', question: 'Was das Zentrum fragte', cause: 'Warum er blockiert ist', latest: 'Zuletzt', done: 'Ergebnis festhalten', close: 'Schließen', role: 'Für', given: 'Gegeben', study: 'Studie', statutory: 'Gesetzlich fällig',
    complete: 'Ergebnis festhalten', completeFor: 'Im Auftrag des Zentrums abschließen', outcome: 'Entscheidung', on: 'Am', how: 'Wie wir es erfuhren', phone: 'Telefonisch', mail: 'Per Mail', paper: 'Auf Papier', meeting: 'In einem Treffen', save: 'Speichern', saving: 'Wird gespeichert', saved: 'Festgehalten', myself: 'Ich habe es getan', behalf: 'Das Zentrum hat es getan, ich halte es fest', yes: 'Ja', no: 'Nein', choose: 'Wählen', evidence: 'Beleg, die Mail oder das Papier', missing: 'Bitte ausfüllen.', noDate: 'Schreiben Sie das Datum als 12-Mar-2026.', reason: 'Notiz (freiwillig)', who: 'Wer es tat', cannot: 'Ihre Rollen erlauben das hier nicht.',
    order: 'Überfällige zuerst, dann nach Ziel',
  },
);
