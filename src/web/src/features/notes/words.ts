import { defineWords } from '@/shared/i18n/words';

export const noteWords = defineWords(
  {
    title: 'Notes', internal: 'For colleagues only; the site does not see them. Nothing is rewritten: an answer comes below.', write: 'New note', reply: 'Answer', mention: 'Mention somebody', remove: 'Remove', save: 'Save', cancel: 'Cancel', seen: 'I have seen it', withdraw: 'Take back', none: 'No notes yet. What only one of you knows about this site belongs here.',
    waiting: (who: string) => `Not yet seen by ${who}`, unreadable: 'You may not read this text here.',
  },
  {
    title: 'Notizen', internal: 'Nur für Kolleginnen und Kollegen; das Zentrum sieht sie nicht. Nichts wird umgeschrieben: Eine Antwort kommt darunter.', write: 'Neue Notiz', reply: 'Antworten', mention: 'Jemanden erwähnen', remove: 'Entfernen', save: 'Speichern', cancel: 'Abbrechen', seen: 'Gesehen', withdraw: 'Zurücknehmen', none: 'Noch keine Notizen. Was nur einer von Ihnen über dieses Zentrum weiß, gehört hierher.',
    waiting: (who: string) => `Noch nicht gesehen von ${who}`, unreadable: 'Diesen Text dürfen Sie hier nicht lesen.',
  },
);
