import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { countMoves, useStableOrder } from './stableOrder';
import type { GridItem } from './types';

const items = (ids: string): GridItem<string>[] => [...ids].map((id) => ({ kind: 'row', id, row: id }));
const order = (list: GridItem<string>[]) => list.map((i) => i.id).join('');

describe('rows under the pointer', () => {
  const start = () => renderHook(({ ids, view }) => useStableOrder(items(ids), view, (id) => id), { initialProps: { ids: 'abc', view: 'v1' } });

  it('stay where they are when data arrives, until asked', () => {
    const { result, rerender } = start();
    rerender({ ids: 'cabd', view: 'v1' });
    expect(order(result.current.items)).toBe('abc');
    expect(result.current.pending).toBe(1);
    act(() => result.current.show());
    expect(order(result.current.items)).toBe('cabd');
    expect(result.current.pending).toBe(0);
  });
  it('follow at once when the person sorts or filters', () => {
    const { result, rerender } = start();
    rerender({ ids: 'cba', view: 'v2' });
    expect(order(result.current.items)).toBe('cba');
  });
  it('that no longer match stay until asked', () => {
    const { result, rerender } = start();
    rerender({ ids: 'ac', view: 'v1' });
    expect(order(result.current.items)).toBe('abc');
  });
  it('are shown as they come when the grid was empty', () => {
    const { result, rerender } = renderHook(({ ids }) => useStableOrder(items(ids), 'v', (id) => id), { initialProps: { ids: '' } });
    rerender({ ids: 'ab' });
    expect(order(result.current.items)).toBe('ab');
  });
  it('are counted by how many come and go', () => expect(countMoves(['a', 'b'], ['b', 'c', 'd'])).toBe(3));
});
