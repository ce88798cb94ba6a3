import { describe, expect, it } from 'vitest';
import { canTakeBack, valuesText, valueText } from './history';
import type { PlanStep } from './queries';

const step = (cause: string): PlanStep => ({ version: 1, at: '2026-01-05T08:00:00Z', by: 'system', cause, begun: [], ended: [], blocked: [], lines: [], outcome: null });

describe('the history of a plan', () => {
  it('shows text as it is, other values as JSON, long ones cut', () => {
    expect(valueText('a "b"')).toBe('a "b"');
    expect(valueText({ a: [1] })).toBe('{"a":[1]}');
    expect(valueText('x'.repeat(200))).toHaveLength(161);
    expect(valuesText({ to: '***', none: null, n: 3 })).toBe('to: ***, n: 3');
    expect(valuesText(null)).toBe('');
  });
  it('lets a move be taken back only until the next step', () => {
    expect(canTakeBack([step('start'), step('migration')])).toBe(true);
    expect(canTakeBack([step('migration'), step('event')])).toBe(false);
    expect(canTakeBack([step('migration'), step('migration-reverted')])).toBe(false);
    expect(canTakeBack([])).toBe(false);
  });
});
