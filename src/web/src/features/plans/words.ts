import { defineWords } from '@/shared/i18n/words';

export const planWords = defineWords(
  {
    title: 'Start-up plans', sub: 'Running and ended plans with their history; move running ones to another version of their workflow.', definition: 'Workflow', allDefinitions: 'All workflows', status: 'Status', anyStatus: 'Any status',
    running: 'Running', blocked: 'Blocked', cancelling: 'Cancelling', finished: 'Finished', faulted: 'Failed', cancelled: 'Cancelled', plan: 'Plan', version: 'Version', where: 'Where', none: 'No plan', noneText: 'No plan fits. Choose another workflow or status.', more: 'There are more plans; narrow the list.',
    move: 'Move running plans', moveHow: 'See first what would happen. A plan moves whole or not at all; it can be taken back until its next step.', to: 'To version', preview: 'Show what would happen', nothing: 'No running plan is on another version: nothing to move.', gone: (names: string) => `No longer there in that version: ${names}`,
    would: 'would move', stays: 'stays', moved: 'moved', stands: 'Stands in', becomes: (from: string, to: string) => (from === to ? from : `${from} → ${to}`), result: 'Result', why: 'Why', reason: 'Reason, kept in the history', apply: (n: number) => (n === 1 ? 'Move 1 plan' : `Move ${n} plans`), applied: 'The plans were moved.', moreToMove: 'There are more plans than one move looks at: move these, then look again.',
    history: 'History', noSteps: 'Nothing happened yet.', began: 'began', ended: 'ended', stopped: 'cannot go on', printed: 'printed', endedWith: (o: string) => `The plan ended with ${o}`, back: 'Take the move back', backHow: 'The plan goes back to the version that it was on. Possible until its next step.', taken: 'It is taken back.', by: (who: string) => `by ${who}`,
    c_start: 'Started', c_fact: 'What it waited for is so', c_event: 'An event came', c_timer: 'A date was reached', c_child: 'A plan that it started ended', c_refusal: 'What it asked for was refused', c_cancel: 'Cancelled', c_retry: 'A step was tried again', c_skip: 'A step was left out', c_give_up: 'A step was given up', c_answer: 'An answer came', c_migration: 'Moved to another version', c_migration_reverted: 'Move taken back',
  },
  {
    title: 'Start-up-Pläne', sub: 'Laufende und beendete Pläne mit ihrem Verlauf; laufende auf eine andere Version ihres Workflows umstellen.', definition: 'Workflow', allDefinitions: 'Alle Workflows', status: 'Status', anyStatus: 'Jeder Status',
    running: 'Läuft', blocked: 'Blockiert', cancelling: 'Wird abgebrochen', finished: 'Beendet', faulted: 'Gescheitert', cancelled: 'Abgebrochen', plan: 'Plan', version: 'Version', where: 'Wo', none: 'Kein Plan', noneText: 'Kein Plan passt. Wählen Sie einen anderen Workflow oder Status.', more: 'Es gibt weitere Pläne; grenzen Sie die Liste ein.',
    move: 'Laufende Pläne umstellen', moveHow: 'Sehen Sie zuerst, was geschähe. Ein Plan wird ganz umgestellt oder gar nicht; bis zu seinem nächsten Schritt lässt es sich zurücknehmen.', to: 'Auf Version', preview: 'Zeigen, was geschähe', nothing: 'Kein laufender Plan ist auf einer anderen Version: nichts umzustellen.', gone: (names: string) => `In dieser Version nicht mehr da: ${names}`,
    would: 'würde umgestellt', stays: 'bleibt', moved: 'umgestellt', stands: 'Steht in', becomes: (from: string, to: string) => (from === to ? from : `${from} → ${to}`), result: 'Ergebnis', why: 'Warum', reason: 'Grund, bleibt im Verlauf', apply: (n: number) => (n === 1 ? '1 Plan umstellen' : `${n} Pläne umstellen`), applied: 'Die Pläne sind umgestellt.', moreToMove: 'Es gibt mehr Pläne, als auf einmal umgestellt werden: diese umstellen, dann erneut nachsehen.',
    history: 'Verlauf', noSteps: 'Noch nichts geschehen.', began: 'begann', ended: 'endete', stopped: 'geht nicht weiter', printed: 'schrieb', endedWith: (o: string) => `Der Plan endete mit ${o}`, back: 'Umstellung zurücknehmen', backHow: 'Der Plan geht auf seine vorige Version zurück. Möglich bis zu seinem nächsten Schritt.', taken: 'Zurückgenommen.', by: (who: string) => `durch ${who}`,
    c_start: 'Begonnen', c_fact: 'Worauf er wartete, ist eingetreten', c_event: 'Ein Ereignis kam', c_timer: 'Ein Termin ist erreicht', c_child: 'Ein von ihm begonnener Plan endete', c_refusal: 'Worum er bat, wurde abgelehnt', c_cancel: 'Abgebrochen', c_retry: 'Ein Schritt wurde erneut versucht', c_skip: 'Ein Schritt wurde ausgelassen', c_give_up: 'Ein Schritt wurde aufgegeben', c_answer: 'Eine Antwort kam', c_migration: 'Auf eine andere Version umgestellt', c_migration_reverted: 'Umstellung zurückgenommen',
  },
);

type Text = (typeof planWords)['en'];

/** What made a plan step, in words. */
export const causeWord = (cause: string, t: Text): string => (t as unknown as Record<string, string>)[`c_${cause.replace(/-/g, '_')}`] ?? cause;
