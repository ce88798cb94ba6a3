import type { Act } from '../types';
import { on } from './shared';

/** What one can do with a submission. */
export const submissionActs: readonly Act[] = [
  { type: 'submission.compile', label: ['Start compiling', 'Zusammenstellung beginnen'], fields: [on] },
  { type: 'submission.ready', label: ['Package complete', 'Paket vollständig'], fields: [on] },
  { type: 'submission.submit', label: ['Submitted', 'Eingereicht'], fields: [on, { name: 'number', label: ['Number given by portal or committee', 'Nummer des Portals oder der Kommission'], kind: 'text' }] },
  { type: 'submission.validation-passed', label: ['Found valid', 'Formal gültig'], fields: [on] },
  { type: 'submission.start-assessment', label: ['Assessment begins', 'Bewertung beginnt'], fields: [on] },
  { type: 'submission.receive-rfi', label: ['RFI arrived...', 'RFI eingegangen...'], fields: [{ name: 'kind', label: ['During', 'Während'], kind: 'choice', required: true, initial: 'assessment', options: [['validation', 'Validation', 'Validierung'], ['assessment', 'Assessment', 'Bewertung']] }, on, { name: 'due', label: ['Due, as communicated', 'Fällig, wie mitgeteilt'], kind: 'date' }, { name: 'number', label: ['Number', 'Nummer'], kind: 'text' }] },
  { type: 'submission.rfi-progress', label: ['RFI: our work...', 'RFI: unsere Arbeit...'], fields: [{ name: 'to', label: ['Step', 'Schritt'], kind: 'choice', required: true, options: [['triaged', 'Questions given to owners', 'Fragen verteilt'], ['drafting', 'Answer being written', 'Antwort wird geschrieben'], ['review', 'Answer in review', 'Antwort in Prüfung']] }, on] },
  { type: 'submission.answer-rfi', label: ['RFI answered', 'RFI beantwortet'], fields: [on] },
  { type: 'submission.rfi-outcome', label: ['RFI: outcome...', 'RFI: Ergebnis...'], fields: [{ name: 'outcome', label: ['Outcome', 'Ergebnis'], kind: 'choice', required: true, initial: 'accepted', options: [['accepted', 'Accepted', 'Angenommen'], ['follow-up', 'Further questions', 'Weitere Fragen'], ['missed', 'Not answered in time', 'Nicht rechtzeitig beantwortet']] }, on] },
  { type: 'submission.decide', label: ['Record the decision...', 'Entscheidung festhalten...'], fields: [{ name: 'decision', label: ['Decision', 'Entscheidung'], kind: 'choice', required: true, initial: 'approved', options: [['approved', 'Approved', 'Genehmigt'], ['approved-with-conditions', 'Approved with conditions', 'Genehmigt mit Auflagen'], ['tacit', 'Tacit, no objection, in effect', 'Stillschweigend, kein Einwand, wirksam'], ['refused', 'Refused', 'Abgelehnt'], ['withdrawn', 'Withdrawn by us', 'Von uns zurückgezogen'], ['lapsed', 'Lapsed', 'Verfallen']] }, on, { name: 'validUntil', label: ['Valid until', 'Gültig bis'], kind: 'date' }], reason: 'offered' },
  { type: 'submission.correct', label: ['Go back one step...', 'Einen Schritt zurück...'], fixed: { kind: 'reopen' }, fields: [], reason: 'required', apart: true },
  { type: 'submission.correct', label: ['Correct a date...', 'Datum berichtigen...'], fields: [{ name: 'kind', label: ['Which date', 'Welches Datum'], kind: 'choice', required: true, initial: 'change-submitted', options: [['change-submitted', 'Submitted', 'Eingereicht'], ['change-validated', 'Validated', 'Validiert'], ['change-decided', 'Decided', 'Entschieden'], ['change-rfi-due', 'Due date of the RFI', 'Frist des RFI']] }, { name: 'date', label: ['Date', 'Datum'], kind: 'date', required: true }], reason: 'required', apart: true },
];
