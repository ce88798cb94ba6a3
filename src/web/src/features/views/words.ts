import { defineWords } from '@/shared/i18n/words';

export const viewWords = defineWords(
  {
    views: 'Saved views', all: 'All sites', personal: 'personal', sharedBy: (who: string) => `shared${who ? `, ${who}` : ''}`, changed: '(changed)', saveAs: 'Save this view as', noNames: 'What it shows, no names of people', shareIt: 'Share it with everyone who may see the study', save: 'Save the view',
    saved: (name: string) => `View saved: ${name}`, gone: (name: string) => `View withdrawn: ${name}`, update: (name: string) => `Update “${name}”`, share: (name: string) => `Share ${name}`, makePersonal: (name: string) => `Keep ${name} for myself`, withdraw: (name: string) => `Withdraw ${name}`,
  },
  {
    views: 'Gespeicherte Ansichten', all: 'Alle Zentren', personal: 'persönlich', sharedBy: (who: string) => `geteilt${who ? `, ${who}` : ''}`, changed: '(geändert)', saveAs: 'Diese Ansicht speichern als', noNames: 'Was sie zeigt, keine Namen von Personen', shareIt: 'Mit allen teilen, die die Studie sehen', save: 'Ansicht speichern',
    saved: (name: string) => `Ansicht gespeichert: ${name}`, gone: (name: string) => `Ansicht zurückgezogen: ${name}`, update: (name: string) => `„${name}“ aktualisieren`, share: (name: string) => `${name} teilen`, makePersonal: (name: string) => `${name} nur für mich`, withdraw: (name: string) => `${name} zurückziehen`,
  },
);
