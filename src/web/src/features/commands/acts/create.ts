import type { Act, ActField } from '../types';
import { due } from './shared';

const gates: ActField = { name: 'requiredFor', label: ['Gates that ask for it, by commas: ip-release, activation', 'Gates, die es verlangen, mit Komma: ip-release, activation'], kind: 'codes' };
const roles: NonNullable<ActField['options']> = [
  ['SUS', 'Start-up specialist', 'Start-up-Spezialist'], ['SUL', 'Start-up lead', 'Start-up-Leitung'], ['CRA', 'Monitor (CRA)', 'Monitor (CRA)'], ['CTA', 'Study associate', 'Studienassistenz'], ['REG', 'Regulatory', 'Regulatory'], ['CON', 'Contracts', 'Verträge'], ['BUD', 'Budget', 'Budget'], ['LEG', 'Legal', 'Recht'],
  ['PI', 'PI', 'PI'], ['SC', 'Coordinator', 'Koordination'], ['SAD', 'Site contract office', 'Vertragsbüro des Zentrums'], ['PHA', 'Pharmacist', 'Apotheke'], ['LAB', 'Laboratory', 'Labor'],
];

/** What can be entered by hand at a site, beside what its start-up plan brings. */
export const createActs: Record<'documents' | 'submissions' | 'contracts' | 'tasks', Act> = {
  documents: {
    type: 'document.expect', creates: 'documents', label: ['Expect a document...', 'Dokument erwarten...'],
    fields: [{ name: 'type', label: ['Type, e.g. cv, gcp', 'Typ, z. B. cv, gcp'], kind: 'text', required: true }, { name: 'title', label: ['What it is (no names)', 'Was es ist (ohne Namen)'], kind: 'text', required: true }, { name: 'artefact', label: ['TMF artefact, e.g. 05.02.04', 'TMF-Artefakt, z. B. 05.02.04'], kind: 'text' }, { name: 'ownerRole', label: ['Who provides it', 'Wer es liefert'], kind: 'choice', options: roles }, gates, due],
  },
  submissions: {
    type: 'submission.plan', creates: 'submissions', label: ['Plan a submission...', 'Einreichung planen...'],
    fields: [{ name: 'type', label: ['To', 'An'], kind: 'choice', required: true, initial: 'ethics-local', options: [['ethics-local', 'Local ethics committee', 'Lokale Ethikkommission'], ['ethics-central', 'Central ethics committee', 'Zentrale Ethikkommission'], ['authority', 'Authority', 'Behörde'], ['governance', 'Hospital governance', 'Krankenhausleitung'], ['import-licence', 'Import licence', 'Einfuhrerlaubnis'], ['modification', 'Modification', 'Änderung'], ['notification', 'Notification', 'Meldung']] }, { name: 'title', label: ['Title', 'Titel'], kind: 'text' }, { name: 'body', label: ['Authority or committee', 'Behörde oder Kommission'], kind: 'text' }, gates, { name: 'target', label: ['Target', 'Ziel'], kind: 'date' }],
  },
  contracts: {
    type: 'contract.open', creates: 'contracts', label: ['Open the contract...', 'Vertrag eröffnen...'],
    fields: [{ name: 'template', label: ['Template', 'Vorlage'], kind: 'text' }, { name: 'withBudget', label: ['Site budget', 'Zentrumsbudget'], kind: 'choice', initial: 'true', options: [['true', 'Negotiated beside the text', 'Wird neben dem Text verhandelt'], ['false', 'None to negotiate', 'Nicht zu verhandeln']] }, gates, { name: 'target', label: ['Target of execution', 'Ziel der Unterzeichnung'], kind: 'date' }],
  },
  tasks: {
    type: 'task.create', creates: 'tasks', label: ['Give a task...', 'Aufgabe geben...'],
    fields: [{ name: 'title', label: ['What is to be done (no names)', 'Was zu tun ist (ohne Namen)'], kind: 'text', required: true }, { name: 'assignee', label: ['For', 'Für'], kind: 'choice', required: true, initial: 'SUS', options: roles }, { name: 'why', label: ['Why it matters', 'Warum es zählt'], kind: 'text' }, due],
  },
};
