import { list, text, type RecordRow } from '@/shared/api/records';
import type { UploadedFile } from '@/features/commands/values';

export interface FormField {
  name: string; label: string; kind: 'choice' | 'yes-no' | 'text' | 'number' | 'date' | 'file'; required?: boolean; help?: string | null;
  options?: { value: string; label: string }[]; multiple?: boolean; min?: number; max?: number;
}
/** A task, and where it stands in the words of the list that it was chosen in. */
export interface TaskAt { key: string; where: string }
export interface Outcome { code: string; label: string }
export type AnswerValue = string | string[] | boolean | UploadedFile | undefined;

export const fieldsOf = (row: RecordRow): FormField[] => list<FormField>((row.details.form as { fields?: unknown } | null)?.fields ?? row.details.fields);
export const outcomesOf = (row: RecordRow): Outcome[] => list<Outcome>(row.details.outcomes);

/** The most of these tasks that ask the same, so that one answer fits all of them. */
export function mostAlike(rows: readonly RecordRow[]): RecordRow[] {
  const asked = (row: RecordRow) => JSON.stringify([row.title, fieldsOf(row), outcomesOf(row)]);
  return rows.map((one) => rows.filter((other) => asked(other) === asked(one))).reduce<RecordRow[]>((most, group) => (group.length > most.length ? group : most), []);
}

/** Is it answered by somebody at the site? Then staff record it on their behalf. */
export const isForSite = (row: RecordRow): boolean => row.details.onTaskPage === true || row.waitingOn === 'site';

/** Members of the answer record that a field's kind needs. */
export function toAnswer(field: FormField, value: AnswerValue): Record<string, unknown> | null {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  switch (field.kind) {
    case 'choice': return { choices: Array.isArray(value) ? value : [value] };
    case 'yes-no': return { yes: value === true || value === 'true' };
    case 'number': return { number: Number(value) };
    case 'date': return { date: value };
    case 'file': return { file: value };
    case 'text': return { text: value };
  }
}

export function toAnswers(fields: FormField[], values: Record<string, AnswerValue>): Record<string, unknown> | undefined {
  const answers = Object.fromEntries(fields.flatMap((f) => { const answer = toAnswer(f, values[f.name]); return answer ? [[f.name, answer] as const] : []; }));
  return Object.keys(answers).length > 0 ? answers : undefined;
}

/** Names of required questions without an answer. */
export const unanswered = (fields: FormField[], values: Record<string, AnswerValue>): string[] =>
  fields.filter((f) => f.required && toAnswer(f, values[f.name]) === null).map((f) => f.name);

/** Dates inside free text stay on one line. */
export const keepDates = (words: string): string => words.replace(/(\d{2})-([A-Z][a-z]{2})-(\d{4})/g, '$1\u2011$2\u2011$3');

export const whyOf = (row: RecordRow): string | null => {
  const why = text(row.details.why);
  return why && keepDates(why);
};
export const questionOf = (row: RecordRow): string | null => {
  const asked = row.details.question ?? list<{ question?: string; text?: string }>(row.details.questions).at(-1);
  return typeof asked === 'string' ? asked : text((asked as { question?: string; text?: string } | null)?.question) ?? text((asked as { text?: string } | null)?.text);
};
