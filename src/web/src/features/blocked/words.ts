import { defineWords } from '@/shared/i18n/words';

export const blockedWords = defineWords(
  {
    title: 'Blocked steps', sub: 'Steps of start-up plans that cannot go on by themselves: why, and what can be done.', emptyTitle: 'No blocked steps', emptyText: 'When a step cannot go on, because nobody holds its role, a mail cannot be delivered or a rule failed, it stands here with its cause.',
    step: 'Step', cause: 'Cause', where: 'Where', since: 'Since', retry: 'Try again', skip: 'Leave out', cancel: 'Give up the step', retryHow: 'The step is tried again with what is known now.', skipHow: 'The plan goes on as if this step were done. The reason stays in the history.', cancelHow: 'This path of the plan ends here; its other paths go on.', name: 'Name somebody', outcome: 'Go on with', undeliverable: 'Messages that were given up', message: 'Message', toWhom: (to: string) => `to ${to}`, reason: 'Reason, kept in the history', done: 'Done', missing: 'Please give a reason.',
  },
  {
    title: 'Blockierte Schritte', sub: 'Schritte von Start-up-Plänen, die nicht von selbst weitergehen: warum, und was möglich ist.', emptyTitle: 'Keine blockierten Schritte', emptyText: 'Wenn ein Schritt nicht weitergeht, weil niemand seine Rolle hat, eine Mail nicht ankommt oder eine Regel scheiterte, steht er hier mit seiner Ursache.',
    step: 'Schritt', cause: 'Ursache', where: 'Wo', since: 'Seit', retry: 'Erneut versuchen', skip: 'Auslassen', cancel: 'Schritt aufgeben', retryHow: 'Der Schritt wird mit dem jetzt Bekannten erneut versucht.', skipHow: 'Der Plan geht weiter, als wäre dieser Schritt getan. Der Grund bleibt im Verlauf.', cancelHow: 'Dieser Weg des Plans endet hier; seine anderen Wege gehen weiter.', name: 'Jemanden benennen', outcome: 'Weiter mit', undeliverable: 'Aufgegebene Nachrichten', message: 'Nachricht', toWhom: (to: string) => `an ${to}`, reason: 'Grund, bleibt im Verlauf', done: 'Erledigt', missing: 'Bitte einen Grund angeben.',
  },
);
