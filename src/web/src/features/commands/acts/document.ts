import type { Act } from '../types';
import { due, file, on, reasonCode } from './shared';

/** What one can do with a document. */
export const documentActs: readonly Act[] = [
  { type: 'document.request', label: ['Ask for it', 'Anfordern'], fields: [due, on] },
  { type: 'document.receive', label: ['Record what arrived...', 'Eingang festhalten...'], fields: [{ ...file, required: true }, { name: 'label', label: ['Version on the paper', 'Version auf dem Papier'], kind: 'text' }, { name: 'dated', label: ['Date on the paper', 'Datum auf dem Papier'], kind: 'date' }, { name: 'validUntil', label: ['Valid until', 'Gültig bis'], kind: 'date' }, on] },
  { type: 'document.start-review', label: ['Start the review', 'Prüfung beginnen'], fields: [on] },
  { type: 'document.approve', label: ['Approve', 'Genehmigen'], fields: [on, { name: 'validUntil', label: ['Valid until, as you read it', 'Gültig bis, wie Sie es lesen'], kind: 'date' }], reason: 'offered' },
  { type: 'document.reject', label: ['Send back...', 'Zurückweisen...'], fields: [reasonCode([['not-signed', 'Not signed', 'Nicht unterschrieben'], ['not-dated', 'Not dated', 'Nicht datiert'], ['wrong-version', 'Wrong version', 'Falsche Version'], ['incomplete', 'Pages or entries missing', 'Seiten oder Einträge fehlen'], ['illegible', 'Not legible', 'Nicht lesbar'], ['expired', 'Expired', 'Abgelaufen'], ['wrong-person', 'Belongs to another person', 'Gehört einer anderen Person'], ['wrong-document', 'Another document than asked for', 'Anderes Dokument als angefordert'], ['wrong-language', 'Wrong language', 'Falsche Sprache'], ['other', 'Other, see note', 'Anderes, siehe Notiz']]), { name: 'note', label: ['What must be changed', 'Was geändert werden muss'], kind: 'long' }, on] },
  { type: 'document.make-effective', label: ['Bring into force', 'In Kraft setzen'], fields: [on] },
  { type: 'document.supersede', label: ['Ask for a newer version...', 'Neuere Version verlangen...'], fields: [{ name: 'expectedVersion', label: ['Version now asked for', 'Nun verlangte Version'], kind: 'text' }, on], apart: true },
  { type: 'document.expire', label: ['Mark as expired', 'Als abgelaufen kennzeichnen'], fields: [on], apart: true },
  { type: 'document.not-applicable', label: ['Mark not applicable...', 'Trifft nicht zu...'], fields: [], reason: 'required', apart: true },
  { type: 'document.waive', label: ['Not required (approved)...', 'Nicht erforderlich (genehmigt)...'], fields: [{ name: 'approver', label: ['Who agreed', 'Wer zugestimmt hat'], kind: 'person', required: true }], reason: 'required', apart: true },
  { type: 'document.correct', label: ['Go back one step...', 'Einen Schritt zurück...'], fixed: { kind: 'reopen' }, fields: [], reason: 'required', apart: true },
  { type: 'document.correct', label: ['Correct version and dates...', 'Version und Daten berichtigen...'], fixed: { kind: 'change-details' }, fields: [{ name: 'label', label: ['Version', 'Version'], kind: 'text' }, { name: 'dated', label: ['Date on the paper', 'Datum auf dem Papier'], kind: 'date' }, { name: 'validUntil', label: ['Valid until', 'Gültig bis'], kind: 'date' }], reason: 'required', apart: true },
];
