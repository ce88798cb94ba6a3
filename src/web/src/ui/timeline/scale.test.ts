import { describe, expect, it } from 'vitest';
import { makeScale } from './scale';

describe('a time scale', () => {
  const scale = makeScale(['2026-11-01', '2027-02-01'], '2026-11-24', 'month');
  it('puts later dates further right, by the same distance a day', () => {
    const day = scale.x('2026-11-02') - scale.x('2026-11-01');
    expect(scale.x('2026-12-01') - scale.x('2026-11-01')).toBeCloseTo(day * 30);
  });
  it('holds all dates and today', () => {
    expect(scale.x('2026-11-01')).toBeGreaterThan(0);
    expect(scale.x('2027-02-01')).toBeLessThan(scale.width);
  });
  it('names the year where it begins', () => expect(scale.ticks.some((t) => t.label === 'Jan 2027')).toBe(true));
});
