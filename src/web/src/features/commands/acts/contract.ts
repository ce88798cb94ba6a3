import type { Act } from '../types';
import { file, on, track } from './shared';

const both = { ...track, initial: 'both', options: [...(track.options ?? []), ['both', 'Both', 'Beide'] as const] };

/** A round as a specialist tells it: who has it now, since when, what changed, and the paper that shows it. */
export const contractRound: Act = {
  type: 'contract.our-answer', label: ['Record a round...', 'Runde festhalten...'], choose: 'move', reason: 'offered', reasonLabel: ['What changed', 'Was sich geändert hat'],
  fields: [
    { name: 'move', label: ['Who has it now', 'Wer hat ihn jetzt'], kind: 'choice', required: true, initial: 'contract.site-comments', options: [['contract.site-comments', 'Us: the site sent its comments', 'Wir: das Zentrum hat kommentiert'], ['contract.our-answer', 'The site: our answer is sent', 'Das Zentrum: unsere Antwort ist gesendet'], ['contract.agree', 'Nobody: both agree', 'Niemand: beide sind einig']] },
    track, { ...on, label: ['Since', 'Seit'] },
    { name: 'clauses', label: ['Clauses in dispute, by commas', 'Strittige Klauseln, mit Komma'], kind: 'codes', only: ['contract.site-comments'] },
    { ...file, label: ['Evidence: the version that was sent', 'Beleg: die gesendete Fassung'], only: ['contract.site-comments', 'contract.our-answer'] },
  ],
};

/** What one can do with a contract and its budget: two tracks. */
export const contractActs: readonly Act[] = [
  { type: 'contract.send', label: ['Contract sent', 'Vertrag gesendet'], fields: [both, on] },
  contractRound,
  { type: 'contract.request-exception', label: ['Ask for an exception...', 'Ausnahme anfragen...'], fields: [track, { name: 'approver', label: ['Who decides', 'Wer entscheidet'], kind: 'choice', required: true, initial: 'LEG', options: [['LEG', 'Legal', 'Recht'], ['BUD', 'Budget', 'Budget']] }, { name: 'what', label: ['What is asked', 'Worum es geht'], kind: 'long', required: true }, on] },
  { type: 'contract.decide-exception', label: ['Decide the exception...', 'Über die Ausnahme entscheiden...'], fields: [track, { name: 'granted', label: ['Decision', 'Entscheidung'], kind: 'choice', required: true, initial: 'true', options: [['true', 'Granted', 'Gewährt'], ['false', 'Not granted', 'Nicht gewährt']] }, on], reason: 'offered' },
  { type: 'contract.start-signature', label: ['Signatures begin', 'Unterzeichnung beginnt'], fields: [on] },
  { type: 'contract.execute', label: ['Contract executed', 'Vertrag unterzeichnet'], fields: [on, file] },
  { type: 'contract.make-effective', label: ['Takes effect', 'Tritt in Kraft'], fields: [on] },
  { type: 'contract.amend', label: ['Amendment needed...', 'Änderung nötig...'], fields: [both, on], reason: 'required', apart: true },
  { type: 'contract.discontinue', label: ['No contract will be made...', 'Kein Vertrag...'], fields: [{ name: 'reasonCode', label: ['Reason code', 'Grund'], kind: 'text', required: true }, on], reason: 'offered', apart: true },
  { type: 'contract.correct', label: ['Go back one step...', 'Einen Schritt zurück...'], fixed: { kind: 'reopen' }, fields: [], reason: 'required', apart: true },
  { type: 'contract.correct', label: ['Open an agreed track again...', 'Vereinbarte Spur wieder öffnen...'], fixed: { kind: 'reopen-track' }, fields: [track], reason: 'required', apart: true },
  { type: 'contract.correct', label: ['Correct the date of execution...', 'Datum der Unterzeichnung berichtigen...'], fixed: { kind: 'change-executed' }, fields: [{ name: 'date', label: ['Date', 'Datum'], kind: 'date', required: true }], reason: 'required', apart: true },
];
