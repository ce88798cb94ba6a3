import { defineWords } from '@/shared/i18n/words';

export const commandWords = defineWords(
  {
    draftBack: 'What you had typed here is back. Cancel throws it away.', more: 'More', acts: (name: string) => `Acts on ${name}`, cancel: 'Cancel', save: 'Save', saving: 'Saving', saved: (what: string) => `${what}: saved`, reason: 'Reason', reasonRequired: 'Reason, kept in the history', reasonOffered: 'Reason (optional)', choose: 'Choose',
    conflict: 'Someone changed this while you were writing. Your entries are still here: look at the newest state, then save again.', reload: 'Show the newest state', noDate: 'Write the date as 12-Mar-2026.', uploading: 'Uploading', fileKept: (name: string, size: string) => `${name}, ${size}, kept`,
    missing: 'Please fill this in.', noActs: 'Your roles allow no act here.', nobody: 'Nobody yet',
  },
  {
    draftBack: 'Was Sie hier geschrieben hatten, ist wieder da. Abbrechen verwirft es.', more: 'Mehr', acts: (name: string) => `Aktionen für ${name}`, cancel: 'Abbrechen', save: 'Speichern', saving: 'Wird gespeichert', saved: (what: string) => `${what}: gespeichert`, reason: 'Grund', reasonRequired: 'Grund, bleibt im Verlauf', reasonOffered: 'Grund (freiwillig)', choose: 'Wählen',
    conflict: 'Jemand hat dies geändert, während Sie schrieben. Ihre Eingaben sind noch da: Sehen Sie den neuesten Stand an, dann speichern Sie erneut.', reload: 'Neuesten Stand zeigen', noDate: 'Schreiben Sie das Datum als 12-Mar-2026.', uploading: 'Wird hochgeladen', fileKept: (name: string, size: string) => `${name}, ${size}, gespeichert`,
    missing: 'Bitte ausfüllen.', noActs: 'Ihre Rollen erlauben hier keine Aktion.', nobody: 'Noch niemand',
  },
);
