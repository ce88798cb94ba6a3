import { describe, expect, it, vi } from 'vitest';
import { Invalidator, staleKeys } from './live';
import type { SiteRow } from './records';
import { mergeLines } from './siteLines';

describe('a change from the server', () => {
  it('to a task makes the lists that show it stale', () =>
    expect(staleKeys({ kind: 'tasks', key: 't1', study: 's', site: 's.1' })).toEqual(
      expect.arrayContaining([['tasks', 't1'], ['work'], ['sites', 's.1']])));

  it('at one site asks for its line only, at a country for the whole list', () => {
    expect(staleKeys({ kind: 'tasks', key: 't1', study: 's', site: 's.1' })).not.toContainEqual(['site-list', 's']);
    expect(staleKeys({ kind: 'countries', key: 's.pl', study: 's' })).toContainEqual(['site-list', 's']);
    vi.useFakeTimers();
    const lines = vi.fn();
    const invalidator = new Invalidator({ invalidateQueries: vi.fn() }, 100, lines);
    invalidator.add({ kind: 'tasks', key: 't1', study: 's', site: 's.1' });
    invalidator.add({ kind: 'sites', key: 's.2', study: 's' });
    vi.advanceTimersByTime(100);
    expect(lines).toHaveBeenCalledWith('s', ['s.1', 's.2']);
    vi.useRealTimers();
  });

  it('puts fresh lines in place and new ones last', () => {
    const row = (key: string, version: number) => ({ key, version }) as SiteRow;
    expect(mergeLines([row('a', 1), row('b', 1)], [row('c', 1), row('b', 2)])).toEqual([row('a', 1), row('b', 2), row('c', 1)]);
  });

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
