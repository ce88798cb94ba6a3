import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Work, WorkItem } from './queries';
import { useSteadyWork } from './steadyWork';

const item = (key: string) => ({ kind: 'tasks', key }) as WorkItem;
const work = (...keys: string[]): Work => ({ groups: [{ key: 'overdue', items: keys.map(item) }], teamOpen: keys.length, firstThreeDays: 0 });
const keysOf = (groups: Work['groups']) => groups.flatMap((g) => g.items.map((i) => i.key));
const idOf = (i: WorkItem) => i.key;

describe('my work while data arrives', () => {
  it('moves nothing under the pointer until asked, and drops what is done', () => {
    const { result, rerender } = renderHook(({ data }) => useSteadyWork(data, 'mine', idOf), { initialProps: { data: work('a', 'b', 'c') } });
    expect(keysOf(result.current.groups)).toEqual(['a', 'b', 'c']);
    rerender({ data: work('new', 'c', 'a') });
    expect(keysOf(result.current.groups)).toEqual(['a', 'c']);
    expect(result.current.pending).toBeGreaterThan(0);
    act(() => result.current.show());
    expect(keysOf(result.current.groups)).toEqual(['new', 'c', 'a']);
    expect(result.current.pending).toBe(0);
  });
  it('shows another list at once', () => {
    const { result, rerender } = renderHook(({ data, view }) => useSteadyWork(data, view, idOf), { initialProps: { data: work('a'), view: 'mine' } });
    rerender({ data: work('b'), view: 'team' });
    expect(keysOf(result.current.groups)).toEqual(['b']);
  });
});
