import { defineWords } from '@/shared/i18n/words';

export const auditWords = defineWords(
  {
    title: 'Audit trail', csv: 'Export CSV', by: 'Who', anyone: 'Anyone', kind: 'What kind', allKinds: 'Everything', studies: 'Studies', countries: 'Countries', sites: 'Sites', documents: 'Documents', submissions: 'Submissions', contracts: 'Contracts', tasks: 'Tasks', people: 'People', plans: 'Plans', notes: 'Notes', settings: 'Settings', sub: 'Who changed what, when and why; newest first. Nothing here can be changed or removed.', study: 'Study', all: 'All studies', record: 'Record, e.g. site/...', from: 'From', to: 'To', when: 'When', who: 'Who', what: 'What', change: 'Old and new', why: 'Why', more: 'Show earlier ones', none: 'Nothing in this range.', system: 'automatic', noDate: 'Write the date as 12-Mar-2026.', behalf: (who: string) => `on behalf of ${who}`,
  },
  {
    title: 'Audit-Trail', csv: 'CSV exportieren', by: 'Wer', anyone: 'Alle', kind: 'Welche Art', allKinds: 'Alles', studies: 'Studien', countries: 'Länder', sites: 'Zentren', documents: 'Dokumente', submissions: 'Einreichungen', contracts: 'Verträge', tasks: 'Aufgaben', people: 'Personen', plans: 'Pläne', notes: 'Notizen', settings: 'Einstellungen', sub: 'Wer was wann und warum änderte; Neuestes zuerst. Nichts hier lässt sich ändern oder entfernen.', study: 'Studie', all: 'Alle Studien', record: 'Datensatz, z. B. site/...', from: 'Von', to: 'Bis', when: 'Wann', who: 'Wer', what: 'Was', change: 'Alt und neu', why: 'Warum', more: 'Frühere zeigen', none: 'Nichts in diesem Bereich.', system: 'automatisch', noDate: 'Schreiben Sie das Datum als 12-Mar-2026.', behalf: (who: string) => `im Auftrag von ${who}`,
  },
);
