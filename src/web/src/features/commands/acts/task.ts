import type { Act } from '../types';
import { on } from './shared';

/** What one can do with a task, besides completing it (which has a form of its own). */
export const taskActs: readonly Act[] = [
  { type: 'task.start', label: ['Start', 'Beginnen'], fields: [on] },
  { type: 'task.claim', label: ['Take it', 'Übernehmen'], fields: [] },
  { type: 'task.release', label: ['Give back to the role', 'An die Rolle zurückgeben'], fields: [] },
  { type: 'task.wait', label: ['It waits on...', 'Es wartet auf...'], fields: [{ name: 'waitingOn', label: ['Waits on', 'Wartet auf'], kind: 'choice', required: true, initial: 'site', options: [['site', 'Site', 'Zentrum'], ['sponsor', 'Sponsor', 'Sponsor'], ['authority', 'Authority', 'Behörde'], ['ethics', 'Ethics committee', 'Ethikkommission'], ['us', 'Us', 'Uns']] }, on] },
  { type: 'task.reply', label: ['Answer the question...', 'Frage beantworten...'], fields: [{ name: 'answer', label: ['Answer, the site sees it', 'Antwort, das Zentrum sieht sie'], kind: 'long', required: true }] },
  { type: 'task.remind', label: ['Send a reminder now', 'Jetzt erinnern'], fields: [] },
  { type: 'task.escalate', label: ['Escalate', 'Eskalieren'], fields: [], reason: 'offered' },
  { type: 'task.delegate', label: ['Give to another person...', 'An eine andere Person geben...'], fields: [{ name: 'to', label: ['Person', 'Person'], kind: 'person', required: true }], reason: 'offered' },
  { type: 'task.change-due', label: ['Change the target...', 'Ziel ändern...'], fields: [{ name: 'due', label: ['Target', 'Ziel'], kind: 'date' }], reason: 'offered' },
  { type: 'task.unblock', label: ['It can begin now', 'Kann nun beginnen'], fields: [] },
  { type: 'task.revoke-links', label: ['End the links in mails', 'Links in Mails beenden'], fields: [], reason: 'offered', apart: true },
  { type: 'task.skip', label: ['Leave out on purpose...', 'Bewusst auslassen...'], fields: [], reason: 'required', apart: true },
  { type: 'task.cancel', label: ['No longer needed...', 'Nicht mehr nötig...'], fields: [], reason: 'required', apart: true },
  { type: 'task.reopen', label: ['Reopen...', 'Wieder öffnen...'], fields: [{ name: 'due', label: ['Target', 'Ziel'], kind: 'date' }], reason: 'required', apart: true },
];
