import { parseDate } from '@/shared/dates';
import type { Act, ActField } from './types';

export interface UploadedFile { sha256: string; name: string; size: number; mediaType: string }
export type Values = Record<string, string | UploadedFile | undefined>;

/** First values of an act's form. */
export function initialValues(act: Act, today: string): Values {
  return Object.fromEntries(act.fields.map((f) => [f.name, f.initial === 'today' ? today : f.initial]));
}

/** The fields that are asked for what was chosen so far. */
export const shownFields = (act: Act, values: Values): readonly ActField[] => act.fields.filter((f) => !f.only || (act.choose !== undefined && f.only.includes(String(values[act.choose]))));

/** Names of the fields that are still empty or no date; an empty list = may be sent. */
export function missingFields(act: Act, values: Values, reason: string): string[] {
  const missing = shownFields(act, values).filter((f) => f.required && !values[f.name]).map((f) => f.name);
  if (act.reason === 'required' && reason.trim() === '') missing.push('reason');
  return missing;
}

function toMember(field: ActField, value: string | UploadedFile): unknown {
  if (typeof value !== 'string') return value;
  switch (field.kind) {
    case 'number': return Number(value);
    case 'date': return parseDate(value) ?? value;
    case 'codes': return value.split(',').map((part) => part.trim()).filter(Boolean);
    case 'choice': return value === 'true' ? true : value === 'false' ? false : value;
    case 'text': case 'long': case 'person': case 'file': return value;
  }
}

/** The command as the API takes it: only what was filled in. */
export function toBody(act: Act, values: Values, reason: string): Record<string, unknown> {
  // A command with a member `type` of its own is named by `command` instead.
  const named = act.fields.some((f) => f.name === 'type') ? { command: act.type } : { type: act.choose ? String(values[act.choose]) : act.type };
  const body: Record<string, unknown> = { ...named, ...act.fixed };
  for (const field of shownFields(act, values)) {
    if (field.name === act.choose) continue;
    const value = values[field.name];
    if (value === undefined || value === '') continue;
    if (act.type === 'task.delegate' && field.name === 'to') body.to = { person: value };
    else if (act.type === 'task.create' && field.name === 'assignee') Object.assign(body, { assignee: { role: value }, code: 'by-hand' });
    else body[field.name] = toMember(field, value);
  }
  if (reason.trim() !== '') body.reason = reason.trim();
  return body;
}
