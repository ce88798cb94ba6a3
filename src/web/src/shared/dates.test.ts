import { describe, expect, it } from 'vitest';
import { dayNumber, formatDate, formatInstant, fromDayNumber, parseDate } from './dates';

describe('dates', () => {
  it('are written day, named month, year', () => expect(formatDate('2026-03-12')).toBe('12-Mar-2026'));
  it('that are not dates stay as they came', () => expect(formatDate('soon')).toBe('soon'));
  it('typed with a named month are read', () => expect(parseDate('12 mar 2026')).toBe('2026-03-12'));
  it('typed as numbers alone are refused, because they are ambiguous', () => expect(parseDate('03/12/2026')).toBeNull());
  it('that do not exist are refused', () => expect(parseDate('31-Feb-2026')).toBeNull());
  it('survive the way to a day number and back', () => expect(fromDayNumber(dayNumber('2028-02-29'))).toBe('2028-02-29'));
  it('with a time keep the minutes', () => expect(formatInstant('2026-03-12T00:05:00')).toBe('12-Mar-2026 00:05'));
});
