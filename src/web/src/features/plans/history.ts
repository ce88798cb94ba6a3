import type { PlanStep } from './queries';

/** A value as people read it: text as it is, the rest as JSON, cut where it is long. */
export function valueText(value: unknown, most = 160): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

export const valuesText = (values: Record<string, unknown> | null): string =>
  Object.entries(values ?? {}).filter(([, v]) => v !== null).map(([name, v]) => `${name}: ${valueText(v)}`).join(', ');

/** A move can be taken back as long as nothing has happened since. */
export const canTakeBack = (steps: PlanStep[]): boolean => steps.at(-1)?.cause === 'migration';
