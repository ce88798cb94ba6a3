import { describe, expect, it, vi } from 'vitest';
import { Invalidator, staleKeys } from './live';

describe('a change from the server', () => {
  it('to a task makes the lists that show it stale', () =>
    expect(staleKeys({ kind: 'tasks', key: 't1', study: 's', site: 's.1' })).toEqual(
      expect.arrayContaining([['tasks', 't1'], ['work'], ['site-list', 's'], ['sites', 's.1']])));

  it('asks each question once, however many changes arrive together', () => {
    vi.useFakeTimers();
    const invalidateQueries = vi.fn();
    const invalidator = new Invalidator({ invalidateQueries }, 100);
    for (let i = 0; i < 50; i++) invalidator.add({ kind: 'sites', key: 's.1', study: 's' });
    expect(invalidateQueries).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    const asked = invalidateQueries.mock.calls.map(([options]) => (options as { queryKey: string[] }).queryKey.join('/'));
    expect(new Set(asked).size).toBe(asked.length);
    vi.useRealTimers();
  });
});
