import type { Act, ActField } from '../types';
import { SITE_MILESTONES } from './milestones';
import { on, other } from './shared';

const statuses: NonNullable<ActField['options']> = [
  ['cda-pending', 'CDA sent', 'CDA gesendet'], ['cda-executed', 'CDA executed', 'CDA unterzeichnet'], ['surveyed', 'Questionnaire answered', 'Fragebogen beantwortet'],
  ['qualifying', 'Qualification under way', 'Qualifikation läuft'], ['qualified', 'Qualified', 'Qualifiziert'], ['selected', 'Selected', 'Ausgewählt'], ['back-up', 'Back-up', 'Reserve'],
  ['in-start-up', 'In start-up', 'Im Start-up'], ['ready-for-siv', 'Ready for initiation visit', 'Bereit zur Initiierung'], ['initiated', 'Initiation visit done', 'Initiierung erfolgt'],
  ['not-selected', 'Not selected (we said no)', 'Nicht ausgewählt (wir)'], ['declined', 'Declined (site said no)', 'Abgelehnt (Zentrum)'], ['on-hold', 'On hold', 'Pausiert'], ['dropped', 'Dropped', 'Ausgeschieden'], ['closed', 'Closed', 'Geschlossen'],
];
const reasons: NonNullable<ActField['options']> = [
  ['few-participants', 'Too few participants expected', 'Zu wenige Teilnehmende erwartet'], ['staff-or-equipment', 'Staff or equipment not sufficient', 'Personal oder Ausstattung reicht nicht'],
  ['competing-study', 'Competing study at the site', 'Konkurrierende Studie'], ['quality-history', 'Earlier findings or performance', 'Frühere Befunde oder Leistung'], ['debarment-hit', 'Debarment or inspection finding', 'Sperrvermerk oder Inspektionsbefund'], ['enough-sites', 'Enough other sites', 'Genug andere Zentren'], ['budget', 'Cost too high', 'Kosten zu hoch'],
  ['no-answer', 'No answer', 'Keine Antwort'], ['not-interested', 'Not interested in the study', 'Kein Interesse an der Studie'], ['no-capacity', 'No staff or time', 'Kein Personal oder keine Zeit'], ['no-participants', 'No suitable participants', 'Keine passenden Teilnehmenden'], ['contract-terms', 'Terms not acceptable to the site', 'Bedingungen nicht annehmbar'],
  ['contract-not-agreed', 'Contract or budget not agreed', 'Vertrag oder Budget nicht vereinbart'], ['pi-left', 'PI left', 'PI ausgeschieden'], ['ethics-refused', 'Ethics committee refused', 'Ethikkommission abgelehnt'], ['authority-refused', 'Authority refused', 'Behörde abgelehnt'], ['too-slow', 'Start-up took too long', 'Start-up dauerte zu lange'], ['study-changed', 'Study or plan changed', 'Studie oder Plan geändert'], ['country-out', 'Country taken out', 'Land herausgenommen'],
  ['sponsor-decision', "Sponsor's decision", 'Entscheidung des Sponsors'], ['site-request', "At the site's request", 'Auf Wunsch des Zentrums'], ['safety', 'Safety', 'Sicherheit'], ['amendment', 'Waits for an amendment', 'Wartet auf ein Amendment'], ['supply', 'Supply of IP', 'Versorgung mit IP'], ['study-ended', 'Study ended', 'Studie beendet'], ['quality', 'Quality', 'Qualität'], other,
];
const roles: NonNullable<ActField['options']> = [
  ['PI', 'PI', 'PI'], ['SI', 'Sub-investigator', 'Sub-Investigator'], ['SC', 'Coordinator', 'Koordination'], ['PHA', 'Pharmacist', 'Apotheke'], ['SAD', 'Contract administrator', 'Vertragsverwaltung'], ['LAB', 'Laboratory', 'Labor'], ['ISG', 'Institution signatory', 'Zeichnungsberechtigt'], ['CRA', 'Monitor (CRA)', 'Monitor (CRA)'], ['SUS', 'Start-up specialist', 'Start-up-Spezialist'],
];
const milestoneDate: ActField = { name: 'date', label: ['Date', 'Datum'], kind: 'date', hint: ['Leave it empty to take the date back.', 'Leer lassen nimmt das Datum zurück.'] };
const gate: ActField = { name: 'gate', label: ['Gate', 'Gate'], kind: 'choice', required: true, initial: 'ip-release', options: [['ip-release', 'IP release', 'IP-Freigabe'], ['activation', 'Site activation', 'Aktivierung']] };
const role: ActField = { name: 'role', label: ['Role', 'Rolle'], kind: 'choice', options: roles, required: true, initial: 'PI' };
const person: ActField = { name: 'person', label: ['Person', 'Person'], kind: 'person', required: true };

/** What one can do at a site. */
export const siteActs: readonly Act[] = [
  { type: 'site.advance', label: ['Record a status...', 'Status festhalten...'], fields: [{ name: 'to', label: ['Status', 'Status'], kind: 'choice', options: statuses, required: true }, on, { name: 'reasonCode', label: ['Reason, where the site ends or pauses', 'Grund, wenn es endet oder pausiert'], kind: 'choice', options: reasons }], reason: 'offered' },
  { type: 'site.resume', label: ['Resume from on hold', 'Pause beenden'], fields: [on] },
  { type: 'site.milestone', label: ['Record a visit...', 'Besuch festhalten...'], fixed: { kind: 'actual' }, fields: [{ name: 'code', label: ['Which visit', 'Welcher Besuch'], kind: 'choice', options: SITE_MILESTONES.filter(([c]) => c === 'SI-070' || c === 'SI-220'), required: true, initial: 'SI-220' }, { ...milestoneDate, initial: 'today', required: true }], reason: 'offered' },
  { type: 'site.milestone', label: ['Set a date of a milestone...', 'Datum eines Meilensteins...'], fields: [{ name: 'code', label: ['Milestone', 'Meilenstein'], kind: 'choice', options: SITE_MILESTONES, required: true }, { name: 'kind', label: ['Which date', 'Welches Datum'], kind: 'choice', required: true, initial: 'plan', options: [['plan', 'Planned', 'Geplant'], ['actual', 'Actual', 'Tatsächlich'], ['forecast', 'Forecast', 'Prognose']] }, milestoneDate], reason: 'offered' },
  { type: 'site.assign-contact', label: ['Name a contact...', 'Kontakt benennen...'], fields: [role, person, on] },
  { type: 'site.replace-contact', label: ['Replace a contact...', 'Kontakt ersetzen...'], fields: [role, person, on], reason: 'offered' },
  { type: 'site.release-contact', label: ['Free a role', 'Rolle freigeben'], fields: [role, on], reason: 'offered', apart: true },
  { type: 'site.request-gate', label: ['Request a gate...', 'Gate anfragen...'], fields: [gate] },
  { type: 'site.change', label: ['Change what describes it...', 'Beschreibung ändern...'], fields: [{ name: 'code', label: ['Code', 'Code'], kind: 'text' }, { name: 'institution', label: ['Institution', 'Einrichtung'], kind: 'text' }, { name: 'city', label: ['City', 'Ort'], kind: 'text' }, { name: 'timeZone', label: ['Time zone, e.g. Europe/Warsaw', 'Zeitzone, z. B. Europe/Warsaw'], kind: 'text' }, { name: 'participantsPlanned', label: ['Participants planned', 'Geplante Teilnehmende'], kind: 'number' }] },
  { type: 'site.freeze-baseline', label: ['Freeze planned dates as baseline', 'Plan als Basisplan einfrieren'], fields: [], reason: 'offered' },
  { type: 'site.correct', label: ['Reopen: back to an earlier status...', 'Zurück zu einem früheren Status...'], fixed: { kind: 'reopen' }, fields: [{ name: 'to', label: ['Status, empty = the one before', 'Status, leer = der vorige'], kind: 'choice', options: statuses }], reason: 'required', apart: true },
  { type: 'site.correct', label: ['Correct an actual date...', 'Tatsächliches Datum berichtigen...'], fixed: { kind: 'change-actual' }, fields: [{ name: 'code', label: ['Milestone', 'Meilenstein'], kind: 'choice', options: SITE_MILESTONES, required: true }, milestoneDate], reason: 'required', apart: true },
  { type: 'site.correct', label: ['Reverse the selection...', 'Auswahl zurücknehmen...'], fixed: { kind: 'reverse-selection' }, fields: [], reason: 'required', apart: true },
];
export const approveGate: Act = { type: 'site.approve-gate', label: ['Approve', 'Genehmigen'], fields: [on], reason: 'offered' };
export const rejectGate: Act = { type: 'site.reject-gate', label: ['Send back', 'Zurückgeben'], fields: [], reason: 'required' };
export const requestGate: Act = { type: 'site.request-gate', label: ['Request', 'Anfragen'], fields: [], reason: 'offered' };
export const milestoneAct = (type: 'site.milestone' | 'study.milestone', code: string, name: string, kind: 'plan' | 'actual', date: string | null): Act => ({
  type, label: [`${name}: ${kind === 'plan' ? 'planned' : 'actual'} date`, `${name}: ${kind === 'plan' ? 'geplantes' : 'tatsächliches'} Datum`],
  fixed: { code, kind }, fields: [{ ...milestoneDate, ...(date ? { initial: date } : kind === 'actual' ? { initial: 'today' } : {}) }], reason: 'offered',
});
