import { defineWords } from '@/shared/i18n/words';

export const mailWords = defineWords(
  {
    title: 'Sent mail', sub: 'What left, to whom, when, and whether an answer came.', when: 'When', what: 'What', to: 'To', where: 'Where', outcome: 'Outcome', answered: 'Answered', acts: 'Acts', study: 'Study', allStudies: 'All studies', allKinds: 'All', sent: 'Sent', withheld: 'Withheld', refused: 'Refused by the receiver', waits: (n: number) => (n === 0 ? 'since today' : `no answer for ${n} BD`), remind: 'Remind', more: 'Show earlier ones',
    emptyTitle: 'No mail here yet', emptyText: 'Mails to site contacts leave as soon as a task is theirs; each stands here with what became of it.',
    t_task_assigned: 'Task', t_task_packet: 'Several tasks', t_task_reminder: 'Reminder', t_task_receipt: 'Receipt', t_task_question: 'Question to us', t_task_answer: 'Our answer', t_task_declined: '"Not me"', t_task_escalated: 'Escalation', t_invitation: 'Visit invitation', t_cancellation: 'Visit cancelled', t_selection_letter: 'Selection letter', t_decline_letter: 'Decline letter', t_activation_letter: 'Activation letter', t_note: 'Letter',
  },
  {
    title: 'Gesendete Mails', sub: 'Was hinausging, an wen, wann, und ob eine Antwort kam.', when: 'Wann', what: 'Was', to: 'An', where: 'Wo', outcome: 'Ergebnis', answered: 'Beantwortet', acts: 'Aktionen', study: 'Studie', allStudies: 'Alle Studien', allKinds: 'Alle', sent: 'Gesendet', withheld: 'Zurückgehalten', refused: 'Vom Empfänger abgelehnt', waits: (n: number) => (n === 0 ? 'seit heute' : `seit ${n} AT ohne Antwort`), remind: 'Erinnern', more: 'Frühere zeigen',
    emptyTitle: 'Hier gibt es noch keine Mail', emptyText: 'Mails an Kontakte der Zentren gehen hinaus, sobald eine Aufgabe ihre ist; jede steht hier mit dem, was aus ihr wurde.',
    t_task_assigned: 'Aufgabe', t_task_packet: 'Mehrere Aufgaben', t_task_reminder: 'Erinnerung', t_task_receipt: 'Empfangsbestätigung', t_task_question: 'Frage an uns', t_task_answer: 'Unsere Antwort', t_task_declined: '„Nicht ich“', t_task_escalated: 'Eskalation', t_invitation: 'Besuchseinladung', t_cancellation: 'Besuch abgesagt', t_selection_letter: 'Auswahlbrief', t_decline_letter: 'Absagebrief', t_activation_letter: 'Aktivierungsbrief', t_note: 'Brief',
  },
);
