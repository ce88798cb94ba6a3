import { defineWords } from '@/shared/i18n/words';

export const activityWords = defineWords(
  {
    title: 'Activities', sub: 'What workflows are made of: each with its inputs, outcomes and waits. The page is made from the declarations of the activities themselves.',
    find: 'Find', none: 'No activity has these words.', starts: 'Can start a plan.', input: 'Input', type: 'Type', standard: 'Standard', meaning: 'Meaning', required: 'required', choices: (c: string) => `One of: ${c}.`,
    outcomes: 'Outcomes', outputs: 'Outputs', waits: (who: string, name: string, typical: number, longest: number) => `Waits for ${who}: ${name}, usually ${typical} business days, seldom more than ${longest}.`, version: (n: number) => `Version ${n}`,
  },
  {
    title: 'Aktivitäten', sub: 'Woraus Workflows bestehen: jede mit Eingaben, Ausgängen und Wartezeiten. Die Seite entsteht aus den Angaben der Aktivitäten selbst.',
    find: 'Suchen', none: 'Keine Aktivität hat diese Wörter.', starts: 'Kann einen Plan starten.', input: 'Eingabe', type: 'Art', standard: 'Vorgabe', meaning: 'Bedeutung', required: 'erforderlich', choices: (c: string) => `Eines von: ${c}.`,
    outcomes: 'Ausgänge', outputs: 'Ergebnisse', waits: (who: string, name: string, typical: number, longest: number) => `Wartet auf ${who}: ${name}, meist ${typical} Arbeitstage, selten mehr als ${longest}.`, version: (n: number) => `Version ${n}`,
  },
);
